import { describe, expect, it } from 'vitest';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { fileDraw } from '../../bot/verbs/draw/file.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { freezeOpenPosts, takeInDraw } from '../../bot/verbs/draw/freeze-people.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { replaceSubject } from '../../bot/verbs/visit/replace.ts';
import { reportUnavailable } from '../../bot/verbs/visit/unavailable.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { openDraw } from '../../core/draw/record.ts';
import { readRoster } from '../../core/draw/roster.ts';
import { drawableSubject } from '../../core/registry/drawable.ts';
import { keyText } from '../../core/registry/subject.ts';
import { facts, refusal, value } from '../desk.ts';
import {
  asked,
  ceremonyUntil,
  continued,
  expectRefused,
  hands,
  openedBy,
  type PlannedDesk,
  plannedDesk,
  thrown,
  times,
  typedTwice,
} from '../drawn-desk.ts';
import { expectVerified, expectVerifiedInPython, hasPython } from './verified.ts';

const recordOf = async (desk: PlannedDesk, ceremony: number): Promise<DrawRecord> =>
  value(await recordFor(desk, hands.drafter, ceremony));

/** Two groups over the caterers: whoever has had its checks of the year by the second one is passed by. */
const twoGroups = ({ tasks }: PlannedDesk) => {
  const [first = '', , , last = ''] = tasks;
  return {
    tasks: [first, last],
    groups: new Map([
      [first, 0],
      [last, 1],
    ]),
  };
};

/** An absent witness, enterprises passed by, an inspector who falls out with a substitution, a subject that is replaced. */
async function eventful(): Promise<{ readonly desk: PlannedDesk; readonly record: DrawRecord }> {
  const desk = await plannedDesk();
  const changes = twoGroups(desk);
  const { ceremony } = await ceremonyUntil(desk, 'opened', { changes, absent: [hands.thirdParty] });
  desk.setNow(times.afterwards);
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const post = assignment.posts.find(({ department, officer }) => department === 'scjg' && officer !== null);
  const inspector = post?.officer ?? '';
  value(await reportUnavailable(desk, hands.head, { ceremony, inspector, reason: '因公外派' }));
  const [visit] = assignment.visits;
  const subject = assignment.roster.key(visit?.row ?? 0);
  const replaced = { ceremony, subject, evidence: '2025-05-30', reason: '锁定前已注销，名录未更新' };
  value(await replaceSubject(desk, hands.drafter, replaced));
  return { desk, record: await recordOf(desk, ceremony) };
}

/** Posts of a draw that nobody could fill, filled by a ceremony for people only. */
async function peopleOnly(): Promise<{
  readonly desk: PlannedDesk;
  readonly first: DrawRecord;
  readonly record: DrawRecord;
}> {
  const desk = await plannedDesk();
  const [first = ''] = desk.tasks;
  const { ceremony, manifest } = await ceremonyUntil(desk, 'opened', { changes: { tasks: [first] } });
  desk.setNow(times.afterwards);
  // Everybody of one small body falls out but two, so that posts stay open.
  const department = manifest.tasks[0]?.bodies.at(-1)?.department ?? '';
  const head = { ...hands.otherHead, person: 'h7', department };
  value(await enrol(desk, hands.drafter, head));
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const own = assignment.posts.filter((post) => post.department === department);
  const holders = [...new Set(own.flatMap(({ officer }) => (officer === null ? [] : [officer])))];
  const pool = manifest.officers.filter((officer) => officer.pool === department).map(({ number }) => number);
  for (const inspector of pool.filter((number) => !holders.slice(0, 1).includes(number))) {
    value(await reportUnavailable(desk, head, { ceremony, inspector, reason: '抽调参加防汛' }));
  }
  const tomorrow = { seal: '2025-06-26T06:00:00.000Z', reveal: '2025-06-26T07:00:00.000Z' };
  const input = { ...asked(desk), of: ceremony, deadlines: tomorrow };
  const frozen = value(await freezeOpenPosts(desk, hands.drafter, input));
  // The same posts are not drawn for a second time, opened or not.
  expectRefused(await freezeOpenPosts(desk, hands.drafter, input), 'draw', { reason: 'empty-roster' });
  await continued(desk, frozen, 'opened');
  return { desk, first: await recordOf(desk, ceremony), record: await recordOf(desk, frozen.ceremony) };
}

