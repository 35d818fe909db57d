/** What speaks against reading a reply as an answer, gravest first. */
import type { Clause } from './reading-clauses.ts';
import type { Meaning } from './reading-phrases.ts';

/** Why a reply is asked back. */
export type Doubt =
  /** 收到、已阅、好的、👍: the letter arrived, which is no consent. */
  | 'receipt-only'
  /** 原则同意；同意，但… without what is to change */
  | 'conditional'
  /** 稍后反馈；正在研究；暂无意见 */
  | 'postponed'
  | 'question'
  /** Two answers that do not go together: 同意，不参加 */
  | 'mixed'
  /** Words of somebody else: a quotation, the letter forwarded. */
  | 'quoted'
  /** 不是没有意见；不同意 without saying why; an answer taken back */
  | 'negated'
  | 'for-another-department'
  /** For some of the items only: 前两项无意见 */
  | 'partial'
  /** The answer stands in another place: 意见已通过公文系统报送；同上；参照去年 */
  | 'elsewhere'
  | 'too-long'
  /** Words that nobody has told us the meaning of. */
  | 'unclear';

const consent: readonly Meaning[] = ['no-objection', 'assent'];
const answer: readonly Meaning[] = [...consent, 'join', 'decline', 'none'];

export const has = (clauses: readonly Clause[], ...meanings: readonly Meaning[]): boolean =>
  clauses.some((clause) => says(clause, ...meanings));
const says = ({ tokens }: Clause, ...meanings: readonly Meaning[]): boolean =>
  tokens.some(({ meaning }) => meanings.includes(meaning));

/** 您好；王主任；联系人：张三 138…; a date and a name at the end. */
export const isCourtesy = (clause: Clause): boolean =>
  onlySays(clause, 'filler', 'own', 'office') ||
  isContact(clause) ||
  isTitle(clause) ||
  isThanks(clause) ||
  (/^\p{Script=Han}{1,2}(?:主任|局长|科长|处长|股长|队长|所长|老师|总|姐|哥|工)(?:好|您好)?$/u.test(clause.text) &&
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

const onlySays = ({ tokens }: Clause, ...meanings: readonly Meaning[]): boolean =>
  tokens.every(({ meaning }) => meanings.includes(meaning));

/** Whether something is asked to change, wished for beside a consent, excepted from it, or refused with words that say what. */
export const proposes = (clauses: readonly Clause[]): boolean =>
  clauses.some(
    (clause, i) =>
      !isElsewhereToRead(clause) &&
      (isChange(clause, clauses) || isObjection(clause, clauses.slice(i)) || isWish(i, clauses)),
  ) || isExcepting(clauses);

const isElsewhereToRead = (clause: Clause): boolean =>
  says(clause, 'quote', 'retract') || /[见如在]附件|附后|附上/.test(clause.text);

/** Words that say what a remark is about. */
const isContent = (clause: Clause, ...more: readonly Meaning[]): boolean =>
  says(clause, 'unknown', 'other', 'part', ...more) && !isCourtesy(clause);

/** 建议调整为…, 请增加…; not 没有需要增加的, 为什么增加？ */
function isChange(clause: Clause, clauses: readonly Clause[]): boolean {
  const at = clause.tokens.findIndex(({ meaning }) => meaning === 'propose');
  if (at < 0) return false;
  const nothing = clause.tokens.slice(0, at).some(({ text }) => /^(?:无|没有|没|未|并无|no)$/.test(text));
  const asksWhy =
    says(clause, 'ask') &&
    !/建议|提议|希望|请(?![问示教]|明确|告知|解释|说明)|[能可]否|是否可以|可不可以|能不能/.test(clause.text);
  const saysWhat = isDouble(clause) || clauses.some((each) => isContent(each, 'join', 'decline', 'not'));
  return !nothing && !asksWhy && !onlyAnswers(clause) && saysWhat;
}

/** 意见如下：…, 对比例有异议, 不同意将…纳入 */
function isObjection(clause: Clause, after: readonly Clause[]): boolean {
  const announced = says(clause, 'label') && /(?:意见|建议)(?:如下|:)/.test(clause.text);
  return (
    (announced || (says(clause, 'remark', 'dissent') && !isNegated(clause))) &&
    after.some((each) => isContent(each)) &&
    !says(clause, 'ask')
  );
}

/** 同意，但需明确…; 无意见，只是带队的由我局出: a wish in words after a consent. A doubt about the consent itself is none. */
function isWish(i: number, clauses: readonly Clause[]): boolean {
  const [before, after] = [clauses.slice(0, i), clauses.slice(i)];
  const [clause] = after;
  if (clause === undefined || !has(before, ...consent, 'join', 'no-more')) return false;
  const turns = /^(?:但|不过|只是|就是|另|另外|唯|惟|然而|可是|请注意|请考虑|请关注|考虑到)/.test(clause.text);
  const open = after.some(
    (each) =>
      says(each, 'postpone', 'for-now', 'ask', 'quote', 'elsewhere', 'decline', 'none', ...consent) ||
      /[等待](?!\p{Script=Han}{0,4}(?:企业|单位|部门|任务|事项|工作))/u.test(each.text) ||
      /(?<!一)个人|科室|股室|代表|算数|作数|不作准|说了|知道|清楚|确定/.test(each.text),
  );
  return turns && !open && after.some((each) => /\p{Script=Han}{2}/u.test(unknownOf(each)));
}

const unknownOf = ({ tokens }: Clause): string =>
  tokens.map(({ meaning, text }) => (meaning === 'unknown' || meaning === 'other' ? text : '|')).join('');

/** 除第3项外，其余均同意: what is excepted is remarked on. */
const isExcepting = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ text }) => /除了?(?!此).{2,40}(?:之?外|以外)/.test(text)) &&
  has(clauses, ...consent, 'no-more') &&
  !has(clauses, 'decline', 'none', 'ask', 'for-now', 'quote');

