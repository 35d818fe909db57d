/** Who may be invited to watch (福安 2018 二(二)1). */
import { expect, it } from 'vitest';
import { type Actor, witnessKinds } from '../../bot/actor.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { actorOf } from '../../bot/verbs/people/roll.ts';
import { freshDesk, people, refusal, value } from '../desk.ts';

it('福安 S2-42: 人大代表、政协委员、纪检监察部门、社会第三方不需要单位账号即可受邀见证，身份记录在册；没有身份的不收', async () => {
  const desk = await freshDesk([]);
  const outside = witnessKinds.filter((kind) => kind !== 'department');
  expect(outside).toEqual(['deputy', 'conference-member', 'discipline', 'third-party']);
  for (const [i, witness] of outside.entries()) {
    const invited: Actor = { ...people.witness, person: `w-${i}`, witness };
    value(await enrol(desk, people.office, invited));
    expect(await actorOf(desk, `w-${i}`)).toMatchObject({ roles: ['witness'], department: '', witness });
  }
  const unnamed: Actor = { ...people.witness, person: 'w-9', witness: null };
  expect(refusal(await enrol(desk, people.office, unnamed))).toMatchObject({ why: { reason: 'witness-without-kind' } });
});
