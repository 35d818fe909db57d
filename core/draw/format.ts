/**
 * The shape of a record as it comes from a file: exactly the members of README §2 and §9, whole numbers, texts without control
 * characters. What the members mean to one another is the business of the later steps.
 */
import { parseDate } from '../calendar.ts';
import type { SettledShare } from '../plan/quota.ts';
import { numberKinds } from '../registry/subject.ts';
import type { Result } from '../result.ts';
import { matching, parseWire, type Shape, such, type WireRefusal, z } from '../wire.ts';
import type { DrawEvent } from './event.ts';
import type { Manifest } from './manifest.ts';
import { PROTOCOL, RECORD_PROTOCOL } from './protocol.ts';
import type { DrawRecord } from './record.ts';
import type { DrawResult } from './result.ts';

const hasControl = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20) return true;
  return false;
};

const text = such(z.string(), (value) => value.isWellFormed() && !hasControl(value), 'text without control characters');
const page = such(z.string(), (value) => value.isWellFormed(), 'well-formed text');
// A negative zero is written as 0 by one language and as -0 by another.
const whole = such(z.int(), (n) => n >= 0 && !Object.is(n, -0), 'a whole number');
const hex64 = matching(/^[0-9a-f]{64}$/);
const date = such(z.string(), (value) => parseDate(value).ok, 'a date');
const timePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const time = such(z.string(), (value) => parseDate(timePattern.exec(value)?.[1] ?? '').ok, 'a time');

const share: Shape<SettledShare> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('spared') }),
    z.strictObject({ kind: z.literal('count'), n: whole }),
    z.strictObject({
      kind: z.literal('share'),
      bp: whole,
      bound: z.enum(['exactly', 'at-least', 'at-most']),
      atLeast: whole,
    }),
    z.strictObject({
      kind: z.literal('steps'),
      steps: z.array(z.strictObject({ upTo: z.nullable(whole), share })),
    }),
  ]),
);

const task = z.strictObject({
  no: text,
  name: text,
  group: whole,
  items: z.array(text),
  scheme: z.strictObject({ name: text, date }),
  denominator: z.enum(['frame', 'eligible']),
  total: z.nullable(whole),
  tiers: z.array(z.strictObject({ label: text, quota: share, limits: z.array(z.nullable(whole)) })),
  counts: z.array(whole),
  batches: whole,
  bodies: z.array(z.strictObject({ department: text, pool: text, needs: z.array(text), officers: whole })),
});

const publicSource = z.strictObject({
  source: z.enum(['lottery', 'dice']),
  name: text,
  issue: text,
  after: time,
  count: whole,
  from: whole,
  to: whole,
  ascending: z.boolean(),
});

const participant = z.strictObject({
  id: text,
  kind: z.enum(['desk', 'witness']),
  name: text,
  department: text,
  custody: z.enum(['own-page', 'desk']),
});

const askedPost = z.strictObject({ department: text, pool: text, need: text });

const manifest: Shape<Manifest> = z.strictObject({
  protocol: z.literal(PROTOCOL),
  kind: z.enum(['draw', 'people']),
  ceremony: whole,
  office: text,
  policy: text,
  plan: text,
  way: z.enum(['摇号', '机选', '抽签']),
  window: z.strictObject({ from: date, to: date }),
  discloseFrom: date,
  frozenAt: time,
  snapshot: date,
  deadlines: z.strictObject({ seal: time, reveal: time }),
  public: z.array(publicSource),
  participants: z.array(participant),
  quorum: whole,
  counters: z.array(text),
  groups: whole,
  exclusions: z.array(z.strictObject({ letter: matching(/^[A-Z]$/), reason: text })),
  tasks: z.array(task),
  roster: z.strictObject({ rows: whole, pages: z.array(z.strictObject({ rows: whole, digest: hex64 })) }),
  byPlace: z.boolean(),
  officers: z.array(z.strictObject({ number: text, pool: text, fields: z.array(text), place: text, capacity: whole })),
  barred: z.array(z.tuple([text, z.enum(numberKinds), text])),
  given: z.array(z.strictObject({ row: whole, posts: z.array(askedPost) })),
});

const post = z.strictObject({ department: text, pool: text, need: text, officer: z.nullable(text), start: whole });
const visit = z.strictObject({ row: whole, group: whole, tasks: z.array(whole), posts: z.array(post) });

const result: Shape<DrawResult> = z.strictObject({
  tasks: z.array(
    z.strictObject({
      no: text,
      tiers: z.array(
        z.strictObject({
          label: text,
          frame: whole,
          eligible: whole,
          size: whole,
          drawn: z.array(whole),
          skipped: z.array(whole),
          cutoff: z.nullable(whole),
        }),
      ),
    }),
  ),
  visits: z.array(visit),
  substitutes: z.array(z.strictObject({ pool: text, officers: z.array(text) })),
});

const event: Shape<DrawEvent> = z.strictObject({
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unavailable'), at: time, officer: text }),
    z.strictObject({ kind: z.literal('substituted'), at: time, post: whole, out: text, in: z.nullable(text) }),
    z.strictObject({
      kind: z.literal('replaced'),
      at: time,
      row: whole,
      evidence: date,
      by: z.array(z.strictObject({ task: whole, tier: whole, row: z.nullable(whole) })),
      visits: z.array(z.extend(visit, { visit: whole })),
    }),
  ]),
  digest: hex64,
});

const record: Shape<DrawRecord> = z.strictObject({
  protocol: z.literal(RECORD_PROTOCOL),
  manifest,
  roster: z.array(page),
  cosigned: z.array(z.strictObject({ id: text, digits: matching(/^[0-9a-f]{8}$/) })),
  sealed: z.array(z.strictObject({ id: text, commitment: hex64, at: time })),
  sealingClosed: time,
  opened: z.array(z.strictObject({ id: text, nonce: hex64, typed: matching(/^[0-9]{6,}$/), at: time })),
  absent: z.array(text),
  openingClosed: time,
  public: z.strictObject({
    place: whole,
    number: text,
    at: time,
    typists: z.array(z.strictObject({ name: text, department: text })),
  }),
  misreadings: z.array(z.strictObject({ number: text, at: time, reason: text })),
  manifestDigest: hex64,
  commitmentsDigest: hex64,
  seed: hex64,
  result,
  root: hex64,
  openedAt: time,
  digest: hex64,
  events: z.array(event),
});

/** A record from outside; the first member that has not its shape is named. */
export const parseRecord = (value: unknown): Result<DrawRecord, WireRefusal> => parseWire(record, value);

/** A manifest from outside, as it is published before the sealing. */
export const parseManifest = (value: unknown): Result<Manifest, WireRefusal> => parseWire(manifest, value);
