/**
 * Rows of a plan beside their cells: each good row becomes a task as drafting makes one, the plan's own review runs over them, and what it
 * finds is said at the column where it is mended. A department's sheet is not the year's plan, so that what only the whole can show
 * (coverage, items without a task) is said to the office.
 */
import { yearOfNumber } from '../../consult/fact.ts';
import { classOf, drawnBy, isInFrame, type TaskReach } from '../../plan/cells.ts';
import { hasPart } from '../../plan/party.ts';
import { itemsOf } from '../../plan/review/desk.ts';
import type { Finding } from '../../plan/review/finding.ts';
import { type Review, reviewPlan } from '../../plan/review/review.ts';
import { wordsOfFault } from '../../plan/review/words.ts';
import type { Plan, Task } from '../../plan/task.ts';
import { type RowDoubts, taskOfRow } from '../../plan/task-of-row.ts';
import type { Names } from '../../plan/words.ts';
import type { Words } from '../../words.ts';
import type { Checked, PlanReference, Reference, Weight } from '../check.ts';
import { headersNotKept, planBookFields, remarksOfLost, wordsOfNotKept } from '../plan-book.ts';
import { type PlanRow, planTasks } from '../plan-tasks.ts';
import { cellOf } from '../row.ts';
import type { FieldRemark } from '../row-value.ts';
import { remarkOfRowRefusal, remarkOfUnknownSubjects, wordsOfNotParty } from '../task-remarks.ts';
import { oneLine } from '../words.ts';
import { columnOfFinding, type FindingColumn } from './column-of-finding.ts';
import { checkCount } from './count.ts';
import type { OpenRow, OpenSheet } from './rows.ts';
import {
  wordsOfCountBeyond,
  wordsOfCountOff,
  wordsOfMoreAlike,
  wordsOfNumberTwice,
  wordsOfTooManyRows,
} from './words.ts';

/** Beyond a year's plan of a county; pairs of tasks are compared with each other. */
export const planRowsMost = 1000;
/** Working days to publication where the row cannot say; the same as when the desk reads the rows. */
const publishWithin = 20;
/** Findings of one kind that one row, or the sheet as a whole, is told in full. */
const alikeMost = 3;

type Open = OpenSheet<PlanRow>;
interface Made {
  readonly row: OpenRow<PlanRow>;
  readonly value: PlanRow;
  readonly task: Task;
  readonly doubts: RowDoubts;
}

/** Adds to the rows what is found, and gives back what is said of the sheet. */
export function checkPlan(open: Open, reference: Reference, plan: PlanReference): Checked['remarks'] {
  return [...(isOfConsultation(reference) ? [] : notKept(open)), ...reviewed(open, reference, plan)];
}

/** Replies of a consultation may say more than a task of a plan holds. */
const isOfConsultation = ({ ref }: Reference): boolean => yearOfNumber(ref.book) !== null;

function notKept({ rows }: Open): Checked['remarks'] {
  const headers = headersNotKept((field) => rows.some(({ cells }) => cellOf(cells, field) !== ''));
  return headers.length === 0 ? [] : [{ weight: 'notice', words: wordsOfNotKept(headers) }];
}

function reviewed(open: Open, reference: Reference, plan: PlanReference): Checked['remarks'] {
  const made = tasksOf(open, reference, plan);
  if (made.length > planRowsMost) return [{ weight: 'notice', words: wordsOfTooManyRows(planRowsMost) }];
  if (made.length === 0) return [];
  const review = reviewPlan({
    ...plan.review,
    plan: planOf(made, reference, plan),
    policy: plan.policy,
    calendar: plan.calendar,
    today: reference.today,
    departments: reference.departments,
    cells: plan.cells,
  });
  const reaches = new Map(review.desk.reaches.map((reach) => [reach.task.no, reach]));
  for (const each of made) {
    const reach = reaches.get(each.task.no);
    if (reach !== undefined) countsOf(open, each, reach, plan);
  }
  return placed(open, made, review, reference, plan);
}

