/** Clauses that carry no opinion as a whole: greetings, thanks, contacts, signatures, and how the work is done or a paper goes. */
import type { Clause } from './clauses.ts';
import { onlySays } from './says.ts';

/** 您好；王主任；联系人：张三 138…; a date and a name at the end. */
export const isCourtesy = (clause: Clause): boolean =>
  onlySays(clause, 'filler', 'own', 'office') ||
  isContact(clause) ||
  isTitle(clause) ||
  isThanks(clause) ||
  (/^\p{Script=Han}{1,2}(?:主任|局长|科长|处长|股长|队长|所长|老师|总|姐|哥|工)(?:好|您好|辛苦了?|谢谢|费心了?)?[啦了]?$/u.test(
    clause.text,
  ) &&
    onlySays(clause, 'unknown', 'filler', 'receipt') &&
    !/^[等问报经转]/.test(clause.text)) ||
  (onlySays(clause, 'own', 'filler', 'unknown') &&
    clause.tokens.every(
      ({ meaning, text }) => meaning !== 'unknown' || /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|20\d{6}|1\d{10})$/.test(text),
    ));

/** 联系人：张三, 我局经办人小周 电话 13800000000: a name and digits, nothing more. */
const isContact = ({ tokens, text }: Clause): boolean => {
  const first = tokens.findIndex(({ meaning }) => meaning === 'contact');
  // 执法人员：张三、李四; not 执法人员紧张
  const people = /人员/.test(tokens[first]?.text ?? '');
  const isName = (text: string, label: string) => {
    if (people) return /^\p{Script=Han}{2,12}$/u.test(text);
    if (/电话|手机|内线|分机|座机|短号|固话|tel|phone/.test(label))
      return /^(?:小\p{Script=Han})?[\d-]{0,13}$/u.test(text);
    return /^(?!.*(?:[不没无未但再才就若如需待暂]|调整|变更|更换))(?:\p{Script=Han}{2,4}|[a-z]{2,15})?[\d-]{0,13}$/u.test(
      text,
    );
  };
  return (
    first >= 0 &&
    (!people || /人员[:为]/.test(text)) &&
    tokens.every((token, i) =>
      token.meaning === 'unknown'
        ? i > first && isName(token.text, tokens[i - 1]?.text ?? '')
        : ['contact', 'own', 'filler'].includes(token.meaning),
    )
  );
};

/** 辛苦联席办的小伙伴, 感谢支持 */
const isThanks = ({ text, tokens }: Clause): boolean =>
  /^(?:辛苦|感谢|谢谢|多谢).{0,12}(?:们|同志|老师|伙伴|领导|支持|指导|理解|关心|付出|提醒)[了啦]?$/.test(text) &&
  tokens.every(({ meaning, text: part }) =>
    meaning === 'unknown'
      ? !reserved.test(part.replace(/们$/, ''))
      : ['filler', 'office', 'goodwill', 'own', 'postpone'].includes(meaning),
  );

/** (副局长) after a name */
const isTitle = ({ text }: Clause): boolean =>
  /^(?:副?(?:局长|主任|科长|股长|大队长|队长|所长|站长)|科员|办事员|[一二三四]级(?:主任科员|主办|科员))$/.test(text);

/**
 * 将按计划抓好[分内]工作: how the work is done or a paper goes, with one short strange word inside that has nothing of a reservation.
 * At either end a strange word may begin or end another thought, and is not passed over.
 */
export const isBeside = ({ tokens }: Clause): boolean => {
  const strange = tokens.filter(({ meaning }) => meaning === 'unknown');
  const at = tokens.findIndex(({ meaning }) => meaning === 'unknown');
  return (
    strange.length === 1 &&
    at > 0 &&
    at < tokens.length - 1 &&
    /^\p{Script=Han}{1,3}$/u.test(strange[0]?.text ?? '') &&
    !reserved.test(strange[0]?.text ?? '') &&
    tokens.every(({ meaning }) => ['own', 'filler', 'file', 'paper', 'goodwill', 'unknown'].includes(meaning)) &&
    tokens.slice(at + 1).some(({ meaning }) => ['file', 'paper', 'goodwill'].includes(meaning))
  );
};
/** Signs of a reservation, a change, a matter of its own or somebody else, character by character. */
const reserved =
  /[不没无未非别莫勿免否除仅只需须应该要求若如假倘待等候暂先再另还才就但却虽唯惟改调修订增减加删取换撤移挪错误漏缺差少多高低早晚推延提缓停建议希望盼想问吗呢么嘛疑虑难怕恐或可能约半些几个其他余条项款第点处比例率数倍户家次时间月日期季费钱资车员人谁他她它各某由让给被代替转借反拒退说讲写标注条件试尽量视情况争看前后曾从本怎何尚原岂参照仿]/;
