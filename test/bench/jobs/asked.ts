/** What the ceremony over the million is asked: one joint task of one plan, two witnesses, dice. Desk and edge are asked the same. */
import { staff } from '../../../bot/practice/people.ts';
import type { FreezeInput } from '../../../bot/verbs/draw/freeze.ts';

export const planNo = '清双随机〔2025〕百万号';
export const taskNo = '9907232025000001';
/** The morning of the freezing, and the moment at which only the desk has to open. */
export const frozenAt = '2025-06-26T01:00:00.000Z';
export const openedAt = '2025-06-26T03:15:00.000Z';

export const witnesses = [staff.deputy, staff.discipline];

export const asked: FreezeInput = {
  plan: planNo,
  tasks: [taskNo],
  witnesses: witnesses.map(({ person }) => ({ person, custody: 'own-page' })),
  quorum: 2,
  deadlines: { seal: '2025-06-26T02:00:00.000Z', reveal: '2025-06-26T03:00:00.000Z' },
  public: [
    {
      source: 'dice',
      name: '十面骰20枚',
      issue: '',
      after: '2025-06-26T03:00:00.000Z',
      count: 20,
      from: 0,
      to: 9,
      ascending: false,
    },
  ],
  way: '机选',
};