/** A task for each good row; rows that make none, or are somebody else's, say why. */
function tasksOf(open: Open, reference: Reference, plan: PlanReference): readonly Made[] {
  const { rows, say } = open;
  const { own } = reference;
  const { registry, review } = plan;
  const lists = { ...registry, items: review.items };
  const numbers = new Map<string, number>();
  return rows.flatMap((row): readonly Made[] => {
    const { value } = row;
    // A row that says again what another says is one task too many, and would be found to overlap with it.
    if (value === null || row.remarks.some(({ weight }) => weight === 'refused')) {
      if (own !== null && isForeign(row, own.name)) say(row, 'lead', 'refused', wordsOfNotParty);
      return [];
    }
    const lost = isOfConsultation(reference) ? [] : lostIn(row, value, plan);
    for (const each of lost) refuseRow(open, row, each);
    if (lost.length > 0) return [];
    const first = numbers.get(value.no);
    if (value.no !== '' && first === undefined) numbers.set(value.no, row.row);
    if (first !== undefined) say(row, 'no', 'refused', wordsOfNumberTwice(first + 1));
    // A number that no sheet can hold, so that it is nobody else's.
    const no = value.no === '' || first !== undefined ? ` ${row.row}` : value.no;
    const task = taskOfRow(value, no, lists, { publishWithin });
    if (!task.ok) {
      refuseRow(open, row, remarkOfRowRefusal(task.error));
      return [];
    }
    if (own !== null && !hasPart(own.code, task.value.task)) {
      say(row, 'lead', 'refused', wordsOfNotParty);
      return [];
    }
    return [{ row, value, ...task.value }];
  });
}

/** Faults of other cells do not hide that the row is somebody else's. */
function isForeign({ cells, filled, remarks }: OpenRow<PlanRow>, own: string): boolean {
  const unread = (field: string) => {
    const title = planTasks.fields.find(({ name }) => name === field)?.header;
    return remarks.some(({ header, weight }) => header === title && weight === 'refused');
  };
  if (!filled || cellOf(cells, 'lead') === '' || unread('lead') || unread('partners')) return false;
  return ![cellOf(cells, 'lead'), ...cellOf(cells, 'partners').split('、')].includes(own);
}

function lostIn({ id, doubted }: OpenRow<PlanRow>, value: PlanRow, { remarks = {} }: PlanReference) {
  const stands = value.remark === cellOf(remarks, id);
  return remarksOfLost(value, planBookFields, doubted).filter(({ field }) => field !== 'remark' || !stands);
}

/** What was only doubtful in the cell before is now said in full. */
function refuseRow({ say }: Open, row: OpenRow<PlanRow>, { field, words }: FieldRemark): void {
  const before = row.remarks.splice(0);
  say(row, field, 'refused', words);
  const [refused] = row.remarks;
  row.remarks.push(...before.filter(({ header }) => header !== refused?.header));
}

const planOf = (made: readonly Made[], { today, year }: Reference, { no, policy, doorLimit }: PlanReference): Plan => ({
  no,
  year: year ?? Number(today.slice(0, 4)),
  version: 1,
  policy: policy.id,
  drafter: '',
  draftedOn: today,
  tasks: made.map(({ task }) => task),
  doorLimit,
  approvals: [],
  state: 'draft',
  published: [],
});

function countsOf(
  { say }: Open,
  { row, value, doubts }: Made,
  reach: TaskReach,
  { review, cells }: PlanReference,
): void {
  if (cells.length === 0) return;
  if (doubts.unknownSubjects !== null) {
    const { field, words } = remarkOfUnknownSubjects(doubts.unknownSubjects, value);
    say(row, field, 'notice', words);
    return;
  }
  if (reach.frame === 0) return;
  const found = checkCount(value, reach);
  if (found === null) return;
  const { frame, task } = reach;
  const stated = oneLine(found.stated);
  if (found.kind === 'beyond') {
    say(row, found.field, 'in-principle', wordsOfCountBeyond({ stated, frame, on: review.rollDate }));
    return;
  }
  const facts = { stated, frame, drawn: drawnBy(reach), draws: task.drawsPerYear, on: review.rollDate };
  say(row, found.field, found.far ? 'in-principle' : 'notice', wordsOfCountOff(facts));
}

function placed(
  { say }: Open,
  made: readonly Made[],
  review: Review,
  reference: Reference,
  plan: PlanReference,
): Checked['remarks'] {
  const { own } = reference;
  const names = namesOf(made, reference, plan);
  const byTask = new Map(made.map((each) => [each.task.no, each]));
  const remarks: { weight: Weight; words: Words }[] = [];
  const alike = new Map<string, { count: number; readonly more: (words: Words) => void }>();
  for (const finding of review.findings) {
    const [column, said] = columnOfFinding[finding.kind];
    if (said === 'elsewhere' || !concerns(finding, reference, plan)) continue;
    const weight = isWithoutList(finding, plan) ? 'notice' : weightOf(finding.weight, said, own !== null);
    const tell = (key: string, one: (words: Words) => void) => {
      const known = alike.get(key) ?? { count: 0, more: one };
      known.count += 1;
      alike.set(key, known);
      if (known.count <= alikeMost) one(wordsOfFault(finding, names));
    };
    const concerned = finding.task === null ? rowsOf(finding, made, review) : (byTask.get(finding.task) ?? []);
    for (const each of [concerned].flat()) {
      if (isUnsure(finding, each, plan)) continue;
      const field = fieldOf(column, finding, each);
      tell(`${each.row.row} ${finding.kind}`, (words) => say(each.row, field, weight, words));
    }
    if (finding.task === null && column === '') tell(finding.kind, (words) => remarks.push({ weight, words }));
  }
  for (const { count, more } of alike.values()) if (count > alikeMost) more(wordsOfMoreAlike(count - alikeMost));
  return remarks;
}

