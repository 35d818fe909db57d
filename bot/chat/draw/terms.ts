/** Who watches, until when, and which number nobody in the room controls: the fields that every freezing asks, and how they are read. */
import type { PublicSource } from '../../../core/draw/manifest.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Option, one, some, type Values } from '../../message/form.ts';
import { witnessWords } from '../../say/rights.ts';
import type { FreezeInput } from '../../verbs/draw/freeze.ts';
import { type Enrolled, roll } from '../../verbs/people/roll.ts';
import type { Asked } from '../door.ts';
import { proposed, readMoment } from './moment.ts';

export type Terms = Pick<FreezeInput, 'witnesses' | 'quorum' | 'deadlines' | 'public' | 'way'> & {
  readonly byPlace: boolean;
  readonly acceptShortage: boolean;
};
type FieldErrors = Readonly<Record<string, Words>>;

/** Everybody who may watch a draw. */
export const witnessesOnRoll = async (deps: Asked['deps']): Promise<readonly Enrolled[]> =>
  (await roll(deps)).filter(({ roles, ended }) => !ended && roles.includes('witness'));

/** Nothing can be frozen before somebody watches. */
export const noWitness: Words = {
  zh: '还没有登记监督人员（人大代表、政协委员、纪检监察、社会第三方等），请先登记，再锁定名单。',
  en: 'No witness is enrolled yet; enrol one before a roster is frozen.',
};

/** @param typed what was filled before, where the form is shown again */
export async function termFields({ deps }: Asked, typed: Values | null, forPeople: boolean): Promise<readonly Field[]> {
  const options = (await witnessesOnRoll(deps)).map(({ person, name, witness }): Option => {
    const kind = witness === null ? { zh: '', en: '' } : witnessWords[witness];
    return { value: person, label: { zh: `${name}（${kind.zh}）`, en: `${name} (${kind.en})` } };
  });
  const now = deps.now();
  const text = (id: string, fallback: string): string => (typed === null ? fallback : one(typed, id));
  const chosen = (id: string): readonly string[] => (typed === null ? [] : some(typed, id));
  return [
    {
      kind: 'some-of',
      id: 'own',
      label: { zh: '监督人员（本人网页封签）', en: 'Witnesses with a page of their own' },
      hint: { zh: '用骰子的，至少要有一名。', en: 'With dice there is at least one.' },
      optional: true,
      options,
      initial: chosen('own'),
    },
    {
      kind: 'some-of',
      id: 'desk',
      label: { zh: '监督人员（会务台代为封存）', en: 'Witnesses that only have chat' },
      optional: true,
      options,
      initial: chosen('desk'),
    },
    {
      kind: 'number',
      id: 'quorum',
      label: { zh: '至少封签的监督人数', en: 'Fewest witnesses that must seal' },
      initial: Number(text('quorum', '2')) || 2,
      least: 1,
      most: 99,
    },
    {
      kind: 'text',
      id: 'seal',
      label: { zh: '封签截止（北京时间）', en: 'Sealing ends (Beijing time)' },
      hint: { zh: '如 10:30、6月26日 10:30 或 60分钟。', en: 'Such as 10:30, 2025-06-26 10:30 or 60 minutes.' },
      initial: text('seal', proposed(now, 60)),
      atMost: 40,
    },
    {
      kind: 'text',
      id: 'reveal',
      label: { zh: '启封截止（北京时间）', en: 'Opening ends (Beijing time)' },
      initial: text('reveal', proposed(now, 120)),
      atMost: 40,
    },
    {
      kind: 'one-of',
      id: 'source',
      label: { zh: '公共数', en: 'Public number' },
      options: sources,
      initial: text('source', 'dice'),
    },
    {
      kind: 'text',
      id: 'lottery',
      label: { zh: '彩票名称（用彩票的填写）', en: 'Lottery' },
      optional: true,
      initial: text('lottery', '福彩快乐8'),
      atMost: 40,
    },
    {
      kind: 'text',
      id: 'issue',
      label: { zh: '期号', en: 'Issue' },
      optional: true,
      initial: text('issue', ''),
      atMost: 40,
    },
    {
      kind: 'text',
      id: 'drawn',
      label: { zh: '开奖时间（北京时间）', en: 'Drawn at (Beijing time)' },
      hint: { zh: '须在启封截止之后。', en: 'After opening has ended.' },
      optional: true,
      initial: text('drawn', ''),
      atMost: 40,
    },
    {
      kind: 'text',
      id: 'numbers',
      label: { zh: '号码个数和范围', en: 'How many numbers, and of which range' },
      hint: { zh: '如“20个 1—80”。', en: 'Such as “20 of 1–80”.' },
      optional: true,
      initial: text('numbers', '20个 1—80'),
      atMost: 40,
    },
    {
      kind: 'one-of',
      id: 'way',
      label: { zh: '抽取方式', en: 'Way of drawing' },
      options: ways.map((value) => ({ value, label: { zh: value, en: wayWords[value] } })),
      initial: text('way', '机选'),
    },
    {
      kind: 'some-of',
      id: 'extras',
      label: { zh: '其他', en: 'Further' },
      optional: true,
      options: extras.filter(({ value }) => !(forPeople && value === 'accept')),
      initial: chosen('extras'),
    },
  ];
}

