/**
 * 执法检查人员: civil servants, staff with enforcement qualification, and daily supervisors, some of whom hold no certificate
 * (万年 三(一)2). A few certificates have expired, as in any real roll: they are kept and cannot be drawn.
 */
import { addDays, type CivilDate } from '../../../core/calendar.ts';
import type { Expert, Inspector, InspectorKind, Recusal } from '../../../core/registry/inspector.ts';
import type { Subject } from '../../../core/registry/subject.ts';
import { type Body, bodies } from './bodies.ts';
import { type Chance, weighted } from './chance.ts';
import { county, places } from './county.ts';
import { namer } from './people.ts';

const kinds: readonly { readonly kind: InspectorKind; readonly weight: number }[] = [
  { kind: 'civil-servant', weight: 45 },
  { kind: 'qualified', weight: 43 },
  { kind: 'daily', weight: 12 },
];
const kind = weighted(kinds, (each) => each.weight);

export interface Roll {
  readonly count: number;
  readonly on: CivilDate;
  /** Two visits on each of some forty working days, unless told otherwise. */
  readonly capacity: number;
}

/** @throws RangeError where there are too few to give each enforcing body two pairs and a substitute. */
export function inspectors({ count, on, capacity }: Roll, of: Chance): Inspector[] {
  const name = namer(of);
  let serial = 0;
  return staffing(count).flatMap(({ body, staff }) =>
    Array.from({ length: staff }, (_, i): Inspector => {
      serial++;
      // The first four of a body are always able to go: a sample whose draw cannot be matched shows nothing.
      const firm = i < 4 * body.fields.length;
      const its = firm ? (i % 2 === 0 ? 'civil-servant' : 'qualified') : kind(of).kind;
      const station = body.code === 'scjg' && i % 5 >= 3 ? of.pick(places) : null;
      return {
        number: `${body.code.toUpperCase()}${String(i + 1).padStart(3, '0')}`,
        name: name(),
        department: body.code,
        section: station?.code ?? (body.code === 'scjg' ? `scjg-g${(i % 6) + 1}` : ''),
        kind: its,
        certificate: its === 'daily' && of.permille(700) ? null : certificate(serial, on, firm, of),
        fields: fields(body, i, of),
        place: station?.name ?? '',
        joint: firm || of.permille(300),
        capacity,
        left: !firm && of.permille(15) ? addDays(on, -of.below(90) - 1) : null,
      };
    }),
  );
}

/** By weight, the remainder to the largest body. */
function staffing(count: number): { readonly body: Body; readonly staff: number }[] {
  const with_ = bodies.filter((each) => each.staff > 0);
  const total = with_.reduce((sum, each) => sum + each.staff, 0);
  const shares = with_.map((body) => ({ body, staff: Math.max(5, Math.floor((count * body.staff) / total)) }));
  const left = count - shares.reduce((sum, each) => sum + each.staff, 0);
  const [first, ...rest] = shares;
  if (first === undefined || first.staff + left < 28)
    throw new RangeError(`${count} inspectors are too few for a sample`);
  return [{ body: first.body, staff: first.staff + left }, ...rest];
}

const certificate = (serial: number, on: CivilDate, firm: boolean, of: Chance) => ({
  number: `${county.code.slice(0, 4)}23${String(serial).padStart(5, '0')}`,
  validUntil: !firm && of.permille(50) ? addDays(on, -of.below(200) - 1) : addDays(on, 200 + of.below(1200)),
});

/** Every field of a body is held by somebody; about a third hold a second one (一专多能). */
function fields(body: Body, i: number, of: Chance): string[] {
  const own = body.fields[i % body.fields.length];
  const second = of.permille(350) ? of.pick(body.fields) : own;
  return [...new Set([own, second].filter((each) => each !== undefined))];
}

const expertBodies = [
  '安澜市特种设备检验院',
  '安澜市产品质量检验研究院',
  '云泽省化工安全技术中心',
  '清漪县建筑工程质量检测站',
  '安澜市疾病预防控制中心',
] as const;
const expertFields = ['特种设备', '食品检验', '危险化学品', '建筑施工', '公共卫生'] as const;

export function experts(of: Chance): Expert[] {
  const name = namer(of);
  return Array.from({ length: 20 }, (_, i) => ({
    number: `ZJ${String(i + 1).padStart(3, '0')}`,
    name: name(),
    body: expertBodies[i % expertBodies.length] ?? expertBodies[0],
    fields: [expertFields[i % expertFields.length] ?? expertFields[0]],
    left: i === 19 ? '2024-12-31' : null,
  }));
}

/** Each inspector at most one: what a department reports before the draw; the reasons stay with it. */
export function recusals(people: readonly Inspector[], list: readonly Subject[], of: Chance): Recusal[] {
  return people
    .filter((_, i) => i % 8 === 3)
    .map(({ number }) => {
      const { kind, number: subject } = of.pick(list);
      return { inspector: number, kind, number: subject };
    });
}
