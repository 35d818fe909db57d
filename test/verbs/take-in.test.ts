import { describe, expect, it } from 'vitest';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { outsideRows } from '../../bot/verbs/draw/outside-lists.ts';
import { freezeTakenIn, type TakeInRequest, takeInList } from '../../bot/verbs/draw/take-in-list.ts';
import { doorsFor, mergedWith } from '../../bot/verbs/visit/doors.ts';
import { drawableSubject } from '../../core/registry/drawable.ts';
import type { Subject } from '../../core/registry/subject.ts';
import { mergedDoors } from '../../core/visit/merge.ts';
import { facts, refusal, value } from '../desk.ts';
import { asked, ceremonyUntil, hands, type PlannedDesk, plannedDesk } from '../drawn-desk.ts';
import { csv } from './make.ts';

const headers = ['抽查任务编号', '统一社会信用代码', '企业名称', '检查人员工号'];

/** The first task, subjects that it can draw, and officers of its lead whose certificates last. */
function county(desk: PlannedDesk) {
  const [task] = desk.sample.plan.tasks;
  if (task === undefined) throw new Error('no task');
  const able = desk.sample.subjects.filter(
    (each) => each.tags.some((tag) => task.frame.tags.includes(tag)) && drawableSubject(each).ok,
  );
  const officers = desk.sample.inspectors
    .filter(({ department, certificate, left }) => {
      const lasts = certificate !== null && certificate.validUntil >= task.window.to;
      return department === task.lead && lasts && left === null;
    })
    .map(({ number }) => number);
  return { task, able, officers };
}

const request = (desk: PlannedDesk, rows: readonly (readonly string[])[], change: Partial<TakeInRequest> = {}) => ({
  bytes: csv(headers, ...rows),
  file: '省平台抽取名单.csv',
  plan: desk.plan,
  task: county(desk).task.no,
  platform: '省双随机平台',
  ...change,
});

const rowOf = (task: string, { number, name }: Subject, officers: readonly string[] = []): readonly string[] => [
  task,
  number,
  name,
  officers.join('、'),
];

