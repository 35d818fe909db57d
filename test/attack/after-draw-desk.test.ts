/** A desk after its draw, attacked: findings reopened, samples taken for visits, filings of others, and bodies erased under whoever reads them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Refusal } from '../../bot/refusal.ts';
import { figuresOf } from '../../bot/verbs/bulletin/figures.ts';
import type { Frozen } from '../../bot/verbs/draw/freeze.ts';
import { casesOf } from '../../bot/verbs/follow-up/cases.ts';
import { closeCase } from '../../bot/verbs/follow-up/close-case.ts';
import { orderCorrection } from '../../bot/verbs/follow-up/order-correction.ts';
import { receiveTransfer } from '../../bot/verbs/follow-up/receive-transfer.ts';
import { returnTransfer } from '../../bot/verbs/follow-up/return-transfer.ts';
import { transferCase } from '../../bot/verbs/follow-up/transfer-case.ts';
import { eraseBodies } from '../../bot/verbs/ledger/erase.ts';
import { publicationsOf } from '../../bot/verbs/notice/publications.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { enterpriseForPublic } from '../../bot/verbs/public/enterprise.ts';
import { freezeRecheck, type RecheckInput } from '../../bot/verbs/recheck/freeze-recheck.ts';
import { drawnOf, recheckOfCeremony } from '../../bot/verbs/recheck/rechecks.ts';
import { recordRecheck } from '../../bot/verbs/recheck/record-recheck.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { signalsOf } from '../../bot/verbs/risk/signals.ts';
import { comingVisits } from '../../bot/verbs/visit/doors.ts';
import { fileUnplanned } from '../../bot/verbs/visit/file-unplanned.ts';
import { receiveVoice } from '../../bot/verbs/voice/receive.ts';
import { isFactKind, seenBy } from '../../core/ledger/fact.ts';
import type { Recheck } from '../../core/recheck/recheck.ts';
import type { Result } from '../../core/result.ts';
import { standing } from '../chat/acting.ts';
import { facts, refusal, value } from '../desk.ts';
import { continued, dice, hands } from '../drawn-desk.ts';
import { acts, begun, caseOf, having } from '../follow-up/made.ts';
import { type PublicDesk, publicDesk } from '../web/public-desk.ts';

/** Nobody who was there. */
const other: Actor = { ...hands.liaison, person: 'l8', name: '市场监管局督查联络员' };
const hour = (day: string, hours: number): string => `${day}T0${hours}:00:00.000Z`;

let here: PublicDesk;
let asked: RecheckInput;
let recheck: Recheck;
/** Two clicks at once. */
let twice: readonly [Result<Frozen, Refusal>, Result<Frozen, Refusal>];
const cleaning: (() => void)[] = [];
beforeAll(async () => {
  here = await publicDesk(3, (cleanUp) => cleaning.push(cleanUp));
  const { desk, day } = here;
  value(await enrol(desk, hands.drafter, other));
  desk.setNow(hour(day, 1));
  asked = {
    ...{ plan: desk.plan, purpose: 'recheck', department: 'scjg', bp: 2000, until: `${day.slice(0, 4)}-12-01` },
    witnesses: [
      { person: hands.deputy.person, custody: 'own-page' },
      { person: hands.discipline.person, custody: 'desk' },
      { person: hands.thirdParty.person, custody: 'own-page' },
    ],
    ...{ quorum: 2, deadlines: { seal: hour(day, 2), reveal: hour(day, 3) }, way: '机选' },
    public: [{ ...dice, after: hour(day, 3) }],
  };
  twice = await Promise.all([freezeRecheck(desk, hands.liaison, asked), freezeRecheck(desk, hands.liaison, asked)]);
  const frozen = value(twice.find(({ ok }) => ok) ?? twice[0]);
  await continued(desk, frozen, 'opened');
  const held = await recheckOfCeremony(desk.db, frozen.ceremony);
  if (held === null) throw new Error('no re-inspection');
  recheck = held;
}, 60_000);
afterAll(() => {
  for (const cleanUp of cleaning.toReversed()) cleanUp();
});

