/**
 * One good ceremony, of invented subjects and officers: a test changes one thing in it. Everything is fixed by a number, so that
 * a failing test fails again.
 */
import { digest } from '../../core/digest.ts';
import { type Manifest, type ManifestTask, manifestDigest } from '../../core/draw/manifest.ts';
import { type Course, type DrawRecord, openDraw } from '../../core/draw/record.ts';
import { type Roster, type RosterRow, readRoster, rosterPages } from '../../core/draw/roster.ts';
import { commitmentOf } from '../../core/draw/seal.ts';

export const task: ManifestTask = {
  no: '2025-001',
  name: '特种设备使用单位联合检查',
  group: 0,
  items: ['TZ-01'],
  scheme: { name: '通用型', date: '2025-04-30' },
  denominator: 'frame',
  total: null,
  tiers: [
    { label: 'B', quota: { kind: 'share', bp: 300, bound: 'exactly', atLeast: 0 }, limits: [1] },
    { label: 'C', quota: { kind: 'share', bp: 800, bound: 'at-least', atLeast: 1 }, limits: [2] },
    { label: 'D', quota: { kind: 'count', n: 3 }, limits: [null] },
  ],
  counts: [0],
  batches: 1,
  bodies: [{ department: '市场监管局', pool: '市场监管局', needs: ['特种设备'], officers: 2 }],
};

export const fireTask: ManifestTask = {
  ...task,
  no: '2025-002',
  name: '消防安全联合检查',
  items: ['XF-01'],
  bodies: [
    { department: '消防救援局', pool: '消防救援局', needs: [], officers: 2 },
    { department: '市场监管局', pool: '市场监管局', needs: ['食品'], officers: 2 },
  ],
};

const officer = (number: string, pool: string, fields: readonly string[], place = '', capacity = 12) => ({
  number,
  pool,
  fields,
  place,
  capacity,
});

/** All but the roster, which `make` adds. */
export const frame: Omit<Manifest, 'roster'> = {
  protocol: 'mingchou/draw/1',
  kind: 'draw',
  ceremony: 7,
  office: '某市双随机联席会议办公室',
  policy: '某市2025年方案',
  plan: '2025-1',
  way: '机选',
  window: { from: '2025-05-06', to: '2025-05-31' },
  discloseFrom: '2025-06-03',
  frozenAt: '2025-05-01T01:00:00.000Z',
  snapshot: '2025-04-30',
  deadlines: { seal: '2025-05-01T09:00:00.000Z', reveal: '2025-05-01T10:00:00.000Z' },
  public: [
    {
      source: 'lottery',
      name: '快乐8',
      issue: '2025121',
      after: '2025-05-01T13:00:00.000Z',
      count: 20,
      from: 1,
      to: 80,
      ascending: true,
    },
    {
      source: 'dice',
      name: '十面骰',
      issue: '',
      after: '2025-05-01T10:00:00.000Z',
      count: 6,
      from: 0,
      to: 9,
      ascending: false,
    },
  ],
  participants: [
    { id: '0', kind: 'desk', name: '抽取台', department: '联席办', custody: 'desk' },
    { id: '1', kind: 'witness', name: '见证甲', department: '市场监管局', custody: 'own-page' },
    { id: '2', kind: 'witness', name: '见证乙', department: '消防救援局', custody: 'own-page' },
    { id: '3', kind: 'witness', name: '见证丙', department: '市纪委监委', custody: 'desk' },
  ],
  quorum: 2,
  counters: ['general'],
  groups: 1,
  exclusions: [
    { letter: 'A', reason: '无事不扰' },
    { letter: 'N', reason: '无分类' },
  ],
  tasks: [task, fireTask],
  byPlace: false,
  officers: [
    officer('S01', '市场监管局', ['特种设备', '食品']),
    officer('S02', '市场监管局', ['特种设备']),
    officer('S03', '市场监管局', ['食品']),
    officer('S04', '市场监管局', ['食品', '特种设备']),
    officer('S05', '市场监管局', []),
    officer('S06', '市场监管局', []),
    officer('X01', '消防救援局', []),
    officer('X02', '消防救援局', []),
    officer('X03', '消防救援局', []),
    officer('X04', '消防救援局', []),
  ],
  barred: [],
  given: [],
};

const numberOf = (i: number): string => `91990400MA${String(i).padStart(8, '0')}`;

