/** Fields that the forms of this chapter share, and how they are read. */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import type { Result } from '../../../core/result.ts';
import type { NotWhich, Which } from '../../../core/visit/which.ts';
import { readWhich } from '../../../core/visit/which.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import { type Message, withLines } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { sayActed } from '../../say/visit-work.ts';
import { dayOf } from '../../today.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import type { VisitFault } from '../../verbs/visit/fault.ts';
import type { Acted } from '../../verbs/visit/many.ts';
import { atField, fieldsBy, filled } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** What a button of a department's post is about: `3 scjg`; a command leaves the department out. */
export interface PartAbout {
  readonly book: string;
  readonly department: string;
}

export function readPart(about: string): PartAbout {
  const [book = '', department = ''] = about.split(' ');
  return { book, department };
}

export const visitsField = (book: string): Field => ({
  kind: 'text',
  id: 'visits',
  label: { zh: '哪些检查', en: 'Which visits' },
  hint: {
    zh: `“全部”，或检查编号，如 ${book}-0004、${book}-0007至${book}-0010`,
    en: `all, or numbers: ${book}-0004, ${book}-0007..${book}-0010`,
  },
  initial: '全部',
  atMost: 1500,
});

export const dayField = (id: string, zh: string, en: string, { deps }: Asked, initial = true): Field => ({
  kind: 'date',
  id,
  label: { zh, en },
  ...(initial ? { initial: dayOf(deps.now()) } : {}),
});

export const textField = (
  id: string,
  label: Words,
  more: {
    readonly many?: true;
    readonly optional?: true;
    readonly hint?: Words;
    readonly initial?: string;
    readonly atMost?: number;
  } = {},
): Field => ({
  kind: 'text',
  id,
  label,
  atMost: more.atMost ?? (more.many ? 1800 : 300),
  ...(more.many ? { lines: 'many' as const } : {}),
  ...(more.optional ? { optional: true } : {}),
  ...(more.hint === undefined ? {} : { hint: more.hint }),
  ...(more.initial === undefined ? {} : { initial: more.initial }),
});

export const whichIn = (values: Values, book: string): Result<Which, NotWhich> =>
  readWhich(one(values, 'visits'), book);

export const notWhich = ({ text }: NotWhich): Answer =>
  atField('visits', {
    zh: `“${text}”不是检查编号；请写“全部”，或如 3-0004、3-0007至3-0010。`,
    en: `“${text}” is no visit; write all, or 3-0004, 3-0007..3-0010.`,
  });

/** What was typed may be no day, whatever the field offered. */
export function dayIn(values: Values, id: string): CivilDate | null {
  const day = parseDate(one(values, id));
  return day.ok ? day.value : null;
}

export const noDay = (field: string): Answer =>
  atField(field, { zh: '请填写日期，如 2025-06-30。', en: 'A day is needed, such as 2025-06-30.' });

export const linesIn = (values: Values, id: string): readonly string[] =>
  one(values, id)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Work numbers, however they are set apart. */
export const numbersIn = (values: Values, id: string): readonly string[] =>
  one(values, id)
    .split(/[\s,，、;；]+/u)
    .filter((each) => each !== '');

const byReason = fieldsBy({
  visits: 'visits',
  'no-reason-given': 'reason',
  'no-words': 'words',
  'no-materials': 'materials',
  'not-hour': 'hour',
  days: 'to',
  'no-items': 'items',
  'off-list': 'items',
  'no-subject': 'subject',
  'ground-not-permitted': 'ground',
  'before-filed-day': 'on',
  'items-left': 'problems',
  door: 'officers',
  'filing-incomplete': 'urgent',
  'filed-afterwards': 'urgent',
  'file-anew': 'on',
  'filing-not-approved': 'urgent',
  'no-expert': 'expert',
  'no-number': 'number',
  'no-matter': 'matter',
  'no-task': 'matter',
  'no-media': 'media',
  'scheme-empty': 'points',
});

/** Faults that are mended where the day, the materials and so on are filled in, and not by naming other visits. */
const fieldsOfFaults: { readonly [kind in VisitFault['kind']]?: string } = {
  'outside-window': 'on',
  quiet: 'on',
  'agenda-other-day': 'on',
  'in-future': 'on',
  'before-draw': 'on',
  'before-window': 'on',
  'materials-added': 'materials',
  'noticed-after': 'words',
  'not-approved': 'urgent',
  'desk-first': 'urgent',
  'leader-not-sent': 'leader',
  'not-sent': 'officers',
  'too-few': 'officers',
  'no-certificate': 'officers',
  'certificate-expired': 'officers',
  'not-shown': 'shown',
  'witness-missing': 'witness',
};

/** Where a refusal of this chapter can be mended. */
export const fieldOf = (refusal: Refusal): string | null => byReason(refusal);

/**
 * The same in a form of these fields: where every visit lacks the same kind of thing, it is mended at that field.
 * @param fields that the form has @param under other names that it gives them
 */
export const fieldAmong =
  (fields: readonly string[], under: Readonly<Record<string, string>> = {}) =>
  (refusal: Refusal): string | null => {
    const named = (field: string | null): string | null => (field === null ? null : (under[field] ?? field));
    if (refusal.stage !== 'visit' || refusal.why.reason !== 'visits') return named(byReason(refusal));
    const found = new Set(
      refusal.why.visits.flatMap(({ faults }) => faults.map(({ kind }) => named(fieldsOfFaults[kind] ?? null))),
    );
    const [only = null] = found;
    return found.size === 1 && only !== null && fields.includes(only) ? only : 'visits';
  };

/** What an act on many visits did, with its warnings. */
export async function acted(
  { deps }: Pick<Asked, 'deps'>,
  result: Result<Acted, Refusal>,
  did: Words,
  field: (refusal: Refusal) => string | null = fieldOf,
): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  return filled(result, field, (value): Message => {
    const { summary, lines } = sayActed(value, did, nameOf);
    return withLines(summary, lines);
  });
}

/** Two answers, neither of them chosen beforehand. */
export const yesNo = (yes: Words, no: Words) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];
