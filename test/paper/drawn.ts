/** A whole small draw over the sample, from the lists to the record, with no database: what the papers are filled from. */
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { compileOfficers, compileTasks } from '../../core/draw/compile.ts';
import { exclusions, framing, marksOf } from '../../core/draw/frame.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import { compareBytes } from '../../core/draw/order.ts';
import { PROTOCOL } from '../../core/draw/protocol.ts';
import { openDraw } from '../../core/draw/record.ts';
import { readRoster, rosterPages } from '../../core/draw/roster.ts';
import { policyCalled } from '../../core/policy/index.ts';
import { keyText } from '../../core/registry/subject.ts';

export function drawn(jurisdiction: string, subjects: number) {
  const sample = makeSample({ seed: 'drawn', subjects, jurisdiction });
  const policy = policyCalled(jurisdiction);
  if (policy === null) throw new Error(`no policy ${jurisdiction}`);
  const { tasks } = sample.plan;
  const window = tasks[0]?.window ?? { from: '', to: '' };
  const frame = framing(policy, tasks, new Map(sample.items.map((item) => [item.code, item])), window.from);
  const classes = new Map(sample.classifications.map((each) => [`${each.scheme} ${keyText(each)}`, each.class]));
  const rows = sample.subjects
    .map(({ kind, number, place, ...rest }) => {
      const used = frame.counters.map(() => 0);
      const classOf = (scheme: string) => classes.get(`${scheme} ${keyText({ kind, number })}`) ?? null;
      return { kind, number, place, used, marks: marksOf(frame, { ...rest, place, used, classOf }) };
    })
    .sort((a, b) => compareBytes(keyText(a), keyText(b)));
  const pages = [...rosterPages(rows, 1000)];
  const departments = new Map(sample.departments.map((department) => [department.code, department]));
  const first = tasks[1]?.no ?? '';
  const compiled = compileTasks(frame, departments, new Map(), new Map([[first, 2]]), sample.snapshot);
  if (!compiled.ok) throw new Error(compiled.error.reason);
  const pools = compileOfficers(policy, tasks, departments, sample.inspectors, sample.experts, window.to);
  const at = (hour: number) => `${window.from}T0${hour}:00:00.000Z`;
  const manifest: Manifest = {
    protocol: PROTOCOL,
    kind: 'draw',
    ceremony: 3,
    office: 'lxb',
    policy: policy.id,
    plan: sample.plan.no,
    way: '机选',
    window,
    discloseFrom: '2025-09-01',
    frozenAt: at(0),
    snapshot: sample.snapshot,
    deadlines: { seal: at(2), reveal: at(4) },
    public: [
      { source: 'lottery', name: '双色球', issue: '075', after: at(4), count: 6, from: 1, to: 33, ascending: true },
    ],
    participants: [
      { id: '0', kind: 'desk', name: '会务台', department: 'lxb', custody: 'desk' },
      { id: 'w1', kind: 'witness', name: '王立清', department: 'sf', custody: 'own-page' },
      { id: 'w2', kind: 'witness', name: '陈海宁', department: 'xf', custody: 'own-page' },
      { id: 'w3', kind: 'witness', name: '何静', department: 'jy', custody: 'own-page' },
    ],
    quorum: 1,
    counters: frame.counters.map(() => 'all'),
    groups: 1,
    exclusions,
    tasks: compiled.value,
    roster: { rows: rows.length, pages: pages.map((page) => ({ rows: page.rows, digest: page.digest })) },
    byPlace: true,
    officers: pools.officers,
    barred: [],
    given: [],
  };
  const texts = pages.map(({ text }) => text);
  const roster = readRoster(manifest, texts);
  if (!roster.ok) throw new Error(`${roster.error.at}: ${roster.error.expected}`);
  const record = openDraw(
    {
      manifest,
      cosigned: [],
      sealed: ['0', 'w1', 'w2'].map((id) => ({ id, commitment: '0'.repeat(64), at: at(1) })),
      sealingClosed: at(2),
      opened: ['w1', '0'].map((id) => ({ id, nonce: 'ab'.repeat(32), typed: '123456', at: at(3) })),
      absent: ['w2'],
      openingClosed: at(4),
      public: {
        place: 0,
        number: '03 11 14 22 27 31',
        at: at(5),
        typists: [
          { name: '赵一舟', department: 'ga' },
          { name: '李青川', department: 'mz' },
        ],
      },
      misreadings: [],
    },
    roster.value,
    texts,
    at(6),
  );
  return { sample, policy, manifest, roster: roster.value, record, leftOut: pools.leftOut };
}