/** Rows in order: a sixth without a class, tiers B, C, D, every tenth excluded, the second task without every fourth. */
export function rowsOf(n: number, tasks = 2, counters = 1): RosterRow[] {
  return Array.from({ length: n }, (_, i) => {
    const tier = i % 6 === 5 ? null : i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
    const mark =
      tier === null
        ? { tier: null, excluded: 'N' }
        : { tier: i % 7 === 0 ? 2 : tier, excluded: i % 10 === 9 ? 'A' : null };
    return {
      kind: 'uscc',
      number: numberOf(i),
      place: `第${(i % 3) + 1}所`,
      used: Array<number>(counters).fill(0),
      marks: Array.from({ length: tasks }, (_, t) => (t > 0 && i % 4 === 0 ? null : mark)),
    };
  });
}

export interface Made {
  readonly manifest: Manifest;
  readonly pages: readonly string[];
  readonly roster: Roster;
}

/** A manifest over rows, with what a test wants otherwise. */
export function make(rows: readonly RosterRow[], changes: Partial<Manifest> = {}, rowsPerPage = 50): Made {
  const made = [...rosterPages(rows, rowsPerPage)];
  const manifest: Manifest = {
    ...frame,
    roster: { rows: rows.length, pages: made.map((page) => ({ rows: page.rows, digest: page.digest })) },
    ...changes,
  };
  const pages = made.map((page) => page.text);
  return { manifest, pages, roster: rosterIn(manifest, pages) };
}

export function rosterIn(manifest: Manifest, pages: readonly string[]): Roster {
  const roster = readRoster(manifest, pages);
  if (!roster.ok) throw new Error(`${roster.error.at}: expected ${roster.error.expected}, found ${roster.error.found}`);
  return roster.value;
}

/** A nonce and digits that stand for somebody's chance; `salt` makes other ones. */
export const secretOf = (id: string, salt = '') => ({
  nonce: digest('test', id, salt),
  typed: `12345${id.length}${salt.length}`,
});

/** How a ceremony over the manifest went when everybody was there. `absent` sealed and did not open; `salts` by id. */
export function courseOf(
  manifest: Manifest,
  { absent = [], salts = {} }: { absent?: readonly string[]; salts?: Readonly<Record<string, string>> } = {},
): Course {
  const M = manifestDigest(manifest);
  const [first] = manifest.public;
  if (first === undefined) throw new Error('no public number');
  const numbers = Array.from({ length: first.count }, (_, i) => (first.ascending ? first.from + i * 2 : first.from));
  const width = String(first.to).length;
  return {
    manifest,
    cosigned: manifest.participants.slice(1).map(({ id }) => ({ id, digits: M.slice(0, 8) })),
    sealed: manifest.participants.map(({ id }) => ({
      id,
      commitment: commitmentOf(manifest.ceremony, M, id, secretOf(id, salts[id])),
      at: '2025-05-01T08:00:00.000Z',
    })),
    sealingClosed: '2025-05-01T08:00:00.000Z',
    opened: manifest.participants
      .filter(({ id }) => !absent.includes(id))
      .map(({ id }) => ({
        id,
        ...secretOf(id, salts[id]),
        at: id === '0' ? '2025-05-01T13:40:00.000Z' : '2025-05-01T09:30:00.000Z',
      })),
    absent,
    openingClosed: absent.length > 0 ? manifest.deadlines.reveal : '2025-05-01T09:30:00.000Z',
    public: {
      place: 0,
      number: numbers.map((n) => String(n).padStart(width, '0')).join(' '),
      at: '2025-05-01T13:35:00.000Z',
      typists: [
        { name: '录入甲', department: '联席办' },
        { name: '录入乙', department: '市纪委监委' },
      ],
    },
    misreadings: [],
  };
}

export const OPENED = '2025-05-01T13:40:01.000Z';

/** The record of a draw that went well. */
export const recordOf = ({ manifest, roster, pages }: Made, how: Parameters<typeof courseOf>[1] = {}): DrawRecord =>
  openDraw(courseOf(manifest, how), roster, pages, OPENED);

/** 120 subjects, two tasks. */
export const small = (): Made => make(rowsOf(120));

/** Another seed for each number. */
export const seedFor = (n: number): string => digest('test/seed', String(n));