describe('a finding', () => {
  it('that was closed is open again where a problem is entered anew: a small one is no door for a grave one', () => {
    const done = having(begun(), acts.order, acts.corrected, acts.close);
    expect(caseOf(done).state).toBe('closed');
    const later = (done.acts.at(-1)?.seq ?? 0) + 1;
    const anew = (changes: object) => caseOf({ ...done, finding: { ...done.finding, outcome: later, ...changes } });
    expect(anew({ code: 'false-published' }).state).not.toBe('closed');
    expect(anew({ code: 'corrected' }).state).toBe('closed');
  });

  it('closed because its visit was none is open again once the visit stands', () => {
    const ended = begun({ isVoid: true });
    const done = having(ended, { kind: 'case-closed', as: 'void', words: '抽取作废' });
    expect(caseOf(done).state).toBe('closed');
    expect(caseOf({ ...done, finding: { ...done.finding, isVoid: false } }).state).toBe('open');
  });

  it('of another department is not touched by a name that was made up, and a day must be one', async () => {
    const [held] = await casesOf(here.desk);
    const id = held?.id ?? '';
    const before = (await facts(here.desk)).length;
    const forged = id.replace('/scjg/', '/wj/');
    for (const cases of [[forged], [id, forged], ['1/0/scjg/'], ['x'.repeat(5000)], ['1/1/scjg/\u202e\n'], []])
      refusal(await closeCase(here.desk, hands.otherLiaison, { cases, as: 'void', words: '作废' }));
    for (const by of ['2025-02-30', '', '1e9', '昨天'])
      expect(refusal(await orderCorrection(here.desk, hands.liaison, { cases: [id], by, words: '' }))).toMatchObject({
        why: { reason: 'not-a-date' },
      });
    expect((await facts(here.desk)).length).toBe(before);
  });
});

describe('an act about a finding', () => {
  const handed = { to: 'wj', unit: '', reason: '属其职责', evidence: '照片；案卷' };

  it('sent again is recorded once; the same words after it came back are another act', async () => {
    const { desk } = here;
    const cases = [(await casesOf(desk))[1]?.id ?? ''];
    const transfer = () => transferCase(desk, hands.liaison, { cases, ...handed });
    const [first, second] = await Promise.all([transfer(), transfer()]);
    expect([...value(first).seqs, ...value(second).seqs]).toHaveLength(1);
    const [no = 0] = [...value(first).seqs, ...value(second).seqs];
    value(await receiveTransfer(desk, hands.otherLiaison, { transfer: no }));
    const back = { result: 'not-accepted' as const, number: '', on: desk.now().slice(0, 10), words: '不属本局职责' };
    value(await returnTransfer(desk, hands.otherLiaison, { transfer: no, ...back }));
    expect(value(await transfer()).seqs).toHaveLength(1);
    expect((await casesOf(desk)).find(({ id }) => id === cases[0])?.transfers).toHaveLength(2);
  });
});

