/** What is typed after `/bulletin`. */
import type { Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { showBulletin, showDraft, showIssued } from './bulletins.ts';
import { showFigures } from './figures.ts';
import { numberGroups } from './number-form.ts';
import { showProgress } from './progress.ts';
import { showBoards } from './summaries.ts';
import { showTrades } from './trades.ts';

const usage: Usage = {
  command: '/bulletin',
  title: { zh: '指标、小结和通报：可以输入的命令', en: 'Figures, summaries and bulletins: what you can type' },
  lines: [
    {
      zh: '/bulletin 指标：查看本年度指标；也可写起止日期，如 指标 2025-01-01 2025-06-30',
      en: '/bulletin figures: figures of the year, or of two days',
    },
    { zh: '/bulletin 行业 2025：按领域和事项的检查、发现、重复情况', en: '/bulletin trades 2025: by trade and item' },
    { zh: '/bulletin 进度：各项任务进行到哪一步、剩余天数', en: '/bulletin progress: where each task stands' },
    {
      zh: '/bulletin 申报：申报其他系统产生的数据（五类、三类、其他）',
      en: '/bulletin numbers: state numbers that arise elsewhere',
    },
    {
      zh: '/bulletin 小结：查看报送情况，填写并报送本单位小结',
      en: '/bulletin summary: who has sent what; send your own',
    },
    { zh: '/bulletin 初稿 2025-2：查看通报初稿（联席办）', en: '/bulletin draft 2025-2: look at a draft (office)' },
    { zh: '/bulletin 发布 2025-2：核对并发布通报、小结（联席办）', en: '/bulletin issue 2025-2: issue it (office)' },
    { zh: '/bulletin 通报：查看已发布的通报', en: '/bulletin list: those that were issued' },
  ],
};

const act = (run: Extract<Route, { kind: 'act' }>['act']): Route => ({ kind: 'act', act: run });

export const bulletin = commandOf({
  usage,
  bare: act((asked) => showFigures(asked, '')),
  words: {
    figures: { words: ['指标', 'figures'], route: (rest) => act((asked) => showFigures(asked, rest)) },
    progress: { words: ['进度', 'progress'], route: (rest) => (rest === '' ? act(showProgress) : null) },
    trades: {
      words: ['行业', '研判', 'trades'],
      route: (rest) => (rest === '' || /^\d{4}$/.test(rest) ? act((asked) => showTrades(asked, rest)) : null),
    },
    numbers: {
      words: ['申报', '申报数据', 'numbers'],
      route: (rest) => {
        const group = numberGroups.find(({ id, name }) => rest === '' || rest === id || rest === name.zh);
        return group === undefined
          ? null
          : { kind: 'form', form: 'numbers-state', about: rest === '' ? 'others' : group.id };
      },
    },
    summary: { words: ['小结', '总结', 'summary'], route: (rest) => act((asked) => showBoards(asked, rest)) },
    draft: { words: ['初稿', 'draft'], route: (rest) => act((asked) => showDraft(asked, rest)) },
    issue: { words: ['发布', 'issue'], route: (rest) => ({ kind: 'form', form: 'bulletin-issue', about: rest }) },
    list: {
      words: ['通报', 'list'],
      route: (rest) => act((asked) => (rest === '' ? showIssued(asked) : showBulletin(asked, rest))),
    },
  },
});
