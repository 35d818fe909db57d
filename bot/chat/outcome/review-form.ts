/** 逐条看 and 退回: what waits, one line each with what was found, and what is said of the rows that are chosen. */
import { kindOf } from '../../../core/outcome/code.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Form, one, optionsMost, some } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { readAbout } from '../../post/say/outcome/choices.ts';
import { sayReviewed } from '../../say/reviewed.ts';
import { authorise } from '../../verbs/act.ts';
import { entryOf } from '../../verbs/outcome/entry.ts';
import { ownerOf } from '../../verbs/outcome/reach.ts';
import { isOwnWork, reviewOutcomes } from '../../verbs/outcome/review.ts';
import { type DeskRow, inState, reviewDesk } from '../../verbs/outcome/review-desk.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';

/** Characters of a finding that a line shows; the page has all of it. */
const findingMost = 40;

const labelOf = ({ visit, itemName, entered }: DeskRow): Words => {
  const { code, finding } = entryOf(entered);
  const text = [...finding];
  const said = finding === '' ? '' : `：${text.slice(0, findingMost).join('')}${text.length > findingMost ? '…' : ''}`;
  return {
    zh: `${visit.no} ${itemName}　${kindOf(code).label}${said}`,
    en: `${visit.no} ${itemName}: ${kindOf(code).en}${said}`,
  };
};

/** Visit, item and the version that is shown. */
const rowValue = ({ visit, item, entered }: DeskRow): string => `${visit.visit}/${entered.seq}/${item}`;

function rowIn(value: string): { readonly visit: number; readonly item: string; readonly outcome: number } | null {
  const found = /^(\d{1,9})\/(\d{1,15})\/(.+)$/.exec(value);
  return found === null ? null : { visit: Number(found[1]), outcome: Number(found[2]), item: found[3] ?? '' };
}

async function opened({ deps, actor }: Asked, about: string, isReturn: boolean) {
  const { book, department } = readAbout(about);
  const owner = ownerOf(actor, department, await departmentsAsHeld(deps.db));
  const allowed = authorise(actor, 'review-outcomes', owner);
  if (!allowed.ok) return noForm(allowed.error);
  const desk = await reviewDesk(deps, { book, department });
  if (!desk.ok) return noForm(desk.error);
  // What has passed may still be returned before it is public.
  const states = isReturn ? (['waiting', 'passed'] as const) : (['waiting'] as const);
  const rows = states
    .flatMap((state) => inState(desk.value, state))
    .filter(({ entered }) => !isOwnWork(actor, entered));
  if (rows.length === 0) {
    const words = {
      zh: '没有由您审核的检查结果（没有待审核的，或者都由您本人录入、检查）。',
      en: 'No outcome waits for you: none waits, or all are your own work.',
    };
    return { message: sentence(words) };
  }
  return { form: isReturn ? returning(about, rows) : reviewing(about, rows) };
}

const rowsField = (rows: readonly DeskRow[]): Field => ({
  kind: 'some-of',
  id: 'rows',
  label: { zh: '检查结果', en: 'Outcomes' },
  ...(rows.length > optionsMost
    ? {
        hint: {
          zh: `共 ${rows.length} 项，这里列出前 ${optionsMost} 项，办完再打开。`,
          en: `The first ${optionsMost} of ${rows.length}; open it again for the rest.`,
        },
      }
    : {}),
  options: rows.slice(0, optionsMost).map((row) => ({ value: rowValue(row), label: labelOf(row) })),
});

const opinion: Words = { zh: '审核意见', en: 'Words' };
const opinionHint: Words = { zh: '退回的须写明原因，录入人据此改正', en: 'Needed where it is returned' };

const reviewing = (about: string, rows: readonly DeskRow[]): Form => ({
  id: 'outcome-review',
  about,
  title: { zh: '逐条审核', en: 'Review one by one' },
  submit: { zh: '提交', en: 'Submit' },
  intro: [],
  fields: [
    rowsField(rows),
    {
      kind: 'one-of',
      id: 'decision',
      label: { zh: '所选各条', en: 'Those chosen' },
      options: [
        { value: 'passed', label: { zh: '审核通过', en: 'pass' } },
        { value: 'returned', label: { zh: '退回', en: 'are returned' } },
      ],
    },
    wordsField(opinion, { hint: opinionHint, optional: true }),
  ],
});

const returning = (about: string, rows: readonly DeskRow[]): Form => ({
  id: 'outcome-return',
  about,
  title: { zh: '退回检查结果', en: 'Return outcomes' },
  submit: { zh: '退回', en: 'Return' },
  intro: [],
  fields: [rowsField(rows), wordsField(opinion, { hint: opinionHint })],
});

const doorOf = (isReturn: boolean): FormDoor => ({
  open: (asked, about) => opened(asked, about, isReturn),
  submit: async ({ deps, actor }, about, values) => {
    const { book, department } = readAbout(about);
    const rows = some(values, 'rows').flatMap((value) => rowIn(value) ?? []);
    const decision = isReturn ? 'returned' : one(values, 'decision');
    if (decision !== 'passed' && decision !== 'returned')
      return atField('decision', { zh: '请选择通过还是退回。', en: 'Pass or return?' });
    const done = await reviewOutcomes(deps, actor, {
      ...{ book, department, passed: decision === 'passed', words: one(values, 'words') },
      rows: { kind: 'rows', rows },
    });
    return filled(done, fieldOf, sayReviewed);
  },
});

const fieldOf = fieldsBy({
  'no-rows': 'rows',
  'not-entered': 'rows',
  'entered-anew': 'rows',
  'reviews-own': 'rows',
  'no-words-of-return': 'words',
  'no-words-of-change': 'words',
  'too-long': 'words',
});

export const reviewForm = doorOf(false);
export const returnForm = doorOf(true);
