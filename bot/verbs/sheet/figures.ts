/**
 * 统计: what the ledger shows of the year, in figures for the charts of a workbook. The office has all, a department what concerns it; each
 * figure says how it is defined, and 无数据 where nothing is on record. They are to work with and rank nobody.
 */
import type { Figures } from '../../../core/api/shapes.ts';
import { yearOf } from '../../../core/calendar.ts';
import { answers } from '../../../core/consult/fact.ts';
import { tallyOf } from '../../../core/consult/tally.ts';
import { answerWords } from '../../../core/consult/words.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { isSample } from '../../../core/draw/sample.ts';
import { sayScheme } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import type { Db } from '../../../db/database.ts';
import { heldRecord, recordText } from '../../../db/draws.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { heldConsultations } from '../consult/held.ts';
import { standingCeremonies } from '../draw/held.ts';
import { departmentNames } from '../registry/departments.ts';
import { poolBoards } from '../registry/pool-board.ts';
import { doorsFor } from '../visit/doors.ts';
import { type Scope, scopeOf } from '../visit/lists-for.ts';

type Figure = Figures['figures'][number];
type Rows = Figure['rows'];

/** Whether what these departments do concerns the asker. */
type Concerns = (departments: readonly string[]) => boolean;

export async function figuresFor(deps: Deps, actor: Actor): Promise<Figures> {
  const { db } = deps;
  const year = yearOf(dayOf(deps.now()));
  const concerns = concernOf(await scopeOf(deps, actor));
  return {
    year,
    figures: [
      ...(await replyFigures(db, concerns)),
      await tierFigure(db, year, concerns),
      await doorFigure(deps, actor, year),
      ...(await poolFigures(deps)),
    ],
  };
}

const concernOf = (scope: Scope | null): Concerns => {
  if (scope?.kind === 'all') return () => true;
  return scope?.kind === 'department' ? (departments) => departments.includes(scope.code) : () => false;
};

/** The latest consultation with a letter: how many gave which answer, and who. */
async function replyFigures(db: Db, concerns: Concerns): Promise<readonly Figure[]> {
  const [latest] = await heldConsultations(db);
  const tally = latest === undefined ? null : tallyOf(latest);
  const concerning = (all: readonly string[]) => all.filter((department) => concerns([department]));
  const groups = tally === null ? [] : [...answers.map((answer) => tally.by[answer]), tally.silent].map(concerning);
  const everybody = concerning([...new Set([...(latest?.asked ?? []), ...groups.flat()])]);
  const nameOf = await departmentNames(db);
  const names = [...answers.map((answer) => answerWords[answer].zh), '未反馈'];
  const of = ({ zh, en }: Words): Words =>
    latest === undefined ? { zh, en } : { zh: `${latest.no} 号征询。${zh}`, en: `Consultation ${latest.no}. ${en}` };
  return [
    figure(
      {
        title: { zh: '征询反馈情况', en: 'Replies to the consultation' },
        kind: 'pie',
        headers: ['反馈', '单位数'],
        note: of({
          zh: '口径：被征询单位及主动反馈单位，按现行反馈计数。',
          en: 'Departments asked, and those that replied unasked, by their standing answer.',
        }),
      },
      everybody.length === 0
        ? []
        : groups.map((group, place) => ({ name: names[place] ?? '', values: [group.length] })),
    ),
    figure(
      {
        title: { zh: '各单位征询反馈', en: 'Replies by department' },
        kind: 'bar',
        headers: ['单位', ...names],
        note: of({
          zh: '口径：该单位的现行反馈所在列为 1，其余为 0。',
          en: 'One in the column of the department’s standing answer, zero in the others.',
        }),
      },
      everybody.map((department) => ({
        name: nameOf(department),
        values: groups.map((group) => (group.includes(department) ? 1 : 0)),
      })),
    ),
  ];
}

type RecordText = Pick<DrawRecord, 'manifest' | 'result'>;

