/** Invented people of the practice county: one of each role that the road from lists to visits needs. */
import type { Actor } from '../actor.ts';

/** Somebody who is neither witness nor inspector, unless `rest` says so. */
export const person = (
  id: string,
  name: string,
  department: string,
  roles: Actor['roles'],
  rest: Partial<Actor> = {},
): Actor => ({
  person: id,
  name,
  department,
  roles,
  witness: null,
  inspector: '',
  ...rest,
});

export const staff = {
  drafter: person('o1', '联席办综合组甲', 'lxb', ['office']),
  reviewer: person('o2', '联席办审核组乙', 'lxb', ['office']),
  legal: person('j1', '司法局审核员', 'sf', ['legal']),
  liaison: person('l1', '市场监管局联络员', 'scjg', ['liaison']),
  head: person('h1', '市场监管局负责人', 'scjg', ['head']),
  deputy: person('w1', '人大代表监督员', '', ['witness'], { witness: 'deputy' }),
  discipline: person('w2', '纪检监察监督员', '', ['witness'], { witness: 'discipline' }),
  thirdParty: person('w3', '社会第三方监督员', '', ['witness'], { witness: 'third-party' }),
} as const satisfies Record<string, Actor>;
