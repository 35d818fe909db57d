/** What is typed after `/consult`; people who write Chinese leave no blanks. */
import { tallyOf, timeLeft } from '../../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../../core/consult/words.ts';
import type { Words } from '../../../core/words.ts';
import { withLines } from '../../message/message.ts';
import { closeChoice } from '../../post/say/consult/choices.ts';
import { sayTimeLeft } from '../../post/say/consult/say-time.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { heldConsultations } from '../../verbs/consult/held.ts';
import { calendarInForce } from '../../verbs/registry/calendar-in-force.ts';
import { refused, show, tell } from '../answer.ts';
import type { Answer, Asked, Route } from '../door.ts';
import { inviteRoutes } from '../invite.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { showGuide } from './guide.ts';
import { openOne } from './which.ts';

const usage: Usage = {
  command: '/consult',
  title: { zh: '征询：可以输入的命令', en: 'Consultations: what you can type' },
  lines: [
    { zh: '/consult 新建：填写表单，向各单位发出征询函（联席办）', en: '/consult new: send a letter (office)' },
    { zh: '/consult 列表：各次征询的期限和反馈情况', en: '/consult list: all consultations' },
    { zh: '/consult 延期 2026-1：延长反馈期限（联席办）', en: '/consult extend 2026-1: a later deadline (office)' },
    { zh: '/consult 截止 2026-1：截止征询（联席办）', en: '/consult close 2026-1: close it (office)' },
    {
      zh: '/consult 汇总 2026-1：按反馈汇总计划（联席办）',
      en: '/consult compile 2026-1: the plan from the replies (office)',
    },
    {
      zh: '/consult 指引 2026：上一年度各领域、事项的抽取和检查情况，供编制计划参考',
      en: '/consult guide 2026: what last year shows of trades and items',
    },
    { zh: '/consult 申报 2026：未发函时申报抽查任务（各单位）', en: '/consult propose 2026: a task without a letter' },
    {
      zh: '/consult 上级计划：接收省、市下达的计划（联席办）',
      en: '/consult superior: receive a plan from above (office)',
    },
    {
      zh: '/consult 缺项：反映清单缺失的抽查事项（各单位）',
      en: '/consult missing: report an item that the list lacks',
    },
  ],
  note: {
    zh: '各单位在征询函下点按钮、直接回复文字或者上传计划表，均可反馈；编号可以省略，指最近一次。',
    en: 'Departments answer under the letter by button, in words or with a sheet. Without a number the latest is meant.',
  },
};

/** Nothing but what the pattern finds may stand behind the word; its group is what the form or act is about. */
const only =
  (pattern: RegExp, route: (about: string) => Route) =>
  (rest: string): Route | null => {
    const found = pattern.exec(rest.normalize('NFKC'));
    return found === null ? null : route(found[1] ?? '');
  };
const nothing = /^$/;
const year = /^(20\d\d)?年?度?$/;
const number = /^(20\d\d-\d+)?$/;
const form =
  (name: string) =>
  (about: string): Route => ({ kind: 'form', form: name, about });

export const consult = commandOf({
  usage,
  bare: form('consult-open')(''),
  words: {
    open: { words: ['新建', '发起', 'new', 'open'], route: only(year, form('consult-open')) },
    list: { words: ['列表', '查看', 'list'], route: only(nothing, () => ({ kind: 'act', act: list })) },
    extend: { words: ['延期', 'extend'], route: only(number, form('consult-extend')) },
    close: {
      words: ['截止', '关闭', 'close'],
      route: only(number, (no) => ({ kind: 'act', act: (asked) => askClose(asked, no) })),
    },
    compile: { words: ['汇总', '汇总计划', 'compile'], route: only(number, form('consult-compile')) },
    guide: {
      words: ['指引', 'guide'],
      route: only(year, (of) => ({ kind: 'act', act: (asked) => showGuide(asked, of) })),
    },
    propose: { words: ['申报', '填报', '报送', 'propose'], route: only(year, form('consult-propose')) },
    superior: { words: ['上级计划', 'superior'], route: only(nothing, () => inviteRoutes.superior) },
    missing: { words: ['缺失事项', '缺项', 'missing'], route: only(nothing, () => inviteRoutes.missing) },
  },
});

async function list({ deps }: Asked): Promise<Answer> {
  const all = await heldConsultations(deps.db);
  if (all.length === 0) return tell({ zh: '还没有发起过征询。', en: 'There was no consultation yet.' });
  const calendar = await calendarInForce(deps.db);
  const today = dayOf(deps.now());
  const items = all.slice(0, 20).map((state): Words => {
    const { answered, asked } = tallyOf(state);
    const time = timeLeft(state, calendar, today);
    const [due, left] = [wordsOfDeadline(time), sayTimeLeft(state, time)];
    return {
      zh: `${state.no}（${state.year}年度）：已反馈 ${answered}/${asked}，期限${due.zh}，${left.zh}`,
      en: `${state.no} for ${state.year}: ${answered}/${asked} answered, due ${due.en}, ${left.en}`,
    };
  });
  const summary = { zh: `共 ${all.length} 次征询`, en: `${all.length} consultations` };
  return show(withLines(summary, items));
}

/** What cannot be undone is confirmed by a button. */
async function askClose(asked: Asked, no: string): Promise<Answer> {
  const allowed = authorise(asked.actor, 'close-consultation', { department: asked.actor.department });
  if (!allowed.ok) return refused(allowed.error);
  const found = await openOne(asked.deps.db, no);
  if (!found.ok) return refused(found.error);
  const { silent } = tallyOf(found.value);
  const summary = {
    zh: `征询 ${found.value.no} 还有 ${silent.length} 个单位未反馈，是否截止？`,
    en: `${silent.length} have not answered ${found.value.no}; close it?`,
  };
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      { kind: 'choices', choices: [closeChoice(found.value.no, silent.length)] },
    ],
  });
}