/** 建议合并 says it all. */
const isDouble = ({ tokens }: Clause): boolean => tokens.filter(({ meaning }) => meaning === 'propose').length > 1;

/** 建议同意 is what a clerk writes for the leader: an answer in the making and no change. */
const onlyAnswers = (clause: Clause): boolean =>
  onlySays(clause, 'propose', 'own', 'filler', ...answer) && says(clause, ...answer);

/** All doubts, gravest first; none where the text is beyond doubt. A dissent that says what it is about is a remark. */
export function doubtsOf(clauses: readonly Clause[], proposing: boolean): readonly Doubt[] {
  const declined = has(clauses, 'decline', 'none');
  const agreed = has(clauses, ...consent, 'join');
  const found: Doubt[] = [];
  const doubt = (why: Doubt, holds: boolean) => {
    if (holds) found.push(why);
  };
  doubt('quoted', has(clauses, 'quote'));
  doubt(
    'negated',
    has(clauses, 'retract') || clauses.some((clause) => isNegated(clause) && (!proposing || says(clause, 'propose'))),
  );
  doubt('for-another-department', clauses.some(isForAnother));
  doubt('question', has(clauses, 'ask'));
  doubt('mixed', isMixed(clauses));
  doubt('negated', !proposing && has(clauses, 'dissent'));
  doubt('partial', has(clauses, 'part') || (has(clauses, 'no-more') && !declined && !agreed));
  doubt(
    'postponed',
    clauses.some((clause) => isPostponed(clause, declined)),
  );
  doubt('conditional', has(clauses, 'reserve'));
  doubt(
    'elsewhere',
    clauses.some((clause) => isElsewhere(clause, declined, agreed)),
  );
  doubt('receipt-only', !declined && !agreed && has(clauses, 'receipt') && !has(clauses, 'file', 'remark'));
  doubt('unclear', declined ? !isDeclining(clauses) : !agreed || !clauses.every(isConsenting));
  return found;
}

/** 不是没有意见；并非不参加: a negation beside an answer, outside its phrase. */
const isNegated = (clause: Clause): boolean => says(clause, 'not') && says(clause, ...answer, 'dissent', 'remark');

/** 卫健局无意见；同意市场监管局意见 */
const isForAnother = (clause: Clause): boolean => {
  if (!says(clause, 'other') || says(clause, 'because', 'contact')) return false;
  const first = clause.tokens.findIndex(({ meaning }) => meaning === 'other');
  const before = clause.tokens.slice(0, first).some(({ meaning }) => meaning === 'own' || meaning === 'propose');
  const changes = /增加|新增|调整|改为|改成|删|减/.test(clause.text);
  return (
    (!changes && (says(clause, ...answer) || says({ ...clause, tokens: clause.tokens.slice(first) }, 'dissent'))) ||
    (says(clause, 'propose', 'remark', 'label') && !before && first === 0)
  );
};

const isMixed = (clauses: readonly Clause[]): boolean =>
  (has(clauses, 'decline') && has(clauses, 'assent', 'join')) ||
  (has(clauses, 'none') && has(clauses, 'join')) ||
  (has(clauses, 'dissent', 'remark') && has(clauses, ...answer));

/** 暂无意见 may change; 暂无此类事项 says what there is. A stamped paper may follow what is said here. */
const isPostponed = (clause: Clause, declined: boolean): boolean =>
  (says(clause, 'postpone') &&
    // 请把分管领导的名字改成…
    !(
      says(clause, 'propose') &&
      clause.tokens.every(({ meaning, text }) => meaning !== 'postpone' || /领导$/.test(text))
    ) &&
    !(says(clause, 'paper') && !says(clause, 'not', 'reserve', 'content', 'label'))) ||
  (says(clause, 'for-now') && !says(clause, 'none') && !(declined && !says(clause, ...answer)));