/** How many of each tier the plan asks for, and how many were drawn, over the tasks that were drawn here this year. */
async function tierFigure(db: Db, year: number, concerns: Concerns): Promise<Figure> {
  const tiers = new Map<string, { asked: number; drawn: number }>();
  const drawnTasks = new Set<string>();
  for (const { state, manifest } of await standingCeremonies(db)) {
    if (manifest.kind === 'people' || isSample(manifest) || yearOf(manifest.window.from) !== year) continue;
    const record = await heldRecord(db, state.no);
    if (record === null) continue;
    const { result }: RecordText = JSON.parse(await recordText(db, record));
    for (const [place, { no, scheme, bodies }] of manifest.tasks.entries()) {
      if (!concerns(bodies.map(({ department }) => department))) continue;
      drawnTasks.add(no);
      for (const { label, size, drawn } of result.tasks[place]?.tiers ?? []) {
        const called = scheme.name === '' ? '' : sayScheme(scheme.name).zh;
        const name = [called, label].filter((part) => part !== '').join(' · ') || '不分类';
        const before = tiers.get(name) ?? { asked: 0, drawn: 0 };
        tiers.set(name, { asked: before.asked + size, drawn: before.drawn + drawn.length });
      }
    }
  }
  return figure(
    {
      title: { zh: '分类抽取与计划应抽', en: 'Drawn by tier, against the plan' },
      kind: 'column',
      headers: ['类（库）', '应抽户次', '已抽户次'],
      note: {
        zh: `口径：本年已开签的 ${drawnTasks.size} 项抽查任务；应抽按计划比例和待抽名单户数计算，已抽为实际抽中，一户被几项任务抽中计几次；未开签的任务和外部平台抽取的名单不计。`,
        en: `Over ${drawnTasks.size} tasks drawn here this year: asked is the plan’s share of the roster, drawn what came of it; an enterprise counts once for each task. Tasks not yet drawn and lists drawn elsewhere are left out.`,
      },
    },
    [...tiers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { asked, drawn }]) => ({ name, values: [asked, drawn] })),
  );
}

/** 进一次门、查多项事: doors of the year against what they would be if every task went by itself. */
async function doorFigure(deps: Deps, actor: Actor, year: number): Promise<Figure> {
  const doors = await doorsFor(deps, actor, year);
  const visits = doors.flatMap((door) => door.visits);
  const apart = visits.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return figure(
    {
      title: { zh: '合并检查减少上门次数', en: 'Doors saved by joint visits' },
      kind: 'column',
      headers: ['项目', '次数'],
      note: {
        zh: '口径：本年各次抽取及外部平台名单。“分别上门”为各任务户次之和；“合并后上门”为同一对象检查实施期重叠的合并为一次；二者之差为减少的上门次数。',
        en: 'Over draws and outside lists of the year: apart is the sum over tasks; merged counts one door where windows of one enterprise overlap; the difference is saved.',
      },
    },
    doors.length === 0
      ? []
      : [
          { name: '分别上门', values: [apart] },
          { name: '合并后上门', values: [doors.length] },
          { name: '减少上门', values: [apart - doors.length] },
        ],
  );
}

/** 各监管库户数 (万年 2022 三(一)1), for a policy that has pools; they add up to the register. */
async function poolFigures(deps: Deps): Promise<readonly Figure[]> {
  return (await poolBoards(deps)).map(({ on, register, sizes, names }) =>
    figure(
      {
        title: { zh: '各监管库检查对象', en: 'Subjects by pool' },
        kind: 'column',
        headers: ['监管库', '户数'],
        note: {
          zh: `口径：${on} 名录库全部检查对象 ${register} 户，每户只在一库，名单未列的归入其余，各库合计与名录库一致。`,
          en: `All ${register} subjects of the register on ${on}, each in one pool alone; the pools add up to the register.`,
        },
      },
      sizes.map(({ label, subjects }) => ({ name: `${label} ${names.get(label) ?? ''}`.trim(), values: [subjects] })),
    ),
  );
}

/** With 无数据 where there are no rows. */
const figure = ({ note: { zh, en }, ...around }: Omit<Figure, 'rows'>, rows: Rows): Figure => ({
  ...around,
  note: rows.length === 0 ? { zh: `无数据。${zh}`, en: `No data. ${en}` } : { zh, en },
  rows,
});
