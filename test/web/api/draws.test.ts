/** What a workbook may read of draws: which were opened, whose record it may have, and the year in figures. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { disclose } from '../../../bot/verbs/draw/disclose.ts';
import { assignVisits } from '../../../bot/verbs/visit/assign.ts';
import type { DrawLine, Figures } from '../../../core/api/shapes.ts';
import { openedDesk, reply } from '../../consult/desk.ts';
import { people, type TestDesk, value } from '../../desk.ts';
import { ceremonyUntil, hands, type PlannedDesk, plannedDesk, times } from '../../drawn-desk.ts';
import { signedIn, workbookAt } from './workbook.ts';

const drawsSeenBy = async (desk: PlannedDesk, actor: Actor): Promise<readonly DrawLine[]> =>
  ((await (await signedIn(desk, actor)).get('/api/draws')).body as { readonly draws: readonly DrawLine[] }).draws;

const figuresSeenBy = async (desk: TestDesk, actor: Actor): Promise<Figures> =>
  (await (await signedIn(desk, actor)).get('/api/figures')).body as Figures;

describe('draws', () => {
  it('are listed once they were opened; the record is the office’s and the witnesses’ at once, everybody’s on its day', async () => {
    const desk = await plannedDesk();
    expect(await drawsSeenBy(desk, hands.drafter)).toEqual([]);
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    expect(await drawsSeenBy(desk, hands.drafter)).toMatchObject([
      { no: ceremony, date: '2025-06-26', record: true, why: null },
    ]);
    expect(await drawsSeenBy(desk, hands.deputy)).toMatchObject([{ record: true }]);
    const [line] = await drawsSeenBy(desk, hands.liaison);
    expect([line?.record, line?.why?.zh.includes('起公开')]).toEqual([false, true]);

    const path = `/draws/${ceremony}/record.json`;
    expect((await (await signedIn(desk, hands.drafter)).get(path)).status).toBe(200);
    const refused = await (await signedIn(desk, hands.liaison)).get(path);
    expect([refused.status, Object.keys(refused.body as object)]).toEqual([403, expect.arrayContaining(['words'])]);
    const late = await signedIn(desk, hands.liaison);
    desk.setNow(times.disclosed);
    expect((await late.get(path)).status).toBe(401);
    value(await disclose(desk, hands.drafter, ceremony));
    expect((await late.get(path)).status).toBe(200);
    expect((await workbookAt(desk).get(path)).status).toBe(200);
    expect(await drawsSeenBy(desk, hands.liaison)).toMatchObject([{ record: true, why: null }]);
  });

  it('a token opens no page: only a record is read by it', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const book = await signedIn(desk, hands.drafter);
    expect((await book.get(`/lists/${ceremony}`)).status).toBe(401);
  });
});

describe('figures', () => {
  it('say 无数据 where nothing is on record, and how each is defined', async () => {
    const desk = await plannedDesk();
    const { year, figures } = await figuresSeenBy(desk, hands.drafter);
    expect([year, figures.map(({ title }) => title.zh)]).toEqual([
      2025,
      ['征询反馈情况', '各单位征询反馈', '分类抽取与计划应抽', '合并检查减少上门次数'],
    ]);
    for (const { note, rows, headers } of figures) {
      expect([note.zh.startsWith('无数据。'), note.zh.includes('口径：'), rows]).toEqual([true, true, []]);
      expect(headers.length).toBeGreaterThan(1);
    }
  });

  it('count who replied what to the latest letter: the office all, a department itself', async () => {
    const desk = await openedDesk();
    value(await reply(desk, people.liaison));
    const rowsOf = async (actor: Actor, place: number) => (await figuresSeenBy(desk, actor)).figures[place]?.rows;
    const whole = await rowsOf(people.office, 0);
    expect(whole?.map(({ name }) => name)).toEqual(['参加', '无意见', '有意见', '不参加', '未反馈']);
    expect([whole?.at(-1)?.values, whole?.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)]).toEqual([[2], 3]);
    const bars = await rowsOf(people.office, 1);
    expect(bars?.map(({ values }) => values.reduce<number>((sum, each) => sum + (each ?? 0), 0))).toEqual([1, 1, 1]);
    expect((await rowsOf(people.otherLiaison, 1))?.map(({ values }) => values)).toEqual([[0, 0, 0, 0, 1]]);
    expect(await rowsOf(people.inspector, 1)).toEqual([]);
  });

  it('count tiers and doors from the ledger: the office all, a department its own, a witness none', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    value(await assignVisits(desk, hands.drafter, ceremony));
    const [, , tiers, doors] = (await figuresSeenBy(desk, hands.drafter)).figures;
    expect(tiers?.rows.length).toBeGreaterThan(1);
    for (const { values } of tiers?.rows ?? []) expect(values[1]).toBeLessThanOrEqual(values[0] ?? 0);
    const [apart = 0, merged = 0, saved = 0] = (doors?.rows ?? []).map(({ values }) => values[0] ?? 0);
    expect([apart - merged, merged > 0, apart >= merged]).toEqual([saved, true, true]);
    const drawn = (tiers?.rows ?? []).reduce((sum, { values }) => sum + (values[1] ?? 0), 0);
    expect(apart).toBe(drawn);

    const own = (await figuresSeenBy(desk, hands.liaison)).figures[3]?.rows[1]?.values[0] ?? 0;
    expect([own > 0, own <= merged]).toEqual([true, true]);
    const none = (await figuresSeenBy(desk, hands.deputy)).figures;
    expect(none.flatMap(({ rows }) => rows)).toEqual([]);
  });
});