describe('a list that another platform drew', () => {
  it('S1-30: is taken in with the people that it names; unknown ones are reported; it is marked not verifiable', async () => {
    const desk = await plannedDesk();
    const { task, able, officers } = county(desk);
    const [first, second, third] = able;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    const rows = [
      rowOf(task.no, first, officers.slice(0, 2)),
      rowOf(task.no, second, [officers[0] ?? '', 'BU-CUNZAI']),
      rowOf(task.no, third),
      rowOf('QITA-1', first),
    ];
    expect(refusal(await takeInList(desk, hands.otherLiaison, request(desk, rows)))).toMatchObject({ stage: 'rights' });
    const taken = value(await takeInList(desk, hands.liaison, request(desk, rows)));
    expect(taken.list).toMatchObject({ list: 1, listed: 3, taken: 3, people: 2, verifiable: false });
    expect(taken.peopleDifferences).toContainEqual(
      expect.objectContaining({ kind: 'unknown-inspector', inspector: 'BU-CUNZAI' }),
    );
    expect(taken.peopleDifferences.map(({ kind }) => kind)).toContain('too-few');
    const { rows: kept } = await outsideRows(desk.db, taken.list);
    expect(kept.map((each) => each.officers.length)).toEqual([2, 1, 0]);
    value(await takeInList(desk, hands.liaison, request(desk, rows)));
    expect((await facts(desk)).filter(({ kind }) => kind === 'outside-draw-taken-in')).toHaveLength(1);
  });

  it('is a draw of its task: neither another list nor a draw of ours takes its place', async () => {
    const desk = await plannedDesk();
    const { task, able } = county(desk);
    const rows = able.slice(0, 3).map((each) => rowOf(task.no, each));
    value(await takeInList(desk, hands.liaison, request(desk, rows)));
    const why = { reason: 'task-listed-already', task: task.no, list: 1 };
    expect(refusal(await takeInList(desk, hands.liaison, request(desk, rows.slice(1)))).why).toMatchObject(why);
    expect(refusal(await freeze(desk, hands.drafter, asked(desk))).why).toMatchObject(why);
  });

  it('our ceremony fills the posts that those whom it sends leave open, once', async () => {
    const desk = await plannedDesk();
    const { task, able, officers } = county(desk);
    const rows = able.slice(0, 4).map((each, i) => rowOf(task.no, each, i === 0 ? officers.slice(0, 2) : []));
    value(await takeInList(desk, hands.liaison, request(desk, rows)));
    const { witnesses, quorum, deadlines, public: numbers, way } = asked(desk);
    const input = { list: 1, witnesses, quorum, deadlines, public: numbers, way };
    const frozen = value(await freezeTakenIn(desk, hands.liaison, input));
    expect(frozen.manifest).toMatchObject({ kind: 'people', given: { length: 4 } });
    const sentTo = frozen.manifest.given.filter(({ posts }) => !posts.some((post) => post.department === task.lead));
    expect(sentTo).toHaveLength(1);
    expect(refusal(await freezeTakenIn(desk, hands.liaison, input)).why).toMatchObject({
      reason: 'task-drawn-already',
      ceremony: frozen.ceremony,
    });
    expect(refusal(await freezeTakenIn(desk, hands.liaison, { ...input, list: 9 })).why).toMatchObject({
      reason: 'no-list',
    });
  });

  it('S1-48: its visits and ours to one enterprise in the same days are one door', async () => {
    const desk = await plannedDesk();
    const { task, able } = county(desk);
    const tasks = desk.tasks.filter((no) => no !== task.no);
    const { ceremony } = await ceremonyUntil(desk, 'opened', { changes: { tasks } });
    const year = desk.sample.plan.year;
    const ours = await doorsFor(desk, hands.drafter, year);
    const drawn = new Set(ours.map(({ subject }) => subject.number));
    const shared = able.filter(({ number }) => drawn.has(number)).slice(0, 2);
    const apart = able.filter(({ number }) => !drawn.has(number)).slice(0, 2);
    expect(shared.length).toBeGreaterThan(0);
    const rows = [...shared, ...apart].map((each) => rowOf(task.no, each));
    value(await takeInList(desk, hands.liaison, request(desk, rows)));
    const doors = await doorsFor(desk, hands.drafter, year);
    const overlapping = doors.filter(({ visits }) => visits.some(({ verifiable }) => !verifiable));
    expect(overlapping.reduce((sum, { visits }) => sum + visits.length, 0)).toBeGreaterThanOrEqual(rows.length);
    const merged = mergedDoors(doors).map(({ subject }) => subject.number);
    const meets = await mergedWith(desk, { kind: 'list', no: 1 }, year);
    expect(meets).toBe(merged.filter((number) => shared.some((each) => each.number === number)).length);
    expect(ceremony).toBe(1);
    expect(await doorsFor(desk, hands.deputy, year)).toEqual([]);
  });

  it('a file without any subject of the task, and one that is no such list, are refused with what would be right', async () => {
    const desk = await plannedDesk();
    const other = county(desk)
      .able.slice(0, 1)
      .map((each) => rowOf('QITA-1', each));
    expect(refusal(await takeInList(desk, hands.liaison, request(desk, other))).why).toMatchObject({
      reason: 'nothing-listed',
      others: 1,
    });
    const stray = { bytes: csv(['甲', '乙'], ['1', '2']) };
    expect(refusal(await takeInList(desk, hands.liaison, request(desk, other, stray))).why).toMatchObject({
      reason: 'header',
    });
    expect(refusal(await takeInList(desk, hands.liaison, request(desk, other, { platform: ' ' }))).why).toMatchObject({
      reason: 'platform-missing',
    });
  });
});
