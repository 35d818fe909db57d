/** 申报数据 by form: a group of numbers for one span, each field a number; what is left empty is not stated. */
import { type NumberKey, numberKeys, numberWords, otherKinds, recordKinds } from '../../../core/bulletin/number.ts';
import { lastOfMonth } from '../../../core/calendar.ts';
import type { Words } from '../../../core/words.ts';
import { type Form, one, some, type Values } from '../../message/form.ts';
import { firstOf, sentence, withLines } from '../../message/message.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { stateNumbers, stateNumbersFrom } from '../../verbs/bulletin/state-numbers.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { atField, fieldsBy, filled, noForm, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor, TalkFile } from '../door.ts';
import { fileIn, noFile } from '../invite/superior.ts';

interface Group {
  readonly id: string;
  readonly name: Words;
  readonly keys: readonly NumberKey[];
}

const ofKinds = (kinds: readonly string[]) => (key: NumberKey) => kinds.some((kind) => key.startsWith(`${kind}-`));
const others = [...recordKinds, ...otherKinds];

export const numberGroups: readonly Group[] = [
  {
    id: 'others',
    name: { zh: '其他', en: 'others' },
    keys: numberKeys.filter((key) => !ofKinds([...others, 'records'])(key) || key === 'penalties-collected'),
  },
  {
    id: 'records',
    name: { zh: '五类', en: 'five kinds' },
    keys: numberKeys.filter((key) => ofKinds([...recordKinds, 'records'])(key) && key !== 'penalties-collected'),
  },
  { id: 'credit', name: { zh: '三类', en: 'three kinds' }, keys: numberKeys.filter(ofKinds(otherKinds)) },
];

export const numberForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const group = groupOf(about);
    if (group === undefined) return { message: sentence(unknown) };
    const allowed = authorise(actor, 'state-number', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const name = (await departmentNames(deps.db))(actor.department);
    const [from, to] = lastMonth(dayOf(deps.now()));
    const form: Form = {
      id: 'numbers-state',
      about: group.id,
      title: { zh: '申报数据', en: 'State numbers' },
      submit: { zh: '申报', en: 'State' },
      intro: [
        {
          kind: 'note',
          words: {
            zh: `${name}。只填已有统计的数，空着的不申报；同一起止日期再次申报即为更正，原数留存。其他组：${numberGroups.map((each) => `/bulletin 申报 ${each.name.zh}`).join('；')}。`,
            en: `${name}. Leave empty what was not counted; the same days again correct it. Groups: ${numberGroups.map(({ id }) => id).join(', ')}.`,
          },
        },
      ],
      fields: [
        { kind: 'date', id: 'from', label: { zh: '起始日期', en: 'From' }, initial: from },
        { kind: 'date', id: 'to', label: { zh: '截止日期', en: 'To' }, initial: to },
        {
          kind: 'text',
          id: 'source',
          label: { zh: '数据来源', en: 'Where they come from' },
          placeholder: { zh: '系统、台账或者统计人', en: 'a system, a ledger, who counted' },
          atMost: 200,
          optional: true,
        },
        ...group.keys.map((key) => ({
          kind: 'number' as const,
          id: key,
          label: numberWords(key),
          optional: true,
          least: 0,
        })),
        {
          kind: 'file',
          id: 'file',
          label: { zh: '或者上传申报数据表', en: 'Or a sheet of numbers' },
          hint: {
            zh: '列：单位、数据项、起始日期、截止日期、数值、数据来源。上传后以表为准，上面各项不用填。',
            en: 'Columns: department, number, from, to, value, source. The sheet counts instead of the fields above.',
          },
          types: ['xlsx', 'csv'],
          optional: true,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { deps, actor } = asked;
    const reference = some(values, 'file')[0] ?? '';
    if (reference !== '') {
      const file = await fileIn(asked, reference);
      return file === null ? atField('file', noFile) : fromFile(asked, file);
    }
    const group = groupOf(about);
    if (group === undefined) return tell(unknown);
    const numbers = numbersIn(group, values);
    const bad = numbers.find(({ n }) => Number.isNaN(n));
    if (bad !== undefined) return atField(bad.key, { zh: '应为整数。', en: 'A whole number.' });
    const done = await stateNumbers(deps, actor, {
      department: actor.department,
      from: one(values, 'from'),
      to: one(values, 'to'),
      source: one(values, 'source'),
      numbers,
    });
    return filled(done, fieldsBy({ 'no-source': 'source', 'not-a-day': 'from', numbers: 'from' }), (taken) => ({
      zh: `${taken.from} 至 ${taken.to} 的 ${taken.count} 个数已${taken.corrected ? '更正' : '登记'}。`,
      en: `${taken.count} numbers of ${taken.from} to ${taken.to} are ${taken.corrected ? 'corrected' : 'on record'}.`,
    }));
  },
};

async function fromFile({ deps, actor }: Asked, { name, bytes }: TalkFile): Promise<Answer> {
  const done = await stateNumbersFrom(deps, actor, { bytes: await bytes(), file: name });
  return filled(done, 'file', ({ taken, refused: not, rejected }) =>
    withLines(
      {
        zh: `已登记 ${taken.reduce((all, { count }) => all + count, 0)} 个数${rejected.length === 0 ? '' : `，第 ${rejected.map(({ row }) => row + 1).join('、')} 行未能读取`}。`,
        en: `${taken.reduce((all, { count }) => all + count, 0)} numbers are on record; ${rejected.length} rows could not be read.`,
      },
      firstOf(not.map(sayRefusal), 10, '组'),
    ),
  );
}

const groupOf = (id: string): Group | undefined => numberGroups.find((each) => each.id === id);
const unknown: Words = {
  zh: `没有这一组数据；可以写：${numberGroups.map(({ name }) => name.zh).join('、')}。`,
  en: 'There is no such group of numbers.',
};

const numbersIn = ({ keys }: Group, values: Values) =>
  keys.flatMap((key) => {
    const typed = one(values, key);
    if (typed === '') return [];
    return [{ key, n: /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN }];
  });

function lastMonth(today: string): readonly [from: string, to: string] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  const first = `${y}-${String(m).padStart(2, '0')}-01`;
  return [first, lastOfMonth(y, m)];
}
