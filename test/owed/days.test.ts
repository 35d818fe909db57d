import { describe, expect, it } from 'vitest';
import { choices } from '../../bot/chat/table.ts';
import { choicesFor } from '../../bot/post/say/remind/choices.ts';
import type { Calendar } from '../../core/calendar.ts';
import type { ConsultationState } from '../../core/consult/state.ts';
import { fromCalendar } from '../../core/owed/from-calendar.ts';
import { fromConsultation } from '../../core/owed/from-consult.ts';
import { fromLists } from '../../core/owed/from-lists.ts';
import { fromPolicy } from '../../core/owed/from-policy.ts';
import { fromTasks } from '../../core/owed/from-tasks.ts';
import { isQuiet, nextOpen } from '../../core/owed/hours.ts';
import { isProvisional, type Owed } from '../../core/owed/owed.ts';
import { beforeDue, escalation, lying, roundAt } from '../../core/owed/rounds.ts';
import { wordsOfDue, wordsOfMatter } from '../../core/owed/words.ts';
import type { Task } from '../../core/plan/task.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { policies } from '../../core/policy/index.ts';
import type { Policy } from '../../core/policy/shape.ts';

const calendar = chineseCalendar();

describe('a due day is reminded of some working days ahead and on the last working day, and is never moved', () => {
  const days: readonly (readonly [string, string, number, string, string])[] = [
    // due, what it is, working days ahead, first reminder, last reminder
    ['2025-07-04', 'a Friday', 5, '2025-06-27', '2025-07-04'],
    ['2025-12-14', 'a Sunday: the Friday before', 5, '2025-12-05', '2025-12-12'],
    ['2025-10-01', 'National Day: 30 September, after a working Sunday', 2, '2025-09-28', '2025-09-30'],
    ['2025-10-12', 'a Sunday after a working Saturday', 2, '2025-10-09', '2025-10-11'],
    ['2026-02-20', 'Spring Festival 2026: the working Saturday before', 2, '2026-02-12', '2026-02-14'],
    ['2025-05-05', 'May holiday: 30 April', 2, '2025-04-28', '2025-04-30'],
    ['2025-03-31', 'a Monday', 5, '2025-03-24', '2025-03-31'],
  ];
  it.each(days)('%s, %s', (due, _what, ahead, first, last) => {
    const { rounds } = beforeDue(calendar, due, ahead, null);
    expect(rounds.map(({ name, from }) => [name, from])).toEqual([
      ['ahead', first],
      ['last', last],
    ]);
    expect(rounds.at(-1)?.to).toBe(due);
  });

  it('a deadline of two days after the letter has no earlier reminder than the last day', () => {
    expect(beforeDue(calendar, '2025-06-05', 2, '2025-06-03').rounds.map(({ name }) => name)).toEqual(['last']);
  });

  it('the office hears of the silent one working day before, and once more when the day is over', () => {
    const { rounds } = escalation(calendar, '2025-10-12', '2025-09-20');
    expect(rounds.map(({ name, from }) => [name, from])).toEqual([
      ['eve', '2025-10-10'],
      ['over', '2025-10-13'],
    ]);
  });

  it('a year without a holiday notice makes the days provisional', () => {
    const bare: Calendar = { notices: [], local: [] };
    expect(beforeDue(bare, '2031-03-03', 2, null).unsure).toEqual([2031]);
    expect(beforeDue(calendar, '2025-06-30', 2, null).unsure).toEqual([]);
    expect(lying(bare, '2031-03-03', 1).unsure).toEqual([2031]);
  });

  it('only the latest round counts, so that nobody is written to twice after a silence of ours', () => {
    const { rounds } = beforeDue(calendar, '2025-07-04', 5, null);
    const on = (day: string) => roundAt(rounds, day, `${day}T02:00:00.000Z`)?.name ?? null;
    expect(['2025-06-26', '2025-06-27', '2025-07-03', '2025-07-04', '2025-07-07'].map(on)).toEqual([
      null,
      'ahead',
      'ahead',
      'last',
      null,
    ]);
  });
});

describe('people are written to on working days from 08:30 to 17:30, and not over midday', () => {
  const minutes: readonly (readonly [string, boolean, string])[] = [
    ['2025-06-03T08:29', true, '2025-06-03T08:30'],
    ['2025-06-03T08:30', false, '2025-06-03T08:30'],
    ['2025-06-03T11:59', false, '2025-06-03T11:59'],
    ['2025-06-03T12:00', true, '2025-06-03T14:30'],
    ['2025-06-03T14:30', false, '2025-06-03T14:30'],
    ['2025-06-03T17:30', true, '2025-06-04T08:30'],
    // the Dragon Boat holiday, a Saturday to a Monday
    ['2025-05-31T10:00', true, '2025-06-03T08:30'],
    // a Saturday that is worked: 2025-10-11
    ['2025-10-11T10:00', false, '2025-10-11T10:00'],
    ['2025-09-30T18:00', true, '2025-10-09T08:30'],
    ['2026-02-14T09:00', false, '2026-02-14T09:00'],
  ];
  it.each(minutes)('%s quiet: %s, next %s', (minute, quiet, next) => {
    expect(isQuiet(calendar, minute)).toBe(quiet);
    expect(nextOpen(calendar, minute)).toBe(next);
  });
});

