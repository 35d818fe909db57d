/** From a real record to its papers; and the sample's people suffice for the sample's draw. */
import { describe, expect, it } from 'vitest';
import { assignmentSheets } from '../../bot/paper/assignments.ts';
import { paperVisits } from '../../bot/paper/from-assignment.ts';
import { recordValue } from '../../bot/paper/from-record.ts';
import { recordForm } from '../../bot/paper/record-form.ts';
import { visitSheets } from '../../bot/paper/visit-list.ts';
import { assignmentOf } from '../../core/draw/assignment.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { keyText } from '../../core/registry/subject.ts';
import { drawn } from './drawn.ts';
import { head, record as made } from './make.ts';
import { see } from './reading.ts';

const { sample, manifest, roster, record } = drawn('sanming-2025', 5000);
const departmentName = (code: string) => sample.departments.find((each) => each.code === code)?.name ?? code;
const around = {
  office: departmentName('lxb'),
  policy: '明双随机〔2025〕1号',
  place: '三楼会议室',
  checkpoint: made.checkpoint,
  verifyAt: made.verifyAt,
  media: [],
  annulled: null,
  seal: made.seal,
  date: made.date,
  plan: sample.plan,
  disclosed: false,
  departmentName,
  schemeName: (scheme: string) => scheme,
};
const value = recordValue(record, roster, around);

describe('the form of a real record', () => {
  it('adds up: every household of the roster is drawable by some task, left out with a reason, or outside all tasks', () => {
    const { columns } = roster;
    const drawable = Array.from({ length: roster.rows }, (_, row) =>
      columns.tiers.some((tiers, t) => tiers[row] !== undefined && tiers[row] < 254 && columns.letters[t]?.[row] === 0),
    ).filter(Boolean).length;
    const left = value.excluded.reduce((sum, { households }) => sum + households, 0);
    expect(drawable).toBeGreaterThan(100);
    expect(left + drawable).toBe(5000);
    expect(value.excluded.map(({ reason }) => reason)).toContain('已注销、吊销、撤销或者迁出');
    expect(value.excluded.map(({ reason }) => reason)).toContain('无事不扰，该类不纳入抽查');
    expect(value.excluded.map(({ reason }) => reason).join('')).not.toMatch(/[a-z]/);
  });

  it('gives the record’s own figures for each task and names its departments', () => {
    value.tasks.forEach((task, t) => {
      expect(task.tiers.map((tier) => tier.drawn)).toEqual(
        record.result.tasks[t]?.tiers.map((tier) => tier.drawn.length),
      );
      expect(task.lead).toMatch(/^清漪县/);
    });
    expect(value.merged.visits).toBe(record.result.visits.length);
  });

  it('tells who opened, who did not come, and who never sealed', () => {
    expect(value.participants.map(({ state }) => state)).toEqual(['opened', 'opened', 'absent', 'unsealed']);
  });

  it('holds the seed back until disclosure', () => {
    expect(recordForm(value)).not.toContain(record.seed);
    expect(recordForm(recordValue(record, roster, { ...around, disclosed: true }))).toContain(record.seed.slice(0, 32));
  });

  it('prints, and no code of a department or reason is left on it', () => {
    const { text } = see(recordForm(value));
    expect(text).toContain(record.digest);
    expect(text).not.toMatch(/\b(?:scjg|wj|xf|lxb|spared|not-active)\b/);
  });
});

describe('the visits of a real record', () => {
  const names = {
    plan: sample.plan,
    subjectName: (key: Parameters<typeof keyText>[0]) =>
      sample.subjects.find((each) => keyText(each) === keyText(key))?.name ?? '',
    inspectorName: (number: string) =>
      [...sample.inspectors, ...sample.experts].find((each) => each.number === number)?.name ?? number,
    departmentName,
    itemName: (code: string) => sample.items.find((item) => item.code === code)?.name ?? code,
  };
  const tickets = ticketsOf(record.seed, roster.rows);
  const visits = paperVisits(assignmentOf(manifest, roster, tickets, record.result, record.openedAt), names);

  it('are all there, with names for every number', () => {
    expect(visits.length).toBe(record.result.visits.length);
    for (const { subject, bodies, tasks } of visits) {
      expect(subject.name).not.toBe('');
      expect(tasks.length).toBeGreaterThan(0);
      for (const body of bodies) {
        expect(body.inspectors.length + body.open).toBeGreaterThan(0);
        expect(body.items.join('')).not.toMatch(/SX\d/);
      }
    }
  });

  it('send two officers of each body, since the sample’s people suffice even place by place', () => {
    const bodies = visits.flatMap((visit) => visit.bodies).filter(({ code }) => !code.startsWith('专家'));
    expect(bodies.filter(({ inspectors }) => inspectors.length !== 2)).toEqual([]);
  });

  it('stand in the batches of the record', () => {
    const school = visits.filter(({ tasks }) => tasks.some(({ no }) => no === manifest.tasks[1]?.no));
    expect(new Set(school.map(({ batch }) => batch))).toEqual(new Set([1, 2]));
  });

  it('fill the lists: one row a visit, one assignment a post held', () => {
    const [all] = visitSheets(head, visits);
    expect(all?.rows.length).toBe(visits.length);
    const posts = record.result.visits.flatMap((visit) => visit.posts).filter(({ officer }) => officer !== null);
    const rows = assignmentSheets(head, visits).flatMap((sheet) => sheet.rows);
    expect(rows.length).toBe(posts.length);
  });
});

describe('the sample of every jurisdiction', () => {
  it.each(['shishi-2024', 'fuan-2018', 'wannian-2022', 'ganzhou-2023'])(
    '%s: is drawn and matched without an open post',
    (id) => {
      const other = drawn(id, 3000);
      const posts = other.record.result.visits.flatMap((visit) => visit.posts);
      expect(posts.length).toBeGreaterThan(100);
      expect(posts.filter(({ officer }) => officer === null)).toEqual([]);
    },
  );
});
