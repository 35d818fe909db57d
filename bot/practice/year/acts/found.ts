/** What is found at the doors of a rehearsed year: it follows from the visit's number, so that all departments at a door tell the same. */
import { addDays } from '../../../../core/calendar.ts';
import type { OutcomeCode } from '../../../../core/outcome/code.ts';
import type { Degree } from '../../../../core/outcome/degree.ts';
import type { Handling } from '../../../../core/outcome/outcome.ts';
import type { Year } from '../year.ts';

export interface Found {
  readonly code: OutcomeCode;
  readonly finding?: string;
  readonly degree?: Degree;
  readonly handling?: Handling;
  readonly handlingWords?: string;
  readonly correctBy?: string;
  readonly evidence?: string;
  readonly statement?: string;
  readonly remark?: string;
}

/** One visit in this many meets a closed door, one in that many nobody at the registered place. */
const closedEvery = 17;
const unreachableEvery = 13;

const clean: Found = { code: 'no-problem' };

/** Visits that ended over their papers. */
const isAtDesk = ({ kept }: Year, visit: number): boolean => kept.has(`desk/${visit}`);

/** Code of the method by which an item was looked at. */
export const methodAt = (year: Year, visit: number): 'desk' | 'on-site' => (isAtDesk(year, visit) ? 'desk' : 'on-site');

/** Nobody is there who could read and sign. */
export const isNobodyThere = (year: Year, visit: number): boolean =>
  !isAtDesk(year, visit) && (visit % closedEvery === 5 || visit % unreachableEvery === 7);

/** Mostly nothing, sometimes what was put right at once, sometimes what must be dealt with. */
export function foundAt(year: Year, visit: number, item: number, on: string): Found {
  if (isAtDesk(year, visit)) return { ...clean, remark: '按规定先行书面检查，未发现问题，未上门。' };
  if (visit % closedEvery === 5) return { code: 'closed' };
  if (visit % unreachableEvery === 7)
    return {
      code: 'unreachable',
      finding: '两次到登记住所，无人经营，邻近商户称已搬走，电话无法接通。',
      handling: 'to-daily',
      degree: 'minor',
    };
  switch ((visit * 7 + item * 3) % 10) {
    case 0:
      return {
        code: 'pending',
        finding: '进货查验记录不完整，近三个月有五笔未登记供货者名称。',
        handling: 'order-correction',
        correctBy: addDays(on, 15),
        degree: 'ordinary',
        evidence: '现场照片；执法记录仪 A-12',
        statement: '属实，将按期改正。',
      };
    case 1:
      return {
        code: 'corrected',
        finding: '从业人员健康证明未在经营场所公示，当场改正。',
        handling: 'order-correction',
        degree: 'minor',
      };
    case 2:
      return visit % 3 === 0
        ? {
            code: 'pending',
            finding: '发现超过有效期的产品仍在销售，已固定证据。',
            handling: 'to-case',
            degree: 'major',
            evidence: '先行登记保存清单；局证物室',
          }
        : clean;
    case 3:
      return visit % 4 === 0
        ? {
            code: 'other-department',
            finding: '疏散通道堆放货物。',
            handling: 'to-department',
            handlingWords: '抄告主管部门',
            degree: 'ordinary',
            evidence: '现场照片；执法记录仪 A-15',
          }
        : clean;
    default:
      return clean;
  }
}

/** The number in an item's code, by which findings differ within a visit. */
export const itemNumber = (item: string): number => Number(/\d+$/.exec(item)?.[0] ?? 0);

/** Within the weeks of visits, after the draw and not later than today, on a working day; the same day for all departments. */
export function visitedOn(window: string, drawnOn: string, visit: number, today: string): string {
  const [opens = today, closes = today] = window.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const from = drawnOn > opens ? drawnOn : opens;
  const last = closes < today ? closes : today;
  let on = addDays(from, 1 + ((visit * 3) % 14));
  while (on > last || isWeekend(on)) on = addDays(on, -1);
  return on < from ? from : on;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