describe('deadlines of the policies', () => {
  const owedUnder = (id: string, today: string): readonly Owed[] =>
    fromPolicy(policyNamed(id), calendar, today, (party) => (party === 'member' ? ['department:wjw'] : []));

  it('三明 2025: the half-year report by 4 July, and 14 December, a Sunday, is reminded of on the Friday', () => {
    const half = owedUnder('sanming', '2025-06-01').filter(({ by }) => by === 'department:wjw');
    expect(half.map(({ due, matter }) => [due, matter.kind === 'deadline' ? matter.key : ''])).toContainEqual([
      '2025-07-04',
      'half-year-report',
    ]);
    const year = half.find(({ key }) => key.includes('year-report') && key.endsWith('2025-12-14'));
    expect(year?.rounds.at(-1)?.from).toBe('2025-12-12');
    expect(year?.due).toBe('2025-12-14');
    expect(year?.rule?.document).not.toBe('');
  });

  it('万年 2022: its own March came before it, so that nothing of March 2022 is ever owed', () => {
    const early = owedUnder('wannian', '2022-08-10');
    expect(early.every(({ due }) => (due ?? '') > '2022-08-10')).toBe(true);
    expect(early.filter(({ key }) => key.includes('plans-registered')).map(({ due }) => due)).toEqual(['2023-03-31']);
  });

  it('what is owed by a party that nobody here is falls to the office', () => {
    const all = fromPolicy(policyNamed('shishi'), calendar, '2024-06-01', () => []);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map(({ by }) => by))).toEqual(new Set(['office']));
  });
});

describe('a year whose holiday notice is not known', () => {
  it('leaves a day that a document names certain, and asks the office for the notice once it can be had', () => {
    const bare: Calendar = { notices: calendar.notices.filter(({ year }) => year < 2025), local: [] };
    const owed = fromPolicy(policyNamed('sanming'), bare, '2025-06-25', () => []);
    expect(owed.every((each) => !isProvisional(each))).toBe(true);
    const [notice, ...more] = fromCalendar(owed);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ by: 'office', matter: { kind: 'holidays', year: 2025 } });
    expect(notice?.rounds[0]?.from).toBe('2024-11-15');
  });
});

describe('a list that is owed anew by a day', () => {
  const source = { document: '万政办', clause: '一', quote: '3月底前', basis: 'text' as const };
  const standing = {
    list: 'joint-items' as const,
    source,
    optional: false,
    absent: false,
    renewBy: '2024-03-31',
    unreceived: [],
  };

  it('is reminded of before its day, a Sunday, and once after it; it stays owed until it is done', () => {
    const [owed] = fromLists('wjw', false, [standing], calendar);
    expect(owed?.rounds.map(({ name, from }) => `${name} ${from}`)).toEqual([
      'ahead 2024-03-22',
      'last 2024-03-29',
      'over 2024-04-01',
    ]);
    expect(fromLists('wjw', false, [{ ...standing, renewBy: null }], calendar)).toEqual([]);
  });

  it('a list that was sent is owed a receipt by each who must have it, after three working days', () => {
    const sent = { ...standing, renewBy: null, unreceived: [{ receivers: ['office' as const], sent: '2024-03-29' }] };
    const [owed, ...more] = fromLists('wjw', false, [sent], calendar);
    expect(more).toEqual([]);
    expect(owed).toMatchObject({ by: 'office', waits: 'department:wjw', matter: { kind: 'receipt' } });
    expect(owed?.rounds[0]?.from).toBe('2024-04-03');
  });
});