/** Whether it is said to this asker at all. */
function concerns(finding: Finding, reference: Reference, { review }: PlanReference): boolean {
  const { own } = reference;
  const [, said] = columnOfFinding[finding.kind];
  const department = 'department' in finding ? finding.department : null;
  // Without the number of a department's inspectors nothing is known of them.
  const isOfPeople =
    finding.kind === 'inspectors-short' || finding.kind === 'no-holder' || finding.kind === 'capacity-short';
  if (isOfPeople && !review.people.some((each) => each.department === department)) return false;
  if (own === null) return said !== 'plan' || !isOfConsultation(reference);
  if (said === 'own') return department === own.code;
  return said !== 'office' && said !== 'plan';
}

/** Only what the row itself says keeps it from being sent. */
function weightOf(weight: Weight, said: (typeof columnOfFinding)[Finding['kind']][1], isDepartment: boolean): Weight {
  if (said === 'row') return weight;
  if (said === 'own' && isDepartment) return 'notice';
  return weight === 'refused' ? 'in-principle' : weight;
}

/** A county that has not brought in its item list yet cannot hold a row against it. */
const isWithoutList = ({ kind }: Finding, { review }: PlanReference): boolean =>
  review.items.length === 0 && (kind === 'off-list' || kind === 'not-on-joint-list');

/** A frame whose tags are not known yet holds nobody, which the row is not to blame for; nor for a register that is not there. */
const isUnsure = ({ kind }: Finding, { doubts }: Made, { cells }: PlanReference): boolean =>
  (kind === 'nobody-in-frame' || kind === 'nobody-drawn' || kind === 'not-drawable') &&
  (doubts.unknownSubjects !== null || cells.length === 0);

/** Rows whose tasks a finding about the whole rests on: those that hold the item, or reach the class. */
function rowsOf(finding: Finding, made: readonly Made[], { desk }: Review): readonly Made[] {
  if (columnOfFinding[finding.kind][0] === '') return [];
  if ('item' in finding) return made.filter(({ task }) => itemsOf(task).includes(finding.item));
  const reached = new Map(desk.reaches.map((reach) => [reach.task.no, reach]));
  const reaches = (is: (cell: (typeof desk.cells)[number]) => boolean) =>
    made.filter(({ task }) =>
      (reached.get(task.no)?.cells ?? []).some((place) => {
        const cell = desk.cells[place];
        return cell !== undefined && isInFrame(task.frame, cell) && is(cell);
      }),
    );
  const isOfClass = (scheme: string, label: string) =>
    reaches((cell) => classOf(cell, scheme, desk.fallback) === label);
  if (finding.kind === 'over-cap') return isOfClass(finding.scheme, finding.label);
  if (finding.kind !== 'ceiling-passed') return [];
  const { of } = finding;
  return of.kind === 'class' ? isOfClass(of.scheme, of.label) : reaches(({ type }) => of.types.includes(type));
}

/** Name of the field that a column of the table means in this row. */
function fieldOf(column: FindingColumn, finding: Finding, { value }: Made): string {
  if (column === 'party') return 'department' in finding && finding.department === value.lead ? 'lead' : 'partners';
  if (column === 'ratio') return value.ratioText === '' ? 'count' : 'ratio';
  if (column === 'words' && finding.kind === 'sets-indicator') {
    const { name, section, responsible, field, basis, remark } = value;
    const texts = Object.entries({ name, section, responsible, field, basis, remark });
    return texts.find(([, text]) => text.includes(finding.words))?.[0] ?? 'name';
  }
  return column;
}

function namesOf(made: readonly Made[], { departments }: Reference, { review }: PlanReference): Names {
  const department = new Map(departments.map(({ code, name }) => [code, name]));
  const item = new Map(review.items.map(({ code, name }) => [code, name]));
  const task = new Map(made.map(({ row, task: { no, name } }) => [no, `“${oneLine(name)}”（第 ${row.row + 1} 行）`]));
  return {
    department: (code) => department.get(code) ?? oneLine(code),
    item: (code) => oneLine(item.get(code) ?? code),
    task: (no) => task.get(no) ?? oneLine(no),
  };
}
