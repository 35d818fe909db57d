/**
 * The form of one act about chosen findings. What it is about is their names, which are parsed anew; it shows numbers of visits and names of
 * items, and never an enterprise, since a chat platform keeps what it is sent.
 */
import type { ActKind } from '../../../core/follow-up/act.ts';
import { isMeant } from '../../../core/follow-up/fit.ts';
import { stepWords } from '../../../core/follow-up/words.ts';
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Option, one, type Values } from '../../message/form.ts';
import { firstOf, type Part, sentence } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import type { CaseHeld } from '../../verbs/follow-up/cases.ts';
import { ownCases } from '../../verbs/follow-up/named.ts';
import type { Done } from '../../verbs/follow-up/on-cases.ts';
import type { CaseInWay } from '../../verbs/follow-up/refusal.ts';
import { fieldsBy, filled, noForm } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';

export interface ActForm {
  readonly kind: ActKind;
  /** At most 24 characters in either language, as the title of a form. */
  readonly label: Words;
  /** Can be done for findings of several enterprises at once. */
  readonly several: boolean;
  readonly fields: (asked: Asked, cases: readonly CaseHeld[]) => Promise<readonly Field[]>;
  readonly submit: (asked: Asked, cases: readonly string[], values: Values) => Promise<Result<Done, Refusal>>;
}

/** Longest text that a form carries about itself. */
export const aboutMost = 2500;
/** In place of names: all of the department's that the act is plainly meant for. */
export const allOfMine = 'all';

export const aboutOf = (cases: readonly string[]): string => JSON.stringify(cases);

/** Names of findings as a form carried them; what is none of that names nothing. */
function namesIn(about: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(about);
    return Array.isArray(read) ? read.flatMap((each: unknown) => (typeof each === 'string' ? each : [])) : [];
  } catch {
    return [];
  }
}

export const formNamed = (kind: ActKind): string => `act-${kind}`;

export function doorOf(act: ActForm): FormDoor {
  return {
    open: async (asked, about) => {
      const cases = await meant(asked, act.kind, about);
      const [first] = cases;
      if (first === undefined)
        return namesIn(about).includes(allOfMine)
          ? { message: sentence(noneMeant(act, await ownCases(asked.deps, asked.actor))) }
          : noForm({ stage: 'follow-up', why: { reason: 'no-cases' } });
      const fields = await act.fields(asked, cases);
      return {
        form: {
          id: formNamed(act.kind),
          about,
          title: act.label,
          submit: { zh: '登记', en: 'Record' },
          intro: introOf(cases),
          fields,
        },
      };
    },
    submit: async (asked, about, values) => {
      const names = namesIn(about);
      const held = await meant(asked, act.kind, about);
      const cases = names.includes(allOfMine) ? held.map(({ id }) => id) : names;
      const [first] = await act.fields(asked, held);
      return filled(
        await act.submit(asked, cases, values),
        (refusal) => fieldOf(refusal) ?? fieldOfCases(refusal, act.kind, first?.id ?? null),
        toldOf(act.label),
      );
    },
  };
}

/** Why “all of ours” came to nothing: what is not dealt with cannot be closed, and is named. */
export function noneMeant({ kind, label }: Pick<ActForm, 'kind' | 'label'>, own: readonly CaseHeld[]): Words {
  const open = kind === 'case-closed' ? own.filter(({ state }) => state !== 'closed') : [];
  if (open.length === 0)
    return {
      zh: `本单位目前没有需要“${label.zh}”的问题。`,
      en: `None of your department’s findings is waiting for this: ${label.en}.`,
    };
  const said = open
    .slice(0, linesMost)
    .map(({ no, item, owed }) => ({ no, item, steps: owed.map(({ kind: step }) => stepWords[step]) }));
  const more = open.length - said.length;
  return {
    zh: `尚未处置完毕，不能办结：${said.map(({ no, item, steps }) => `${no} ${item.name}${steps.length === 0 ? '' : `（还须：${steps.map(({ zh }) => zh).join('、')}）`}`).join('；')}${more > 0 ? `；等 ${open.length} 个问题` : ''}。请先处置，再办结。`,
    en: `Not dealt with yet, so that nothing can be closed: ${said.map(({ no, item, steps }) => `${no} ${item.name}${steps.length === 0 ? '' : ` (still to do: ${steps.map(({ en }) => en).join(', ')})`}`).join('; ')}${more > 0 ? `; ${open.length} in all` : ''}.`,
  };
}

