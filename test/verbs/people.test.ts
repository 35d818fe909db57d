import { describe, expect, it } from 'vitest';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { actorOf, roll } from '../../bot/verbs/people/roll.ts';
import { facts, freshDesk, people, refusal, value } from '../desk.ts';

const newcomer = { ...people.liaison, person: 'l9', name: '罗晓' };

describe('the roll of people', () => {
  it('the first person of an empty roll enrols herself as the office, and the ledger shows it', async () => {
    const desk = await freshDesk([]);
    expect(await facts(desk)).toEqual([
      {
        kind: 'person-enrolled',
        actor: 'person:o1',
        body: expect.objectContaining({ person: 'o1', roles: ['office'] }),
      },
    ]);
  });

  it('a second person cannot enrol himself, not even as the office', async () => {
    const desk = await freshDesk([]);
    const self = { ...people.deputyOffice, person: 'o9' };
    // Who is not on the roll holds no role there; the door would refuse him before this.
    const stranger = { ...self, roles: [] };
    expect(refusal(await enrol(desk, stranger, self))).toMatchObject({ stage: 'rights', why: { reason: 'no-role' } });
    expect(refusal(await enrol(desk, people.liaison, self))).toMatchObject({ stage: 'rights' });
  });

  it('the same entry again writes nothing; another department is a new state of the same person', async () => {
    const desk = await freshDesk([]);
    value(await enrol(desk, people.office, newcomer));
    value(await enrol(desk, people.office, newcomer));
    expect(await facts(desk)).toHaveLength(2);
    value(await enrol(desk, people.office, { ...newcomer, department: 'wjw' }));
    expect(await actorOf(desk, 'l9')).toMatchObject({ department: 'wjw' });
    expect(await facts(desk)).toHaveLength(3);
  });

  it.each(['witness', 'inspector'] as const)('somebody of the office cannot be a %s as well', async (role) => {
    const desk = await freshDesk([]);
    const both = {
      ...people.deputyOffice,
      roles: ['office', role] as const,
      witness: 'deputy' as const,
      inspector: 'x-1',
    };
    expect(refusal(await enrol(desk, people.office, both))).toEqual({
      stage: 'people',
      why: { reason: 'office-as', role, person: 'o2' },
    });
  });

  it.each([
    ['a number with blanks', { ...newcomer, person: 'l 9' }, 'bad-person'],
    ['a name of two lines', { ...newcomer, name: '罗\n晓' }, 'bad-person'],
    ['no role', { ...newcomer, roles: [] }, 'bad-person'],
    ['an inspector without a work number', { ...newcomer, roles: ['inspector'] as const }, 'bad-person'],
    ['a witness of no kind', { ...newcomer, roles: ['witness'] as const }, 'witness-without-kind'],
    ['a liaison of no department', { ...newcomer, department: '' }, 'department-missing'],
  ])('%s is refused', async (_, entrant, reason) => {
    const desk = await freshDesk([]);
    expect(refusal(await enrol(desk, people.office, entrant))).toMatchObject({ stage: 'people', why: { reason } });
    expect(await facts(desk)).toHaveLength(1);
  });

  it('who was dismissed can no longer act and stays on record; a second dismissal writes nothing', async () => {
    const desk = await freshDesk();
    const before = (await facts(desk)).length;
    value(await dismiss(desk, people.office, 'l1'));
    value(await dismiss(desk, people.office, 'l1'));
    expect(await facts(desk)).toHaveLength(before + 1);
    expect(await actorOf(desk, 'l1')).toBeNull();
    expect((await roll(desk)).find(({ person }) => person === 'l1')).toMatchObject({ ended: true });
  });

  it('the last of the office cannot be dismissed, and nobody who was never enrolled', async () => {
    const desk = await freshDesk([people.liaison]);
    expect(refusal(await dismiss(desk, people.office, 'o1'))).toMatchObject({ why: { reason: 'last-of-office' } });
    expect(refusal(await dismiss(desk, people.office, 'x'))).toMatchObject({ why: { reason: 'no-such-person' } });
    expect(refusal(await dismiss(desk, people.liaison, 'o1'))).toMatchObject({ stage: 'rights' });
  });
});
