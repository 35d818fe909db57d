/** What speaks against reading a reply as an answer, gravest first. */
import type { Clause } from './clauses.ts';
import { isBeside, isCourtesy } from './courtesy.ts';
import type { Meaning } from './phrases.ts';
import { answer, consent, has, isNegated, says } from './says.ts';

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
    !isOnlyNamed(clause) &&
    !(says(clause, 'paper') && !says(clause, 'not', 'reserve', 'content', 'label'))) ||
  (says(clause, 'for-now') && !says(clause, 'none') && !(declined && !says(clause, ...answer)));

/** 请把分管领导的名字改成…, 能不能放宽到月底: named in what is asked to change, and not waited for. */
const isOnlyNamed = (clause: Clause): boolean =>
  says(clause, 'propose') &&
  !/回复|反馈|答复|报/.test(clause.text) &&
  clause.tokens.every(({ meaning, text }) => meaning !== 'postpone' || /领导$|^(?:月底|下个?月|节后)/.test(text));

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
