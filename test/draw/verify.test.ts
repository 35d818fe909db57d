import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../core/canonical.ts';
import { assignmentOf } from '../../core/draw/assignment.ts';
import { carryOut } from '../../core/draw/carry-out.ts';
import { type EventRequest, eventDigest } from '../../core/draw/event.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { commitmentsOf, type DrawRecord, openDraw, recordDigest, withEvent } from '../../core/draw/record.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { type Verdict, type VerifyStep, verify, verifySteps } from '../../core/draw/verify.ts';
import { courseOf, type Made, make, OPENED, recordOf, rowsOf, secretOf, small } from './make.ts';

const copy = (record: DrawRecord): DrawRecord => JSON.parse(JSON.stringify(record));
const failure = (verdict: Verdict): string => (verdict.ok ? 'ok' : `${verdict.step}: ${verdict.at}`);

/** The record of a draw that went on: somebody absent, a misreading, an inspector out, one substituted, one replaced. */
function eventful(made: Made): DrawRecord {
  const course = courseOf(made.manifest, { absent: ['3'] });
  const misreadings = [
    { number: course.public.number.replace(/39$/, '38'), at: '2025-05-01T13:38:00.000Z', reason: '誊写' },
  ];
  let record = openDraw({ ...course, misreadings }, made.roster, made.pages, OPENED);
  const assignment = assignmentOf(
    made.manifest,
    made.roster,
    ticketsOf(record.seed, made.roster.rows),
    record.result,
    record.openedAt,
  );
  const [first, second] = record.result.visits;
  const out = first?.posts[0]?.officer ?? '';
  const requests: EventRequest[] = [
    { kind: 'unavailable', at: '2025-05-06T01:00:00.000Z', officer: out },
    { kind: 'substituted', at: '2025-05-06T01:00:01.000Z', post: 0 },
    { kind: 'replaced', at: '2025-05-07T01:00:00.000Z', row: second?.row ?? 0, evidence: '2025-04-20' },
  ];
  for (const request of requests) {
    const body = carryOut(assignment, request);
    if (!body.ok) throw new Error(body.error.kind);
    record = withEvent(record, body.value);
  }
  return record;
}

describe('an honest record', () => {
  it('holds at every step, in the order of the protocol', () => {
    const steps: VerifyStep[] = [];
    const verdict = verify(copy(recordOf(small())), (step) => steps.push(step));
    expect(failure(verdict)).toBe('ok');
    expect(steps).toEqual(verifySteps);
  });

  it('holds with an absent witness, a misreading, a substitute and a replacement', () => {
    expect(failure(verify(copy(eventful(small()))))).toBe('ok');
  });

  it('holds for a ceremony that only fills posts', () => {
    const posts = [
      { department: '消防救援局', pool: '消防救援局', need: '' },
      { department: '市场监管局', pool: '市场监管局', need: '食品' },
    ];
    const people = { kind: 'people', tasks: [], counters: [], given: [{ row: 3, posts }] } as const;
    const record = recordOf(make(rowsOf(10, 0, 0), people));
    expect(record.result.tasks).toEqual([]);
    expect(record.result.visits[0]?.posts.every((post) => post.officer !== null)).toBe(true);
    expect(failure(verify(copy(record)))).toBe('ok');
  });

  it('holds for a roster of nobody', () => {
    expect(failure(verify(copy(recordOf(make([])))))).toBe('ok');
  });
});