describe('the records that our verbs make verify', () => {
  it('S2-33, S2-35: a plain draw: subjects, inspectors and ordered substitutes of each post', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const record = await recordOf(desk, ceremony);
    expectVerified(record);
    expect(record.result.visits.length).toBeGreaterThan(10);
    for (const { posts } of record.result.visits) {
      const bodies = new Set(posts.map(({ department }) => department));
      for (const department of bodies) {
        if (department.startsWith('专家')) continue;
        expect(posts.filter((post) => post.department === department).length).toBeGreaterThanOrEqual(2);
      }
    }
    expect(Object.keys(record.result.substitutes).length).toBeGreaterThan(0);
  });

  it('an absent witness, enterprises passed by, a substitution and a replacement', async () => {
    const { record } = await eventful();
    expectVerified(record);
    expect(record.absent).toEqual(['w3']);
    expect(record.result.tasks.flatMap(({ tiers }) => tiers.flatMap(({ skipped }) => skipped)).length).toBeGreaterThan(
      0,
    );
    expect(new Set(record.events.map(({ body }) => body.kind))).toEqual(
      new Set(['unavailable', 'substituted', 'replaced']),
    );
  });

  it('a ceremony for people only, for the posts that were left open; nobody is drawn whom the first one ruled out', async () => {
    const { first, record } = await peopleOnly();
    expectVerified(first);
    expectVerified(record);
    expect([record.manifest.kind, record.manifest.tasks, record.result.tasks]).toEqual(['people', [], []]);
    expect(record.result.visits.length).toBeGreaterThan(0);
    const out = new Set(first.events.flatMap(({ body }) => (body.kind === 'unavailable' ? [body.officer] : [])));
    expect(record.manifest.officers.filter(({ number }) => out.has(number))).toEqual([]);
  });

  it('posts that the second ceremony leaves open go to a third, without those who were ruled out before', async () => {
    const { desk, first, record } = await peopleOnly();
    const input = {
      ...asked(desk),
      of: record.manifest.ceremony,
      deadlines: { seal: '2025-06-26T08:00:00.000Z', reveal: '2025-06-26T09:00:00.000Z' },
    };
    const open = record.result.visits.flatMap(({ posts }) => posts.filter(({ officer }) => officer === null));
    const of = { ...input, of: first.manifest.ceremony };
    expectRefused(await freezeOpenPosts(desk, hands.drafter, of), 'draw', { reason: 'empty-roster' });
    const third = await freezeOpenPosts(desk, hands.drafter, input);
    expect(open.length).toBeGreaterThan(0);
    const { manifest } = value(third);
    const before = new Set(record.manifest.officers.map(({ number }) => number));
    expect(manifest.officers.filter(({ number }) => !before.has(number))).toEqual([]);
    expect(manifest.given.flatMap(({ posts }) => posts)).toHaveLength(open.length);
  });

  it.skipIf(!hasPython)('all three also in Python, by a verifier that shares no line with ours', async () => {
    const { desk, record } = await eventful();
    const people = await peopleOnly();
    const plain = await plannedDesk();
    const { ceremony } = await ceremonyUntil(plain, 'opened');
    for (const each of [record, people.first, people.record, await recordOf(plain, ceremony)]) {
      expectVerifiedInPython(desk, each);
    }
  });
});

describe('a mistyped public number', () => {
  it('makes a new edition, and the true number alone determines the result; the first edition stays in the database', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const wrong = await recordOf(desk, ceremony);
    const text = thrown.replace(/^3/, '8');
    desk.setNow(times.afterwards);
    const correction = { ceremony, text, second: 'j1', reason: '首位误录为3，现场照片为8' };
    value(await correctNumber(desk, hands.drafter, correction));
    value(await confirmCorrection(desk, hands.legal, ceremony));
    expectRefused(await recordFor(desk, null, ceremony), 'draw', { reason: 'before-disclosure' });
    expect((await openedBy(desk, ceremony)).record.edition).toBe(1);
    const record = await recordOf(desk, ceremony);
    expectVerified(record);
    if (hasPython) expectVerifiedInPython(desk, record);
    expect(record.misreadings).toEqual([{ number: thrown, at: times.afterwards, reason: correction.reason }]);
    expect([record.public.number, record.seed === wrong.seed]).toEqual([text, false]);
    // The same ceremony without any slip gives the same result: the wrong number has left nothing in it.
    const roster = readRoster(record.manifest, record.roster);
    if (!roster.ok) throw new Error('unreadable');
    const { misreadings: _, ...course } = record;
    const clean = openDraw({ ...course, misreadings: [] }, roster.value, record.roster, record.openedAt);
    expect([clean.seed, clean.root, clean.result]).toEqual([record.seed, record.root, record.result]);
    const editions = await desk.db.read('select edition, digest from draw_record order by edition');
    expect(editions.map(({ edition, digest }) => [Number(edition), digest])).toEqual([
      [0, wrong.digest],
      [1, record.digest],
    ]);
    expect((await facts(desk)).filter(({ kind }) => kind === 'ceremony-opened')).toHaveLength(2);
    // What is handed out afterwards is the visits of the true draw.
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    expect(assignment.visits.map(({ row }) => row)).toEqual(record.result.visits.map(({ row }) => row));
  });
});