const isElsewhere = (clause: Clause, declined: boolean, agreed: boolean): boolean =>
  (says(clause, 'elsewhere') && !declined) ||
  says(clause, 'content') ||
  (says(clause, 'file') && (says(clause, 'label') || (!declined && !agreed)));

/** Every word is known to be consent, a courtesy, the writer's name or a paper. 收到 may lead it in. */
const isConsenting = (clause: Clause): boolean =>
  isCourtesy(clause) ||
  isBeside(clause) ||
  (!isRequest(clause) &&
    clause.tokens.every(({ meaning, text }, i) => {
      const before = clause.tokens.slice(0, i);
      // 无意见书面材料: there are none in writing.
      if (before.at(-1)?.meaning === 'no-objection' && thing.test(text)) return false;
      // 同意开会讨论, 同意请假: another thing is agreed to.
      if (deed.test(text) && before.some((each) => each.meaning === 'assent' || each.meaning === 'join')) return false;
      // 领导同意了，我们就无意见: only if. 就该函无意见: about.
      if (/^[就即]$/.test(text) && !['filler', 'office'].includes(clause.tokens[i + 1]?.meaning ?? '')) return false;
      if (meaning === 'receipt' && !/^\p{Extended_Pictographic}/u.test(text))
        return before.every(
          (each) =>
            ['receipt', 'filler', 'own'].includes(each.meaning) ||
            (each.meaning === 'office' && !says(clause, ...answer)),
        );
      // 同意贵局方案 is the writer's own word; 贵局同意 is not.
      if (meaning === 'office')
        return (
          !says(clause, ...answer) ||
          /^(?:对|对于|关于|就|按|按照|由|向|请|辛苦|谢谢|感谢|回复|反馈|答复|收悉|收到|已收到|已收悉)$/.test(
            before.at(-1)?.text ?? '',
          ) ||
          before.some((each) => consent.includes(each.meaning))
        );
      return sure.includes(meaning) || meaning === 'receipt' || (meaning === 'postpone' && says(clause, 'paper'));
    }));
const sure: readonly Meaning[] = ['own', 'filler', 'no-more', 'label', 'file', 'paper', 'goodwill', ...consent, 'join'];

const thing =
  /^(?:书面|书面材料|材料|文件|清单|方案|计划|[^，]{0,6}函|稿|事项|任务|情况|通知|内容|征询|表格|意见|单位|工作)$/;

/**
 * 将按计划抓好[分内]工作: how the work is done or a paper goes, with one short strange word inside that has nothing of a reservation.
 * At either end a strange word may begin or end another thought, and is not passed over.
 */
const isBeside = ({ tokens }: Clause): boolean => {
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

/** What is done beside an answer; after 同意 it would be what is agreed to. */
const deed =
  /开会|会议|讨论|研[究判读]|[传审查参]阅|审[核议查定]|核对|核实|征求(?!意见[稿函])|会商|商议|汇报|学习|请假|休假|出差|值班|下乡|培训|外出|忙|手机|群|[传寄送]|发[给到至往]|录入|联系|来电|电话|盖章|扫描|名单|附后|查收/;

/** 请贵局参加, 请同意: asked of somebody, not said of oneself. */
const isRequest = ({ tokens }: Clause): boolean => {
  const at = tokens.findIndex(({ text }) => /^(?:[请烦敬]|please)/.test(text));
  return at >= 0 && tokens.slice(at).some(({ meaning }) => answer.includes(meaning));
};

/** What is declined is declined whole: after 不参加 nothing unknown follows, and before it only a reason. */
const isDeclining = (clauses: readonly Clause[]): boolean =>
  clauses.every((clause) => {
    const known: readonly Meaning[] = [
      'own',
      'filler',
      'decline',
      'none',
      'for-now',
      'receipt',
      'no-objection',
      'no-more',
    ];
    const at = clause.tokens.findIndex(({ meaning }) => meaning === 'decline' || meaning === 'none');
    // Why it does not take part may be said in any words: 水行政执法职能已划转，不再参加
    if (at < 0 || (has(clauses, 'decline') && !says(clause, 'decline'))) return true;
    const before = clause.tokens.slice(0, at);
    return (
      !isRequest(clause) &&
      isSaidWhole(clause.tokens.slice(at), known) &&
      (before.some(({ meaning }) => meaning === 'because') || before.every(({ meaning }) => known.includes(meaning)))
    );
  });

/** 不参与，因无执法人员: a reason after it may be said in any words. */
const isSaidWhole = (tokens: Clause['tokens'], known: readonly Meaning[]): boolean => {
  const reason = tokens.findIndex(({ meaning }) => meaning === 'because');
  return tokens.slice(0, reason < 0 ? tokens.length : reason).every(({ meaning }) => known.includes(meaning));
};