describe('a changed record', () => {
  const made = make(rowsOf(36));
  const honest = copy(eventful(made));

  /** Every place in a value where one thing can be changed, with the changed whole. */
  function* changes(value: Json, at: string): Generator<{ at: string; changed: Json }> {
    if (value === null) yield { at, changed: 1 };
    else if (typeof value === 'number') yield { at, changed: value + 1 };
    else if (typeof value === 'boolean') yield { at, changed: !value };
    else if (typeof value === 'string') yield* changedTexts(value, at);
    else if (isList(value)) {
      for (const [i, each] of value.entries()) {
        yield { at: `${at}[${i}] removed`, changed: value.filter((_, k) => k !== i) };
        for (const inner of changes(each, `${at}[${i}]`))
          yield { at: inner.at, changed: value.map((one, k) => (k === i ? inner.changed : one)) };
      }
    } else {
      yield { at: `${at}.more`, changed: { ...value, more: 1 } };
      for (const [key, each] of Object.entries(value)) {
        const { [key]: _, ...rest } = value;
        yield { at: `${at}.${key} removed`, changed: rest };
        for (const inner of changes(each, `${at}.${key}`))
          yield { at: inner.at, changed: { ...value, [key]: inner.changed } };
      }
    }
  }
  const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

  /** The last character becomes another of its sort, so that the shape stays and only the meaning changes. */
  function* changedTexts(value: string, at: string): Generator<{ at: string; changed: Json }> {
    yield { at: `${at} longer`, changed: `${value}1` };
    const turned = value.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (c) =>
      c === '1' ? '2' : c === 'a' ? 'b' : /\d/.test(c) ? '1' : 'a',
    );
    if (turned !== value) yield { at, changed: turned };
  }

  it('names a step, whatever is changed, added or taken out, at every place; but for the end of the events', () => {
    const json: Json = JSON.parse(JSON.stringify(honest));
    const silent: string[] = [];
    let tried = 0;
    for (const { at, changed } of changes(json, '$')) {
      tried += 1;
      if (verify(changed).ok) silent.push(at);
    }
    expect(tried).toBeGreaterThan(1000);
    // A file cannot show that its last page was torn off: the ledger's count of events does.
    expect(silent).toEqual(['$.events[2] removed']);
  }, 120_000);

  type Path = readonly (string | number)[];
  const changedAt = (value: Json, [key, ...rest]: Path, change: (value: Json) => Json): Json => {
    if (key === undefined) return change(value);
    if (isList(value)) return value.map((each, i) => (i === key ? changedAt(each, rest, change) : each));
    if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${key}`);
    const inner = value[key];
    if (inner === undefined) throw new Error(`nothing at ${key}`);
    return { ...value, [key]: changedAt(inner, rest, change) };
  };
  /** The record with one thing in its result changed. */
  const at = (record: DrawRecord, path: Path, change: (value: Json) => Json): unknown => ({
    ...record,
    result: changedAt(record.result, path, change),
  });

  it.each<[string, VerifyStep, (record: DrawRecord) => unknown]>([
    ['nothing at all', 'format', () => null],
    ['another protocol', 'format', (r) => ({ ...r, protocol: 'mingchou/draw/2/record' })],
    ['an unknown member', 'format', (r) => ({ ...r, note: '' })],
    ['a negative zero', 'format', (r) => ({ ...r, public: { ...r.public, place: -0 } })],
    ['a share of the manifest', 'manifest', (r) => ({ ...r, manifest: { ...r.manifest, byPlace: true } })],
    ['a mark on a page', 'roster', (r) => ({ ...r, roster: [r.roster[0]?.replace('0.', '0A')] })],
    ['co-signed digits', 'cosigned', (r) => ({ ...r, cosigned: [{ id: '1', digits: '00000000' }] })],
    [
      'the desk co-signing',
      'cosigned',
      (r) => ({ ...r, cosigned: [{ id: '0', digits: r.manifestDigest.slice(0, 8) }] }),
    ],
    ['a commitment', 'commitments', (r) => ({ ...r, sealed: r.sealed.map((s) => ({ ...s, commitment: r.seed })) })],
    ['fewer witnesses than the quorum', 'commitments', (r) => ({ ...r, sealed: r.sealed.slice(0, 2) })],
    ['the desk not sealed', 'commitments', (r) => ({ ...r, sealed: r.sealed.slice(1) })],
    ['typed digits', 'openings', (r) => ({ ...r, opened: r.opened.map((o) => ({ ...o, typed: '999999' })) })],
    ['an absent witness left out', 'openings', (r) => ({ ...r, absent: [] })],
    ['the desk absent', 'openings', (r) => ({ ...r, opened: r.opened.slice(1), absent: ['0', '3'] })],
    ['opening closed early on a silent witness', 'times', (r) => ({ ...r, openingClosed: '2025-05-01T09:40:00.000Z' })],
    [
      'a number read before it could exist',
      'times',
      (r) => ({ ...r, public: { ...r.public, at: '2025-05-01T12:00:00.000Z' } }),
    ],
    [
      'the desk opening before the number',
      'times',
      (r) => ({ ...r, public: { ...r.public, at: '2025-05-01T13:41:00.000Z' } }),
    ],
    [
      'a ball that is not in the drum',
      'public-number',
      (r) => ({ ...r, public: { ...r.public, number: r.public.number.replace('39', '81') } }),
    ],
    [
      'one person typing twice',
      'public-number',
      (r) => ({ ...r, public: { ...r.public, typists: [r.public.typists[0], r.public.typists[0]] } }),
    ],
    ['another ball', 'seed', (r) => ({ ...r, public: { ...r.public, number: r.public.number.replace('39', '40') } })],
    [
      'a subject swapped for another',
      'selection',
      (r) => at(r, ['tasks', 0, 'tiers', 2, 'drawn', 0], (row) => Number(row) + 1),
    ],
    ['a skipped subject invented', 'selection', (r) => at(r, ['tasks', 0, 'tiers', 0, 'skipped'], () => [1])],
    ['a visit without one of its tasks', 'visits', (r) => at(r, ['visits', 0, 'tasks'], () => [])],
    ['a post left out', 'visits', (r) => at(r, ['visits', 0, 'posts'], () => [])],
    [
      'an officer swapped',
      'officers',
      (r) => at(r, ['visits', 0, 'posts', 0, 'officer'], (was) => (was === 'S05' ? 'S06' : 'S05')),
    ],
    ['substitutes in another order', 'officers', (r) => at(r, ['substitutes', 0, 'officers', 0], () => 'X99')],
    ['the root', 'root', (r) => ({ ...r, root: r.seed })],
    ['the time of opening', 'digest', (r) => ({ ...r, openedAt: '2025-05-01T13:41:00.000Z' })],
    [
      'a misreading’s reason',
      'digest',
      (r) => ({ ...r, misreadings: r.misreadings.map((m) => ({ ...m, reason: '' })) }),
    ],
    ['an event in the middle taken out', 'events', (r) => ({ ...r, events: r.events.slice(1) })],
  ])('%s: the step %s fails', (_, step, change) => {
    expect(verify(JSON.parse(JSON.stringify(change(copy(honest)), keepZero), reviveZero))).toMatchObject({
      ok: false,
      step,
    });
  });

  const keepZero = (_: string, value: unknown): unknown => (Object.is(value, -0) ? '-0' : value);
  const reviveZero = (_: string, value: unknown): unknown => (value === '-0' ? -0 : value);

  it('a forger who recomputes every digest still cannot pick a substitute', () => {
    const [gone, event] = honest.events;
    if (gone?.body.kind !== 'unavailable' || event?.body.kind !== 'substituted') throw new Error('no substitution');
    const { body: substituted } = event;
    const others = made.manifest.officers.map((each) => each.number).filter((n) => n !== substituted.in);
    for (const picked of others) {
      const body = { ...substituted, in: picked };
      const forged = [gone, { body, digest: eventDigest(gone.digest, body) }];
      expect(verify({ ...honest, events: forged })).toMatchObject({ ok: false, step: 'events' });
    }
  });

  it('a forger who recomputes every digest still cannot close sealing on a witness before the deadline', () => {
    const course = courseOf(made.manifest);
    const sealed = course.sealed.filter((each) => each.id !== '3');
    const opened = course.opened.filter((each) => each.id !== '3');
    const forged = openDraw({ ...course, sealed, opened }, made.roster, made.pages, OPENED);
    expect(forged.commitmentsDigest).toBe(commitmentsOf(forged));
    expect(verify(copy(forged))).toMatchObject({ ok: false, step: 'times', at: 'sealingClosed' });
    const late = openDraw(
      { ...course, sealed, opened, sealingClosed: made.manifest.deadlines.seal },
      made.roster,
      made.pages,
      OPENED,
    );
    expect(failure(verify(copy(late)))).toBe('ok');
  });

  it('dice count only while a witness with a page of its own has sealed', () => {
    const course = courseOf(made.manifest);
    const number = { ...course.public, place: 1, number: '3 1 4 1 5 9' };
    const atDesk = course.sealed.filter((each) => each.id === '0' || each.id === '3');
    const diced = openDraw({ ...course, public: number }, made.roster, made.pages, OPENED);
    expect(failure(verify(copy(diced)))).toBe('ok');
    const manifest = { ...made.manifest, quorum: 1 };
    const M = courseOf(manifest);
    const alone = openDraw(
      {
        ...M,
        sealed: M.sealed.filter(({ id }) => atDesk.some((each) => each.id === id)),
        opened: M.opened.filter(({ id }) => atDesk.some((each) => each.id === id)),
        sealingClosed: manifest.deadlines.seal,
        public: number,
      },
      made.roster,
      made.pages,
      OPENED,
    );
    expect(manifestDigest(manifest)).toBe(alone.manifestDigest);
    expect(verify(copy(alone))).toMatchObject({ ok: false, step: 'public-number' });
  });

  it('the record’s digest covers all but the roster, which the manifest covers, and the later events', () => {
    expect(recordDigest({ ...honest, roster: [], events: [] })).toBe(honest.digest);
    expect(secretOf('1').nonce).toHaveLength(64);
  });
});

describe('golden records, made by another implementation in another language', () => {
  const directory = new URL('./golden/', import.meta.url);
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];
  it.each(names)('%s holds', (name) => {
    expect(failure(verify(JSON.parse(readFileSync(new URL(name, directory), 'utf8'))))).toBe('ok');
  });
  const oracle = new URL('../oracle/make.py', import.meta.url).pathname;
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  // Without Python there is nobody else to make a ceremony; the golden records above hold all the same.
  it.skipIf(!hasPython).each([101, 102, 103, 104, 105, 106, 107, 108])(
    'a ceremony of chance number %s, made by the other implementation, holds, and its forgery does not',
    (seed) => {
      const made = execFileSync('python3', [oracle, 'random', String(seed)], { encoding: 'utf8', maxBuffer: 1e8 });
      expect(failure(verify(JSON.parse(made)))).toBe('ok');
      const record: DrawRecord = JSON.parse(made);
      expect(verify({ ...record, root: record.digest })).toMatchObject({ ok: false, step: 'root' });
    },
  );
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(5);
  });
});