describe('an open consultation', () => {
  const state: ConsultationState = {
    no: '2025-1',
    year: 2025,
    letter: '请反馈',
    matters: '',
    contact: null,
    openedOn: '2025-06-03',
    deadline: '2025-06-17',
    workingDays: 10,
    extensions: [],
    asked: ['scjg', 'wjw', 'yjj'],
    closed: null,
    replies: new Map(),
    changes: [],
    alterations: new Map(),
  };

  it('is owed by each silent department, and the office looks at them one working day before', () => {
    const owed = fromConsultation(state, calendar);
    expect(owed.map(({ by }) => by)).toEqual(['department:scjg', 'department:wjw', 'department:yjj', 'office']);
    expect(owed[0]?.rounds.map(({ name, from }) => `${name} ${from}`)).toEqual(['ahead 2025-06-13', 'last 2025-06-17']);
    expect(owed[3]?.rounds.map(({ name, from }) => `${name} ${from}`)).toEqual(['eve 2025-06-16', 'over 2025-06-18']);
  });

  it('owes nothing once it is closed, and another day is another debt', () => {
    expect(fromConsultation({ ...state, closed: { at: '2025-06-17T17:30', silent: [] } }, calendar)).toEqual([]);
    const [before] = fromConsultation(state, calendar);
    const [after] = fromConsultation({ ...state, deadline: '2025-06-20', workingDays: null }, calendar);
    expect(before?.key).not.toBe(after?.key);
  });

  it('is provisional where the calendar of its year is not known, and says so', () => {
    const [first] = fromConsultation(
      { ...state, openedOn: '2031-06-03', deadline: '2031-06-17' },
      { notices: [], local: [] },
    );
    if (first === undefined) throw new Error('nothing owed');
    expect(isProvisional(first)).toBe(true);
    expect(wordsOfDue(first, String).zh).toContain('暂定');
    expect(wordsOfMatter(first.matter, String).zh).toBe('反馈征询函 2025-1');
  });
});

describe("a plan's tasks", () => {
  const task = (no: string, from: string, to: string): Task => ({
    no,
    name: `任务${no}`,
    kind: 'random',
    directed: false,
    reach: 'joint',
    lead: 'scjg',
    partners: ['wjw'],
    bodies: [],
    section: '',
    responsible: '',
    frame: { tags: [], types: [], places: [] },
    scheme: '',
    professional: '',
    quota: { kind: 'tiers', tiers: [], denominator: 'frame' },
    drawsPerYear: 1,
    window: { from, to },
    due: to,
    publishWithin: 20,
    method: 'on-site',
    experts: [],
    origin: 'own',
    outside: { no: '', state: 'unregistered' },
    ground: '',
    reasons: [],
  });
  const plan = { no: '2023-1', tasks: [task('A', '2023-05-01', '2023-06-30'), task('B', '2023-05-01', '2023-06-30')] };
  const owed = (drawn: readonly string[], today: string, inspected: readonly string[] = []) =>
    fromTasks({ plan, drawn: new Set(drawn), inspected: new Set(inspected) }, policyNamed('ganzhou'), calendar, today);

  it('are drawn before their window, by the office, as one matter', () => {
    const [only, ...more] = owed([], '2023-04-01');
    expect(more).toEqual([]);
    expect(only).toMatchObject({ by: 'office', due: '2023-05-01', matter: { kind: 'draw', tasks: ['A', 'B'] } });
    // 1 May is a holiday from 29 April on: reminded of on the Friday.
    expect(only?.rounds.at(-1)?.from).toBe('2023-04-28');
  });

  it('S1-16: a section is reminded some working days before its day and on the last one, and not at all once it is done', () => {
    const visits = (...inspected: readonly string[]) =>
      owed(['A', 'B'], '2023-06-01', inspected).filter(({ matter }) => matter.kind === 'visits');
    const [end] = visits().filter(({ by }) => by === 'department:wjw');
    expect(end).toMatchObject({ due: '2023-06-30', matter: { step: 'end', tasks: ['A', 'B'] } });
    // 22 to 24 June are holidays, the 25th is worked instead.
    expect(end?.rounds.map(({ name, from }) => `${name} ${from}`)).toEqual(['ahead 2023-06-25', 'last 2023-06-30']);
    // The reminder has the button to go on with it.
    expect(end === undefined ? [] : choicesFor(end.matter, end.by).map(({ id }) => choices.has(id))).toEqual([true]);
    expect(visits('A wjw').map(({ by, matter }) => [by, 'tasks' in matter ? matter.tasks : []])).toEqual([
      ['department:scjg', ['A', 'B']],
      ['department:wjw', ['B']],
    ]);
    expect(visits('A wjw', 'B wjw').map(({ by }) => by)).toEqual(['department:scjg']);
  });

  it('are visited within it by everybody who has a part, and published after it by the lead', () => {
    const all = owed(['A', 'B'], '2023-04-01').map(({ matter, by, due }) => [matter.kind, by, due].join(' '));
    expect([...all].sort()).toEqual([
      'publication department:scjg 2023-07-28',
      'visits department:scjg 2023-05-01',
      'visits department:scjg 2023-06-30',
      'visits department:wjw 2023-05-01',
      'visits department:wjw 2023-06-30',
    ]);
  });
});

// Helpers

function policyNamed(id: string): Policy {
  const found = policies.find((each) => each.id.startsWith(id));
  if (found === undefined) throw new Error(`no policy ${id}`);
  return found;
}
