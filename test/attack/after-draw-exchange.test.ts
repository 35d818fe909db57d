/** Problems, meetings, warnings and classes, attacked: days that no calendar has, acts sent twice or nearly twice, forms of others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { home } from '../../bot/chat/home.ts';
import { person } from '../../bot/practice/people.ts';
import { answerMeeting } from '../../bot/verbs/exchange/answer-meeting.ts';
import { assignProblem } from '../../bot/verbs/exchange/assign-problem.ts';
import { type Call, callMeeting } from '../../bot/verbs/exchange/call-meeting.ts';
import { holdMeeting } from '../../bot/verbs/exchange/hold-meeting.ts';
import { problemsHeld } from '../../bot/verbs/exchange/problems.ts';
import { raiseProblem } from '../../bot/verbs/exchange/raise-problem.ts';
import { recordSupervision } from '../../bot/verbs/exchange/record-supervision.ts';
import { sendNews } from '../../bot/verbs/exchange/send-news.ts';
import { solveProblem } from '../../bot/verbs/exchange/solve-problem.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { proposeTargetedCheck } from '../../bot/verbs/risk/propose-targeted-check.ts';
import { recordRisk, risksHeld } from '../../bot/verbs/risk/record-risk.ts';
import { suggestClassChange } from '../../bot/verbs/risk/suggest-class-change.ts';
import { chatDeps, fill, formOf, press, said, type, zh } from '../chat/acting.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { type InvitedDesk, invitedDesk } from '../invited-desk.ts';

let desk: InvitedDesk;
let owner: Actor;
let other: Actor;
const { office } = people;
const cleaning: (() => void)[] = [];
beforeAll(async () => {
  desk = await invitedDesk(undefined, (cleanUp) => cleaning.push(cleanUp));
  [owner, other] = [desk.liaison('scjg'), desk.liaison('wj')];
});
afterAll(() => {
  for (const cleanUp of cleaning.toReversed()) cleanUp();
});

const call = (changes: Partial<Call> = {}): Call => ({
  ...({ kind: 'liaison', title: '联络员会议', on: '2099-03-02', time: '14:30', place: '三楼' } as const),
  ...{ agenda: '通报进度', invited: ['scjg', 'wj'] },
  ...changes,
});

describe('days that no calendar has', () => {
  it('are refused by every act, so that nobody’s list of what is owed is broken by one bad day', async () => {
    const { problem } = value(await raiseProblem(desk, other, { about: 'work', title: '用车', words: '车辆不足' }));
    const supervision = { department: 'scjg', title: '两库', words: '未更新', demand: '更新名录库' };
    const { meeting } = value(
      await callMeeting(desk, office, call({ title: '照开的会议', on: desk.now().slice(0, 10) })),
    );
    const decided = (due: string) => [{ words: '更新名录库', owner: 'wj', due }];
    for (const day of ['2025-02-30', '2025-13-01', '明天', '20990101', '', '9999999-01-01']) {
      const refused = [
        await callMeeting(desk, office, call({ on: day })),
        await assignProblem(desk, office, { problem, owner: 'scjg', due: day, words: '' }),
        await recordSupervision(desk, office, { ...supervision, due: day }),
        await sendNews(desk, owner, { title: '动态', where: '', on: day }),
        await holdMeeting(desk, office, { meeting, on: day, absent: [], decisions: [] }),
        await holdMeeting(desk, office, { meeting, on: desk.now().slice(0, 10), absent: [], decisions: decided(day) }),
        await recordRisk(desk, office, { from: '省平台 1', words: '异常', about: '', department: 'scjg', due: day }),
      ].map((result) => (result.ok ? 'done' : result.error.why.reason));
      expect(new Set(refused)).toEqual(new Set(['not-a-day']));
    }
    expect((await owedNow(desk, false)).owed.length).toBeGreaterThan(0);
  });

  it('stand at their field when a form brings them', async () => {
    const form = formOf(await type(desk, owner, 'exchange', '动态'));
    const answer = await fill(desk, owner, form, { title: '动态', on: '2025-02-30', where: '' });
    expect(answer).toMatchObject({ kind: 'errors', errors: { on: { zh: expect.stringContaining('2025-02-30') } } });
  });

  it('a plan year is a year', async () => {
    const asked = { kind: 'special-check', about: '东城街道', words: '集中' } as const;
    for (const year of [1e9, Number.NaN, 2025.5])
      expect(refusal(await proposeTargetedCheck(desk, owner, { ...asked, year }))).toMatchObject({
        why: { reason: 'no-such-year' },
      });
  });
});

describe('an act sent again', () => {
  it('minutes sent twice are answered the same and make their matters once; other minutes are refused', async () => {
    const today = desk.now().slice(0, 10);
    const { meeting } = value(await callMeeting(desk, office, call({ title: '记录两次的会议', on: today })));
    const minutes = { meeting, on: today, absent: ['wj'], decisions: [{ words: '建账', owner: 'wj', due: null }] };
    const [first, second] = await Promise.all([holdMeeting(desk, office, minutes), holdMeeting(desk, office, minutes)]);
    const before = (await facts(desk)).length;
    expect(value(await holdMeeting(desk, office, minutes))).toEqual(value(first));
    expect(value(second)).toEqual(value(first));
    expect((await facts(desk)).length).toBe(before);
    expect((await problemsHeld(desk.db)).filter((each) => each.meeting === meeting)).toHaveLength(1);
    expect(refusal(await holdMeeting(desk, office, { ...minutes, absent: [] }))).toMatchObject({
      why: { reason: 'held-already' },
    });
  });

  it('a meeting called anew for another place is another call, and not silently the first one', async () => {
    const { meeting } = value(await callMeeting(desk, office, call()));
    expect(value(await callMeeting(desk, office, call())).meeting).toBe(meeting);
    expect(value(await callMeeting(desk, office, call({ place: '五楼' }))).meeting).not.toBe(meeting);
    expect(refusal(await callMeeting(desk, office, call({ time: '时'.repeat(50_000) })))).toMatchObject({
      why: { reason: 'too-long' },
    });
  });

  it('a supervision that is told twice asks once; with a demand that it did not have, it asks', async () => {
    const seen = { department: 'scjg', title: '一细则', words: '未公布', demand: '', due: null };
    expect(value(await recordSupervision(desk, office, seen)).problem).toBeNull();
    const asked = value(await recordSupervision(desk, office, { ...seen, demand: '月底前公布' })).problem;
    expect(asked).not.toBeNull();
    expect(value(await recordSupervision(desk, office, { ...seen, demand: '月底前公布' })).problem).toBe(asked);
  });

  it('one warning for two departments is two matters, each its own', async () => {
    const warning = { from: '省平台 77', words: '多次异常', about: '', due: '2099-01-01' };
    const first = value(await recordRisk(desk, office, { ...warning, department: 'scjg' }));
    const second = value(await recordRisk(desk, office, { ...warning, department: 'wj' }));
    expect([first.department, second.department]).toEqual(['scjg', 'wj']);
    expect(value(await recordRisk(desk, office, { ...warning, department: 'wj' })).no).toBe(second.no);
    expect((await risksHeld(desk.db)).filter(({ from }) => from === warning.from)).toHaveLength(2);
  });
});

describe('a county’s office', () => {
  it('that is called to a meeting sees that it is, and answers; it closes what it was handed', async () => {
    const county = person('c1', '县工作机制办公室经办人', 'scjg', ['county-office']);
    value(await enrol(desk, office, county));
    const { meeting } = value(
      await callMeeting(desk, office, call({ title: '县级联络会议', on: desk.now().slice(0, 10) })),
    );
    expect(zh(await home(chatDeps(desk), county))).toContain('县级联络会议');
    value(await answerMeeting(desk, county, { meeting, coming: true, words: '' }));
    const { problem } = value(await raiseProblem(desk, other, { about: 'work', title: '县级账号', words: '未开通' }));
    value(await assignProblem(desk, office, { problem, owner: 'scjg', due: null, words: '' }));
    value(await solveProblem(desk, county, { problem, words: '已开通' }));
    const mine = value(await raiseProblem(desk, other, { about: 'work', title: '别处账号', words: '未开通' }));
    expect(refusal(await solveProblem(desk, county, { problem: mine.problem, words: '代办' }))).toMatchObject({
      stage: 'rights',
    });
  });
});

describe('what is another’s', () => {
  it('a forged button opens no form with the words of a matter that is not one’s own', async () => {
    const secret = '不宜外传的标题';
    const { problem } = value(await raiseProblem(desk, owner, { about: 'work', title: secret, words: '内容' }));
    value(await assignProblem(desk, office, { problem, owner: 'scjg', due: null, words: '' }));
    expect(said(await press(desk, other, { id: 'problem-solve', about: String(problem) }))).not.toContain(secret);
    const { meeting } = value(await callMeeting(desk, office, call({ title: secret, invited: ['scjg'] })));
    expect(said(await press(desk, other, { id: 'meeting-away', about: String(meeting) }))).not.toContain(secret);
  });

  it('a class that is a pool is changed by a move between pools, and by no suggestion', async () => {
    value(await adoptPolicy(desk, office, 'wannian-2022'));
    expect(
      refusal(await suggestClassChange(desk, owner, { subject: '1', scheme: 'pool', to: 'C', words: '两次违法' })),
    ).toMatchObject({ why: { reason: 'moved-by-rounds' } });
  });
});
