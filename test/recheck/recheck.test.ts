/** 再检查: published outcomes drawn by the same ceremony as every draw, looked at again by others, answered by whose they are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { wholeRecord } from '../../bot/verbs/draw/record.ts';
import { outcomeBook } from '../../bot/verbs/outcome/book.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { answerRecheck } from '../../bot/verbs/recheck/answer-recheck.ts';
import { freezeRecheck } from '../../bot/verbs/recheck/freeze-recheck.ts';
import { drawnOf, recheckOfCeremony } from '../../bot/verbs/recheck/rechecks.ts';
import { recordRecheck } from '../../bot/verbs/recheck/record-recheck.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { verify } from '../../core/draw/verify.ts';
import { keyText } from '../../core/registry/subject.ts';
import { post, zh } from '../chat/acting.ts';
import { refusal, value } from '../desk.ts';
import { continued, dice, hands } from '../drawn-desk.ts';
import { type PublicDesk, publicDesk } from '../web/public-desk.ts';

/** Nobody who was there. */
const other: Actor = { ...hands.liaison, person: 'l8', name: '市场监管局督查联络员' };

let here: PublicDesk;
let no: number;
let ceremony: number;
let drawn: readonly string[];
const cleaning: (() => void)[] = [];

const hour = (day: string, hours: number): string => `${day}T0${hours}:00:00.000Z`;

beforeAll(async () => {
  here = await publicDesk(3, (cleanUp) => cleaning.push(cleanUp));
  const { desk, day } = here;
  value(await enrol(desk, hands.drafter, other));
  desk.setNow(hour(day, 1));
  const frozen = value(await freezeRecheck(desk, hands.liaison, { ...asking(), bp: 2000 }));
  ceremony = frozen.ceremony;
  await continued(desk, frozen, 'opened');
  const recheck = await recheckOfCeremony(desk.db, ceremony);
  no = recheck?.no ?? 0;
  drawn = (recheck === null ? null : await drawnOf(desk.db, recheck))?.flatMap(({ outcomes }) => outcomes) ?? [];
}, 60_000);
afterAll(() => {
  for (const cleanUp of cleaning.toReversed()) cleanUp();
});

const asking = () => ({
  plan: here.desk.plan,
  purpose: 'recheck' as const,
  department: 'scjg',
  bp: 500,
  until: `${here.day.slice(0, 4)}-12-01`,
  witnesses: [
    { person: hands.deputy.person, custody: 'own-page' as const },
    { person: hands.discipline.person, custody: 'desk' as const },
    { person: hands.thirdParty.person, custody: 'own-page' as const },
  ],
  quorum: 2,
  deadlines: { seal: hour(here.day, 2), reveal: hour(here.day, 3) },
  public: [{ ...dice, after: hour(here.day, 3) }],
  way: '机选' as const,
});

const met = { compliance: 'met', completeness: 'met', precision: 'met' } as const;
const finding = (outcome: string, changes: object = {}) => ({
  ...({ recheck: no, outcome, grades: met, missed: false, words: '', way: 'file', underFiling: null } as const),
  ...changes,
});

describe('the sample', () => {
  it('S0-62: is a fifth of the enterprises with published outcomes, at least one, and its record verifies like every draw’s', async () => {
    const enterprises = new Set(here.subjects.map(keyText)).size;
    const recheck = await recheckOfCeremony(here.desk.db, ceremony);
    const sampled = recheck === null ? [] : ((await drawnOf(here.desk.db, recheck)) ?? []);
    expect(sampled).toHaveLength(Math.max(1, Math.floor((2 * 2000 * enterprises + 10_000) / 20_000)));
    const record = value(await wholeRecord(here.desk.db, ceremony));
    expect(verify(JSON.parse(JSON.stringify(record))).ok).toBe(true);
  });

  it('sends nobody to a door: no visits are handed out, no outcomes entered, and no yearly cap is touched', async () => {
    expect(refusal(await assignVisits(here.desk, hands.drafter, ceremony))).toMatchObject({
      why: { reason: 'sample-only' },
    });
    expect(refusal(await outcomeBook(here.desk, String(ceremony)))).toMatchObject({ why: { reason: 'sample-only' } });
    const { manifest } = value(await wholeRecord(here.desk.db, ceremony));
    expect([manifest.counters, manifest.officers, manifest.tasks.flatMap(({ bodies }) => bodies)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('未公示即未检查: what is not public yet cannot be drawn', async () => {
    const before = `${new Date(Date.parse(here.day) - 86_400_000).toISOString().slice(0, 10)}`;
    here.desk.setNow(hour(before, 1));
    expect(refusal(await freezeRecheck(here.desk, hands.liaison, asking()))).toMatchObject({
      why: { reason: 'nothing-published' },
    });
    here.desk.setNow(hour(here.day, 4));
  });

  it('belongs to the unit itself; another department neither draws nor records it', async () => {
    expect(refusal(await freezeRecheck(here.desk, hands.otherLiaison, asking()))).toMatchObject({ stage: 'rights' });
    const [outcome = ''] = drawn;
    expect(refusal(await recordRecheck(here.desk, hands.otherLiaison, finding(outcome)))).toMatchObject({
      stage: 'rights',
    });
  });
});

describe('what is found', () => {
  it('is recorded by somebody who neither was there nor entered it', async () => {
    const [outcome = ''] = drawn;
    expect(refusal(await recordRecheck(here.desk, hands.liaison, finding(outcome)))).toMatchObject({
      why: { reason: 'own-work' },
    });
    value(await recordRecheck(here.desk, other, finding(outcome)));
  });

  it('S0-63, S0-64, S0-65: a fault by one of the three standards, or a problem missed, is said in words and answered by the department', async () => {
    const outcome = drawn[1] ?? drawn[0] ?? '';
    const missed = { grades: { ...met, precision: 'fault' }, missed: true };
    expect(refusal(await recordRecheck(here.desk, other, finding(outcome, missed)))).toMatchObject({
      why: { reason: 'fault-without-words' },
    });
    value(await recordRecheck(here.desk, other, finding(outcome, { ...missed, words: '未核对年报公示信息' })));
    const slot = `recheck-faults/${ceremony}/scjg`;
    expect(zh((await post(here.desk, slot)).message)).toContain('精准性、问题未发现。未核对年报公示信息');
    const owed = async () =>
      (await owedNow(here.desk, false)).owed.filter(
        ({ matter }) => matter.kind === 'recheck' && matter.step === 'answer',
      );
    expect(await owed()).toMatchObject([{ by: 'department:scjg' }]);
    expect(
      refusal(await answerRecheck(here.desk, hands.otherLiaison, { recheck: no, outcome, words: '代答' })),
    ).toMatchObject({
      stage: 'rights',
    });
    // S0-65
    value(await answerRecheck(here.desk, hands.liaison, { recheck: no, outcome, words: '已补查并培训' }));
    expect(await owed()).toEqual([]);
    expect(zh((await post(here.desk, slot)).message)).toContain('已答复：已补查并培训');
  });

  it('S1-45: nobody goes to the door without a filing of his own, and what was not drawn is not looked at', async () => {
    const [outcome = ''] = drawn;
    for (const underFiling of [null, 999_999])
      expect(
        refusal(await recordRecheck(here.desk, other, finding(outcome, { way: 'door', underFiling }))),
      ).toMatchObject({
        why: { reason: 'door-without-filing' },
      });
    expect(refusal(await recordRecheck(here.desk, other, finding('3/9999/scjg/none')))).toMatchObject({
      why: { reason: 'not-in-sample' },
    });
  });
});