describe('S1-29, S1-30: a list that the provincial platform drew', () => {
  it('is compared row by row with our lists, every difference is named, and our ceremony finds the inspectors', async () => {
    const desk = await plannedDesk();
    const [task] = desk.sample.plan.tasks;
    const caterers = desk.sample.subjects.filter(({ tags }) => tags.some((tag) => task?.frame.tags.includes(tag)));
    const active = caterers.filter((each) => drawableSubject(each).ok);
    const gone = caterers.find((each) => !drawableSubject(each).ok);
    const other = desk.sample.subjects.find(({ tags }) => !tags.some((tag) => task?.frame.tags.includes(tag)));
    const unknown = { kind: 'uscc' as const, number: '91990723MA00000000' };
    const key = (each: (typeof active)[number] | undefined) => ({
      kind: each?.kind ?? 'uscc',
      number: each?.number ?? '',
    });
    const list = [...active.slice(0, 6).map(key), key(gone), key(other), unknown, key(active[0])];
    const input = { ...asked(desk), plan: desk.plan, task: task?.no ?? '', platform: '省双随机平台', list };
    expectRefused(await takeInDraw(desk, hands.otherLiaison, input), 'rights', { reason: 'not-own' });
    const taken = value(await takeInDraw(desk, hands.liaison, input));
    const kinds = taken.differences.map(({ kind }) => kind);
    expect(kinds).toContain('unknown-subject');
    expect(kinds).toContain('not-in-frame');
    expect(kinds).toContain('twice');
    expect(taken.differences).toContainEqual({
      kind: 'excluded',
      subject: keyText(key(gone)),
      reason: 'not-active',
    });
    expect((await facts(desk)).find(({ kind }) => kind === 'outside-draw-taken-in')).toMatchObject({
      actor: 'person:l1',
      body: { task: task?.no, platform: '省双随机平台', listed: 10, ceremony: taken.ceremony },
    });
    await continued(desk, taken, 'revealed');
    await typedTwice(desk, taken.ceremony, thrown);
    value(await open(desk, hands.liaison, taken.ceremony));
    const record = await recordOf(desk, taken.ceremony);
    expectVerified(record);
    expect(record.manifest.kind).toBe('people');
    expect(record.result.visits).toHaveLength(7);
    // It was drawn: neither by another list nor here is it drawn a second time.
    const why = { reason: 'task-drawn-already', task: task?.no, ceremony: taken.ceremony };
    expectRefused(await takeInDraw(desk, hands.liaison, input), 'draw', why);
    expectRefused(await freeze(desk, hands.drafter, asked(desk)), 'draw', why);
  });
});

describe('S2-37, S2-41: the file of a draw', () => {
  it('holds every paper with its checksum, and names what people must still add', async () => {
    const { desk, record } = await eventful();
    const { ceremony } = record.manifest;
    const input = { ceremony, place: '三楼会议室', media: [], verifyAt: 'npx mingchou verify record.json' };
    const { files, missing } = value(await fileDraw(desk, hands.drafter, input));
    const names = files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['record.json', 'manifest.json', 'checkpoint.txt', 'SHA256SUMS']));
    expect(missing.length).toBeGreaterThan(0);
    const bytes = files.find(({ name }) => name === 'record.json')?.bytes ?? new Uint8Array();
    const filed: DrawRecord = JSON.parse(new TextDecoder().decode(bytes));
    expectVerified(filed);
    expect(filed.digest).toBe(record.digest);
    expect(refusal(await fileDraw(desk, hands.liaison, input)).stage).toBe('draw');
  });
});