const sources: readonly Option[] = [
  { value: 'dice', label: { zh: '当场掷骰（20 枚十面骰）', en: 'Dice in the room (twenty, ten-sided)' } },
  { value: 'lottery', label: { zh: '彩票开奖号码（不重复，如快乐8）', en: 'A lottery, numbers without repeats' } },
  { value: 'ordered', label: { zh: '彩票开奖号码（按开出次序，可重复）', en: 'A lottery, numbers in their order' } },
];
const ways = ['机选', '摇号', '抽签'] as const;
const wayWords = { 机选: 'by computer', 摇号: 'by machine', 抽签: 'by lots' } as const;
const extras: readonly Option[] = [
  {
    value: 'accept',
    label: { zh: '已知岗位不足仍锁定，缺额以后补抽', en: 'Freeze although posts will stay open' },
  },
  { value: 'by-place', label: { zh: '检查人员只在本辖区检查', en: 'Inspectors go only where they belong' } },
  { value: 'then-dice', label: { zh: '彩票未按时开奖的，改用掷骰', en: 'Dice where the lottery is not drawn' } },
];

/** Reads the fields; what is wrong stands at its field, all of it at once. */
export function readTerms(values: Values, now: string): Result<Terms, FieldErrors> {
  const errors: Record<string, Words> = {};
  const own = some(values, 'own');
  const desk = some(values, 'desk');
  if (own.length + desk.length === 0) {
    errors.own = {
      zh: '请至少选一名监督人员。',
      en: 'Choose a witness.',
    };
  } else if (own.some((id) => desk.includes(id))) {
    errors.desk = { zh: '同一人只能选一种封签方式。', en: 'A witness has one custody only.' };
  }
  const quorum = Number(one(values, 'quorum'));
  if (!Number.isInteger(quorum) || quorum < 1 || quorum > own.length + desk.length) {
    errors.quorum = {
      zh: `应为 1 至 ${Math.max(1, own.length + desk.length)} 的整数。`,
      en: 'A whole number, not more than there are witnesses.',
    };
  }
  const seal = readMoment(one(values, 'seal'), now);
  if (!seal.ok) errors.seal = seal.error;
  else if (seal.value <= now) errors.seal = { zh: '这个时间已过。', en: 'That time has gone by.' };
  const reveal = readMoment(one(values, 'reveal'), now);
  if (!reveal.ok) errors.reveal = reveal.error;
  else if (seal.ok && reveal.value <= seal.value)
    errors.reveal = { zh: '应晚于封签截止。', en: 'After sealing has ended.' };
  const lottery =
    one(values, 'source') === 'dice' ? null : readLottery(values, now, reveal.ok ? reveal.value : '', errors);
  if (Object.keys(errors).length > 0 || !seal.ok || !reveal.ok) return err(errors);
  const extra = some(values, 'extras');
  const fallback = lottery === null || extra.includes('then-dice') ? [dice(reveal.value)] : [];
  return ok({
    witnesses: [
      ...own.map((person) => ({ person, custody: 'own-page' as const })),
      ...desk.map((person) => ({ person, custody: 'desk' as const })),
    ],
    quorum,
    deadlines: { seal: seal.value, reveal: reveal.value },
    public: [...(lottery === null ? [] : [lottery]), ...fallback],
    way: ways.find((way) => way === one(values, 'way')) ?? '机选',
    byPlace: extra.includes('by-place'),
    acceptShortage: extra.includes('accept'),
  });
}

/** Twenty ten-sided dice: 66 bits. */
const dice = (after: string): PublicSource => ({
  source: 'dice',
  name: '十面骰20枚',
  issue: '',
  after,
  count: 20,
  from: 0,
  to: 9,
  ascending: false,
});

function readLottery(values: Values, now: string, reveal: string, errors: Record<string, Words>): PublicSource | null {
  const [name, issue] = [one(values, 'lottery'), one(values, 'issue')];
  if (name === '') errors.lottery = { zh: '请写彩票名称。', en: 'Name the lottery.' };
  if (issue === '') errors.issue = { zh: '请写期号，如 2025169。', en: 'Give the issue, such as 2025169.' };
  const after = readMoment(one(values, 'drawn'), now);
  if (!after.ok) errors.drawn = after.error;
  else if (after.value < reveal)
    errors.drawn = {
      zh: '开奖应在启封截止之后，否则启封者可以先看到号码。',
      en: 'After opening has ended, or the number could be known before.',
    };
  const [count, from, to] = (one(values, 'numbers').normalize('NFKC').match(/\d+/g) ?? []).map(Number);
  const ascending = one(values, 'source') === 'lottery';
  const isWhole =
    count !== undefined && from !== undefined && to !== undefined && count >= 1 && count <= 99 && to <= 999_999;
  if (!isWhole || from >= to || (ascending && count > to - from + 1)) {
    errors.numbers = {
      zh: '请写个数和范围，如“20个 1—80”。',
      en: 'Write how many and the range, such as “20 of 1–80”.',
    };
    return null;
  }
  if (!after.ok) return null;
  return { source: 'lottery', name, issue, after: after.value, count, from, to, ascending };
}