describe('a sample of a re-inspection', () => {
  it('has a share of the whole, and a day by which it is done', async () => {
    for (const bp of [-5, 0, 10_001, 1.5, Number.NaN, 1e11])
      expect(refusal(await freezeRecheck(here.desk, hands.liaison, { ...asked, bp }))).toMatchObject({
        why: { reason: 'no-share' },
      });
    for (const until of ['2025-02-30', '', '明年'])
      expect(refusal(await freezeRecheck(here.desk, hands.liaison, { ...asked, until }))).toMatchObject({
        why: { reason: 'not-a-day' },
      });
  });

  it('is begun once, however often the button is pressed', async () => {
    const refused = twice.filter(({ ok }) => !ok);
    expect(refused).toMatchObject([{ error: { stage: 'recheck', why: { reason: 'being-drawn' } } }]);
    expect((await facts(here.desk)).filter(({ kind }) => kind === 'recheck-drawn')).toHaveLength(1);
  });

  it('is no call at a door: no list of coming visits has it', async () => {
    const year = Number(here.day.slice(0, 4));
    const sources = (await comingVisits(here.desk, year)).map(({ source }) => source.no);
    expect(sources).toContain(here.ceremony);
    expect(sources).not.toContain(recheck.ceremony);
  });

  it('puts nobody on a public page, also when the draw is disclosed', async () => {
    const later = `${here.day.slice(0, 4)}-12-20`;
    const now = here.desk.now();
    here.desk.setNow(hour(later, 1));
    for (const subject of (await drawnOf(here.desk.db, recheck)) ?? []) {
      const found = await enterpriseForPublic(here.desk.db, subject, later);
      expect(found?.drawn.map(({ ceremony }) => ceremony) ?? []).not.toContain(recheck.ceremony);
    }
    here.desk.setNow(now);
  });

  it('is looked at by the door only under a filing of the own department, for that enterprise', async () => {
    const [drawn] = (await drawnOf(here.desk.db, recheck)) ?? [];
    if (drawn === undefined) throw new Error('nothing drawn');
    const apart = here.subjects.find(({ number }) => number !== drawn.number) ?? drawn;
    const [outcome = ''] = drawn.outcomes;
    const on = here.desk.now().slice(0, 10);
    const file = async (subject: typeof apart | typeof drawn) =>
      value(
        await fileUnplanned(here.desk, hands.liaison, {
          ...{ department: '', subject: { kind: subject.kind, number: subject.number }, items: ['SX010101'] },
          ...{ ground: 'complaint', words: '群众举报', on },
        }),
      ).filing;
    const found = (underFiling: number) => ({
      ...{ recheck: recheck.no, outcome, missed: false, words: '', way: 'door' as const, underFiling },
      grades: { compliance: 'met', completeness: 'met', precision: 'met' } as const,
    });
    expect(refusal(await recordRecheck(here.desk, other, found(await file(apart))))).toMatchObject({
      why: { reason: 'door-without-filing' },
    });
    const office = await recordRecheck(here.desk, hands.drafter, found(await file(drawn)));
    expect(refusal(office)).toMatchObject({ why: { reason: 'door-without-filing' } });
    value(await recordRecheck(here.desk, other, found(await file(drawn))));
  });
});

describe('a body that was erased on record', () => {
  it('breaks nothing that is worked out from its dossier: what is owed, cases, figures, signs, every post', async () => {
    const { desk } = here;
    const [held] = await casesOf(desk);
    const by = `${here.day.slice(0, 4)}-12-31`;
    value(await orderCorrection(desk, hands.liaison, { cases: [held?.id ?? ''], by, words: '' }));
    value(
      await receiveVoice(desk, { about: 'complaint', text: '投诉', contact: '', reference: '', mark: 'd'.repeat(32) }),
    );
    // From the handing out on; what is public stays.
    const rows = (await facts(desk)).flatMap(({ kind }, i) =>
      i < 50 || !isFactKind(kind) || seenBy(kind) === 'public' ? [] : [i + 1],
    );
    value(await eraseBodies(desk, hands.officeHead, { rows, ground: '测试〔2025〕1号' }));
    expect(rows.length).toBeGreaterThan(5);
    desk.setNow(hour(here.day, 9));
    expect((await owedNow(desk)).owed.length).toBeGreaterThan(0);
    expect((await casesOf(desk)).length).toBeGreaterThan(0);
    const [from, to] = [`${here.day.slice(0, 4)}-01-01`, by];
    expect((await figuresOf(desk, { from, to })).length).toBeGreaterThan(0);
    await publicationsOf(desk);
    await signalsOf(desk, Number(here.day.slice(0, 4)), null);
    expect((await standing(desk)).length).toBeGreaterThan(0);
  });
});