export const toldOf =
  ({ zh, en }: Words) =>
  ({ nos, cases }: Done): Words => ({
    zh: `已登记：${zh}，检查编号 ${nos.slice(0, nosMost).join('、')}${nos.length > nosMost ? ` 等 ${nos.length} 户` : ''}，问题 ${cases.length} 个。`,
    en: `On record: ${en}, visits ${nos.slice(0, nosMost).join(', ')}${nos.length > nosMost ? ` and ${nos.length - nosMost} more` : ''}, ${cases.length} findings.`,
  });
const nosMost = 6;

async function meant({ deps, actor }: Asked, kind: ActKind, about: string): Promise<readonly CaseHeld[]> {
  const names = namesIn(about);
  const own = await ownCases(deps, actor);
  return names.includes(allOfMine)
    ? own.filter((each) => isMeant(kind, each))
    : own.filter(({ id }) => names.includes(id));
}

const introOf = (cases: readonly CaseHeld[]): readonly Part[] => [
  {
    kind: 'list',
    items: firstOf(
      cases.map(({ no, item }) => ({ zh: `${no}　${item.name}`, en: `${no}: ${item.name}` })),
      linesMost,
      '个问题',
    ),
  },
];
const linesMost = 10;

const byReason = fieldsBy({
  'not-evidence': 'evidence',
  'no-evidence': 'evidence',
  'other-subject': 'subject',
  'other-task': 'task',
  'number-taken': 'number',
  'no-receiver': 'to',
  'unit-missing': 'unit',
});

/** Where a refusal stands: what is wrong with something given stays at its field. */
export function fieldOf(refusal: Refusal): string | null {
  const { stage, why } = refusal;
  if (stage !== 'follow-up') return null;
  return why.reason === 'text-missing' || why.reason === 'not-a-date' ? why.field : byReason(refusal);
}

type Way = CaseInWay['why']['reason'];

/** At which field it can be mended that a case stands in the way. */
const wayFields: Readonly<Partial<Record<Way, string>>> = {
  'degree-missing': 'degree',
  'repair-day-missing': 'repairFrom',
  'no-decision': 'number',
  'served-already': 'number',
  'caution-missing': 'considered',
  'field-unknown': 'field',
};

/** The day that an act states. */
const dayFieldOf: Readonly<Partial<Record<ActKind, string>>> = {
  'correction-ordered': 'by',
  'listing-reminded': 'until',
  'joint-punishment-recorded': 'to',
};

/** What a finding has against an act stands where it can be mended, or at the first field, so that nothing that was filled in is lost. */
function fieldOfCases({ stage, why }: Refusal, kind: ActKind, first: string | null): string | null {
  if (stage !== 'follow-up' || why.reason !== 'cases') return null;
  const [way] = why.cases;
  if (way === undefined) return null;
  const { reason } = way.why;
  if (reason === 'in-future' || reason === 'too-early') return dayFieldOf[kind] ?? 'on';
  return wayFields[reason] ?? first;
}

// Fields that many acts ask for.
export const dayField = (id: string, label: Words, initial?: string): Field => ({
  kind: 'date',
  id,
  label,
  ...(initial === undefined ? {} : { initial }),
});

export const lineField = (
  id: string,
  label: Words,
  rest: { readonly optional?: true; readonly hint?: Words } = {},
): Field => ({
  kind: 'text',
  id,
  label,
  atMost: 200,
  ...rest,
});

export const evidenceField: Field = {
  kind: 'text',
  id: 'evidence',
  label: { zh: '证据清单', en: 'Evidence' },
  hint: {
    zh: '每行一份，写名称和存放位置，如“现场照片；检查科档案柜”。请勿写检查对象名称。',
    en: 'A line each, name and place, such as “photographs; filing cabinet”. Do not write the enterprise’s name.',
  },
  lines: 'many',
  atMost: 3000,
  optional: true,
};

export const chosenFrom = <K extends string>(
  id: string,
  label: Words,
  words: Readonly<Record<K, Words>>,
  keys: readonly K[],
): Field => ({ kind: 'one-of', id, label, options: keys.map((value): Option => ({ value, label: words[value] })) });

/** The key that was chosen; the first where what came back is none of them, which no form of ours sends. */
export const chosen = <K extends string>(values: Values, id: string, keys: readonly [K, ...K[]]): K =>
  keys.find((each) => each === one(values, id)) ?? keys[0];
