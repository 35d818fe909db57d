/** The chapters of a bulletin, in their order; one that has nothing to say is left out. */
import type { Bulletin, PrintedDepartment, PrintedFigure, Section, Table } from './bulletin.ts';

export function sectionsOf(bulletin: Bulletin): readonly Section[] {
  const all: readonly (Section | null)[] = [
    { title: '总体情况', paragraphs: [bulletin.opening], tables: originTable(bulletin.origins) },
    figureSection(bulletin.figures),
    departmentSection(bulletin.departments),
    overdueSection(bulletin),
    outcomeSection(bulletin),
    tradeSection(bulletin),
    textSection(
      '典型经验做法',
      bulletin.practice.map(({ unit, part, words }) => `${unit}（${part}）：${words}`),
    ),
    newsSection(bulletin),
    badCheckSection(bulletin),
    summarySection(bulletin),
    textSection('下一步工作', bulletin.next),
    nextYearSection(bulletin),
  ];
  return all.filter((section) => section !== null);
}

const textSection = (title: string, paragraphs: readonly string[]): Section | null =>
  paragraphs.length === 0 ? null : { title, paragraphs, tables: [] };

const tableSection = (title: string, paragraphs: readonly string[], table: Table): Section => ({
  title,
  paragraphs,
  tables: [table],
});

const originTable = (origins: Bulletin['origins']): readonly Table[] =>
  origins.length === 0
    ? []
    : [
        {
          caption: '任务来源及完成情况',
          head: ['任务来源', '任务数', '已完成并公示'],
          rows: origins.map(({ name, tasks, finished }) => [name, String(tasks), String(finished)]),
          notes: ['未公示即未检查：检查结果全部公示的任务方计为完成。'],
        },
      ];

const metWords = (met: boolean | null): string => (met === null ? '—' : met ? '达到' : '未达到');

function figureSection(figures: readonly PrintedFigure[]): Section | null {
  if (figures.length === 0) return null;
  const rows = figures.flatMap(({ name, value, goals }) =>
    goals.length === 0
      ? [[name, value, '—', '—']]
      : goals.map(({ text, met }, i) => [i === 0 ? name : '', i === 0 ? value : '', text, metWords(met)]),
  );
  const parts = figures
    .filter((each) => each.parts.length > 0)
    .map(({ name, parts: its }) => `${name}：${its.map((part) => `${part.name} ${part.value}`).join('；')}。`);
  const silent = figures
    .filter((each) => each.silent.length > 0 && each.value !== '无数据')
    .map((each) => `${each.name}：未报送数据的有${each.silent.join('、')}。`);
  const notes = figures.map(({ name, definition }) => `${name}：${definition}。`);
  return tableSection('指标完成情况', [...parts, ...silent], {
    caption: '指标、目标及完成情况',
    head: ['指标', '数值', '目标及依据', '完成情况'],
    rows,
    notes: [
      '口径：',
      ...notes,
      '未公示即未检查：未公示的检查结果不计入已完成；数据由其他系统产生且未报送的，记“无数据”。',
    ],
  });
}

/** One table of shares, a row a department in the order of the register. */
function departmentSection(departments: readonly PrintedDepartment[]): Section | null {
  const [first] = departments;
  if (first === undefined || first.figures.length === 0) return null;
  return tableSection('各单位工作开展情况', [], {
    caption: '各单位指标（按成员单位名册顺序排列，不排名）',
    head: ['单位', ...first.figures.map(({ name }) => name)],
    rows: departments.map(({ name, figures }) => [name, ...figures.map(({ value }) => value)]),
    notes: [],
  });
}

const overdueSection = ({ overdue }: Bulletin): Section | null =>
  overdue.length === 0
    ? null
    : tableSection('逾期事项', ['下列事项已过期限，请有关单位抓紧办理。'], {
        caption: '逾期事项',
        head: ['单位', '事项', '期限'],
        rows: overdue.map(({ department, what, due }) => [department, what, due]),
        notes: [],
      });

function outcomeSection({ outcomes }: Bulletin): Section | null {
  const sum = outcomes.reduce((all, { n }) => all + n, 0);
  if (sum === 0) return null;
  return tableSection('检查结果分布', [`本期已公示检查结果 ${sum} 项。`], {
    caption: '已公示检查结果（按结果类别）',
    head: ['检查结果', '项数'],
    rows: [...outcomes.filter(({ n }) => n > 0).map(({ name, n }) => [name, String(n)]), ['合计', String(sum)]],
    notes: [],
  });
}

function tradeSection({ trades, items }: Bulletin): Section | null {
  if (trades.length === 0 && items.length === 0) return null;
  const table = (caption: string, first: string, lines: Bulletin['trades']): Table => ({
    caption,
    head: [first, '检查户次', '发现问题户次', '重复发现问题户数', '未处置问题'],
    rows: lines.map((each) => [each.name, ...[each.checked, each.found, each.repeated, each.open].map(String)]),
    notes: [],
  });
  return {
    title: '行业和事项分析',
    paragraphs: ['据此研究确定下一轮抽查的重点事项和重点对象；所列数据供研判参考，不作为自动认定的依据。'],
    tables: [
      ...(trades.length === 0 ? [] : [table('按抽查领域', '抽查领域', trades)]),
      ...(items.length === 0 ? [] : [table('发现问题的抽查事项', '抽查事项', items)]),
    ],
  };
}

/** By day; how many somebody sent in is no rank. */
const newsSection = ({ news }: Bulletin): Section | null =>
  news.length === 0
    ? null
    : tableSection('工作动态', [], {
        caption: '各单位报送的工作动态（按日期）',
        head: ['日期', '单位', '标题', '刊发情况'],
        rows: news.map(({ on, unit, title, where }) => [on, unit, title, where === '' ? '—' : where]),
        notes: [],
      });

function badCheckSection({ badChecks }: Bulletin): Section | null {
  if (badChecks.length === 0) return null;
  return {
    title: '防止不当检查',
    paragraphs: badChecks.map(({ name, signs }) =>
      signs.length === 0 ? `${name}：请各单位对照自查，发现的及时报联席会议办公室。` : `${name}：${signs.join('；')}。`,
    ),
    tables: [],
  };
}

const summarySection = ({ summaries }: Bulletin): Section | null =>
  summaries.length === 0
    ? null
    : tableSection('小结报送情况', [], {
        caption: '小结报送情况',
        head: ['单位', '报送情况'],
        rows: summaries.map(({ unit, state }) => [unit, state]),
        notes: [],
      });

function nextYearSection({ nextYear }: Bulletin): Section | null {
  if (nextYear.length === 0) return null;
  return {
    title: '下一年度工作打算',
    paragraphs: nextYear.filter(({ words }) => words !== '').map(({ unit, words }) => `${unit}：${words}`),
    tables: [
      {
        caption: '下一年度抽查计划意向',
        head: ['单位', '抽查任务'],
        rows: nextYear.flatMap(({ unit, tasks }) => tasks.map((task, i) => [i === 0 ? unit : '', task])),
        notes: [],
      },
    ],
  };
}
