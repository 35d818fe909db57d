/** What is typed after `/risk`. */
import type { Route } from '../door.ts';
import { commandOf, type Subcommand } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { showClasses, showPools } from './pools.ts';
import { showSignals } from './signals.ts';

const usage: Usage = {
  command: '/risk',
  title: { zh: '风险与分类：可以输入的命令', en: 'Risk and classes: what you can type' },
  lines: [
    {
      zh: '/risk 查看：重复问题、区域和行业风险、移库和分类建议、形式化迹象（联席办看全部，各单位看本单位）',
      en: '/risk show: what outcomes give reason to look at',
    },
    { zh: '/risk 线索：登记上级系统的风险预警线索', en: '/risk warning: record a warning from above' },
    { zh: '/risk 分类：建议调整企业的信用风险分类', en: '/risk class: suggest a change of class' },
    { zh: '/risk 定向：建议下一步定向抽查、专项检查', en: '/risk targeted: propose a targeted check' },
    { zh: '/risk 监管库：各库户数，提出单位本年度检查情况', en: '/risk pools: pools in numbers' },
    {
      zh: '/risk 企业 统一社会信用代码：所在监管库、列入情形和各项分类',
      en: '/risk subject <number>: its pool, ground and classes',
    },
    { zh: '/risk 迹象：说明本单位的形式化迹象', en: '/risk sign: answer a sign of formalism' },
  ],
  note: {
    zh: '这里列出的都是供研究的线索，不据此认定任何企业或个人。',
    en: 'Everything here is a reason for people to look; nothing is decided by it.',
  },
};

const show: Route = { kind: 'act', act: showSignals };
const opening = (words: readonly string[], form: string): Subcommand => ({
  words,
  route: (rest) => (rest === '' ? { kind: 'form', form, about: '' } : null),
});

export const risk = commandOf({
  usage,
  bare: show,
  words: {
    show: { words: ['查看', 'show'], route: (rest) => (rest === '' ? show : null) },
    pools: {
      words: ['监管库', 'pools'],
      route: (rest) => (rest === '' ? { kind: 'act', act: showPools } : null),
    },
    subject: {
      words: ['企业', '对象', 'subject'],
      route: (rest) => (rest === '' ? null : { kind: 'act', act: (asked) => showClasses(asked, rest.slice(0, 60)) }),
    },
    warning: opening(['线索', '预警', 'warning'], 'risk-record'),
    class: opening(['分类', 'class'], 'class-suggest'),
    targeted: opening(['定向', '专项', 'targeted'], 'targeted-propose'),
    sign: opening(['迹象', 'sign'], 'sign-answer'),
  },
});
