/** What is typed after `/draw`: “新建”, “开签 3”, “open 3”; a number alone asks where that ceremony stands. */
import type { Route } from '../door.ts';
import { inviteRoutes } from '../invite.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { confirmAnnulmentAct, confirmCorrectionAct } from './end.ts';
import { askToOpen, checkpointAct, closeOpeningAct, closeSealingAct, discloseAct } from './open.ts';
import { typedReveal } from './secrets.ts';
import { slipAct } from './slip.ts';
import { statusAct } from './status.ts';
import { numberIn } from './which.ts';

const usage: Usage = {
  command: '/draw',
  title: { zh: '抽取：可以输入的命令', en: 'The draw: what you can type' },
  lines: [
    { zh: '/draw 新建 [计划]：锁定待抽名单', en: '/draw new [plan]: freeze a roster' },
    { zh: '/draw 状态 [编号]：进行到哪一步', en: '/draw status [number]: where it stands' },
    { zh: '/draw 会签、封签、启封：监督人员办理', en: '/draw cosign, seal, reveal: for witnesses' },
    {
      zh: '/draw 公共数：录入公共数；/draw 下一顺位：公共数没有产生时改用下一个',
      en: '/draw number; /draw pass-over: where it did not come',
    },
    {
      zh: '/draw 密封条 [编号]：打印会务台的密封条，交监督人员',
      en: '/draw slip [number]: print the desk’s sealed slip',
    },
    { zh: '/draw 开签：三锁齐备后开签', en: '/draw open: when all three locks are set' },
    {
      zh: '/draw 截止封签、截止启封：到时自动截止，也可手动',
      en: '/draw close-sealing, close-opening: the clock does it, or by hand',
    },
    {
      zh: '/draw 中止、更正、撤销：须写明理由，后两项由两人办理',
      en: '/draw abort, correct, annul: with a reason; the last two take two persons',
    },
    {
      zh: '/draw 确认更正、确认撤销：第二人确认',
      en: '/draw confirm-correction, confirm-annulment: the second person',
    },
    { zh: '/draw 补抽 [编号]：为空缺岗位补抽人员', en: '/draw posts [number]: people for open posts' },
    { zh: '/draw 外部名单：录入外部平台抽取的名单', en: '/draw outside: a list drawn elsewhere' },
    { zh: '/draw 校验点、公开：张贴台账校验点，到期公开记录', en: '/draw checkpoint, disclose' },
  ],
  note: { zh: '不写编号的，指最近一次抽取。', en: 'Without a number the last ceremony is meant.' },
};

const form =
  (name: string) =>
  (rest: string): Route => ({ kind: 'form', form: name, about: rest });
/** What stands behind the word is read by the act or the form itself, which says so where it is no number. */
const act =
  (does: typeof statusAct) =>
  (rest: string): Route => ({ kind: 'act', act: (asked) => does(asked, rest) });

export const drawCommand = commandOf({
  usage,
  bare: act(statusAct)(''),
  words: {
    freeze: { words: ['新建', '锁定', 'freeze', 'new'], route: form('draw-freeze') },
    status: { words: ['状态', '进度', 'status'], route: act(statusAct) },
    cosign: { words: ['会签', 'cosign'], route: form('draw-cosign') },
    seal: { words: ['封签', 'seal'], route: form('draw-seal') },
    reveal: { words: ['启封', 'reveal'], route: act(typedReveal) },
    number: { words: ['公共数', '录入', 'number'], route: form('draw-number') },
    passOver: { words: ['下一顺位', 'pass-over'], route: form('draw-pass-over') },
    slip: { words: ['密封条', 'slip'], route: act(slipAct) },
    open: { words: ['开签', 'open'], route: act(askToOpen) },
    closeSealing: { words: ['截止封签', '封签截止', 'close-sealing'], route: act(closeSealingAct) },
    closeOpening: { words: ['截止启封', '启封截止', 'close-opening'], route: act(closeOpeningAct) },
    abort: { words: ['中止', 'abort'], route: form('draw-abort') },
    correct: { words: ['更正', 'correct'], route: form('draw-correct') },
    confirmCorrection: { words: ['确认更正', 'confirm-correction'], route: act(confirmCorrectionAct) },
    annul: { words: ['撤销', 'annul'], route: form('draw-annul') },
    confirmAnnulment: { words: ['确认撤销', 'confirm-annulment'], route: act(confirmAnnulmentAct) },
    posts: { words: ['补抽', 'posts'], route: form('draw-posts') },
    outside: { words: ['外部名单', 'outside'], route: () => inviteRoutes.outside },
    checkpoint: { words: ['校验点', 'checkpoint'], route: act(checkpointAct) },
    disclose: { words: ['公开', 'disclose'], route: act(discloseAct) },
  },
  otherwise: (typed) => (Number.isNaN(numberIn(typed)) ? null : act(statusAct)(typed)),
});
