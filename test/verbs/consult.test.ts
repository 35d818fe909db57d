import { describe, expect, it } from 'vitest';
import { closeConsultation } from '../../bot/verbs/consult/close.ts';
import { extendConsultation } from '../../bot/verbs/consult/extend.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import type { ReplyRequest } from '../../bot/verbs/consult/reply.ts';
import { tallyOf } from '../../core/consult/tally.ts';
import { consultDesk, count, fireLiaison, letter, openedDesk, reply, slots, stateOf } from '../consult/desk.ts';
import { people, refusal, value } from '../desk.ts';

const { office, liaison, otherLiaison, head, inspector, legal } = people;
const no = '2025-1';

describe('发起、延期、截止', () => {
  it('S0-05 6月5日一条命令发起，征询函当即发往每个成员单位', async () => {
    const desk = await openedDesk();
    expect(await slots(desk)).toEqual([
      'consultation/2025-1',
      'consultation-letter/2025-1/scjg',
      'consultation-letter/2025-1/wjw',
      'consultation-letter/2025-1/xfj',
    ]);
    expect(await stateOf(desk)).toMatchObject({ openedOn: '2025-06-05', deadline: '2025-06-12', workingDays: 5 });
  });

  it('S0-05 年度首次征询面向全体成员，缺谁点谁；补充征询可以只问部分单位', async () => {
    const desk = await consultDesk();
    expect(refusal(await openConsultation(desk, office, letter({ asked: ['scjg', 'wjw'] })))).toMatchObject({
      why: { reason: 'members-left-out', departments: ['清漪县消防救援大队'] },
    });
    value(await openConsultation(desk, office, letter()));
    const second = value(await openConsultation(desk, office, letter({ key: 'k2', asked: ['wjw'] })));
    expect(second.consultation).toBe('2025-2');
  });

  it('没有规定征询环节的制度也可以征询，不要求问全体', async () => {
    const desk = await consultDesk('shishi-2024');
    expect(value(await openConsultation(desk, office, letter({ asked: ['wjw'] }))).consultation).toBe(no);
  });

  it('S2-97 公文须载明联系人、电话、邮箱的，缺一不可', async () => {
    const desk = await consultDesk('fuan-2018');
    expect(refusal(await openConsultation(desk, office, letter()))).toMatchObject({
      why: { reason: 'no-contact', missing: ['person', 'phone', 'email'] },
    });
    const contact = { person: '陈立文', phone: '0593-0000000', email: 'lxb@example.invalid' };
    value(await openConsultation(desk, office, letter({ contact })));
    expect((await stateOf(desk)).contact).toEqual(contact);
  });

  it('同一次操作送达三次，只有一份函；编号逐次增加', async () => {
    const desk = await consultDesk();
    const all = await Promise.all([1, 2, 3].map(() => openConsultation(desk, office, letter())));
    expect(all.map((each) => value(each).consultation)).toEqual([no, no, no]);
    expect(await count(desk, 'consultation-opened')).toBe(1);
  });

  it('年度、正文、期限、单位有误的，说明哪里不对', async () => {
    const desk = await consultDesk();
    const refused = async (change: Parameters<typeof letter>[0]) =>
      refusal(await openConsultation(desk, office, letter(change)));
    expect(await refused({ year: 25 })).toMatchObject({ why: { reason: 'bad-year' } });
    expect(await refused({ letter: '  ' })).toMatchObject({ why: { reason: 'no-letter' } });
    expect(await refused({ letter: '函'.repeat(6001) })).toMatchObject({
      why: { reason: 'too-long', field: 'letter' },
    });
    expect(await refused({ asked: [] })).toMatchObject({ why: { reason: 'nobody-asked' } });
    expect(await refused({ asked: ['scjg', 'office'] })).toMatchObject({ why: { departments: ['office'] } });
    for (const days of [0, -1, 1.5, 1000, Number.NaN])
      expect(await refused({ deadline: { kind: 'working-days', days } })).toMatchObject({
        why: { reason: 'bad-deadline' },
      });
    for (const date of ['2025-06-05', '2025-02-30', '明天'])
      expect(await refused({ deadline: { kind: 'date', date } })).toMatchObject({ why: { reason: 'bad-deadline' } });
    expect(await count(desk, 'consultation-opened')).toBe(0);
  });

  it('只有联席办可以发起、延期和截止', async () => {
    const desk = await openedDesk();
    for (const actor of [liaison, head, legal, inspector]) {
      expect(refusal(await openConsultation(desk, actor, letter({ key: 'x' })))).toMatchObject({ stage: 'rights' });
      const extend = {
        key: 'x',
        consultation: no,
        deadline: { kind: 'date', date: '2025-07-01' },
        reason: '会商',
      } as const;
      expect(refusal(await extendConsultation(desk, actor, extend))).toMatchObject({ stage: 'rights' });
      expect(refusal(await closeConsultation(desk, actor, no))).toMatchObject({ stage: 'rights' });
    }
  });

  it('延期须晚于原期限并说明理由，每个单位的函随之更新', async () => {
    const desk = await openedDesk();
    const to = (date: string, reason = '部分单位需要会商') =>
      extendConsultation(desk, office, { key: date, consultation: no, deadline: { kind: 'date', date }, reason });
    expect(refusal(await to('2025-06-12'))).toMatchObject({ why: { reason: 'not-later', before: '2025-06-12' } });
    expect(refusal(await to('2025-06-20', ' '))).toMatchObject({ why: { reason: 'no-reason-given' } });
    expect(value(await to('2025-06-20'))).toEqual({ consultation: no, before: '2025-06-12', deadline: '2025-06-20' });
    value(await to('2025-06-20'));
    expect(await count(desk, 'consultation-extended')).toBe(1);
    expect((await slots(desk)).filter((slot) => slot === 'consultation-letter/2025-1/wjw')).toHaveLength(2);
  });

  it('截止后不能延期，重复截止不重复记录，未反馈的记录在案', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison));
    expect(value(await closeConsultation(desk, office, no)).silent).toEqual(['wjw', 'xfj']);
    value(await closeConsultation(desk, office, no));
    expect(await count(desk, 'consultation-closed')).toBe(1);
    const late = {
      key: 'e',
      consultation: no,
      deadline: { kind: 'date', date: '2025-07-01' },
      reason: '会商',
    } as const;
    expect(refusal(await extendConsultation(desk, office, late))).toMatchObject({ why: { reason: 'closed' } });
    expect(refusal(await closeConsultation(desk, office, '2025-9'))).toMatchObject({
      why: { reason: 'no-consultation' },
    });
  });
});

describe('反馈', () => {
  it('S0-06 成员单位反馈的四种反馈各记一条，原话留存', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { answer: 'comments', words: '同意，建议把抽查比例调到5%' }));
    value(await reply(desk, otherLiaison, { answer: 'declines', words: '', reason: '无此类事项' }));
    value(await reply(desk, fireLiaison, { answer: 'joins', words: '参加' }));
    expect(tallyOf(await stateOf(desk))).toMatchObject({
      answered: 3,
      by: { joins: ['xfj'], agrees: [], comments: ['scjg'], declines: ['wjw'] },
      silent: [],
    });
    expect((await stateOf(desk)).replies.get('scjg')?.latest.words).toBe('同意，建议把抽查比例调到5%');
  });

  it('负责人也可以反馈本单位；谁也不能代别的单位反馈', async () => {
    const desk = await openedDesk();
    value(await reply(desk, head));
    expect(refusal(await reply(desk, otherLiaison, { department: 'scjg' }))).toMatchObject({
      why: { reason: 'not-own' },
    });
    expect(refusal(await reply(desk, office, { department: 'scjg' }))).toMatchObject({ why: { reason: 'no-role' } });
    expect(refusal(await reply(desk, inspector))).toMatchObject({ why: { reason: 'no-role' } });
    expect(await count(desk, 'reply-received')).toBe(1);
  });

  it('未被征询的单位、没有发起的征询，不予记录', async () => {
    const desk = await consultDesk('shishi-2024');
    value(await openConsultation(desk, office, letter({ asked: ['wjw'] })));
    expect(refusal(await reply(desk, liaison))).toMatchObject({ why: { reason: 'not-asked', department: 'scjg' } });
    expect(refusal(await reply(desk, liaison, { consultation: '2025-7' }))).toMatchObject({
      why: { reason: 'no-consultation' },
    });
  });

  it('不参加须有理由，有意见须有内容', async () => {
    const desk = await openedDesk();
    const bare = (answer: ReplyRequest['answer']) => reply(desk, liaison, { answer, words: '' });
    expect(refusal(await bare('declines'))).toMatchObject({ why: { reason: 'no-reason-given' } });
    expect(refusal(await bare('comments'))).toMatchObject({ why: { reason: 'no-words' } });
    expect(await count(desk, 'reply-received')).toBe(0);
  });

  it('同一条消息送达三次只记一条；更改反馈，两条都在', async () => {
    const desk = await openedDesk();
    const source = { kind: 'thread', id: 'm-same' } as const;
    const all = await Promise.all([1, 2, 3].map(() => reply(desk, liaison, { source })));
    expect(all.filter((each) => value(each).known)).toHaveLength(2);
    expect(new Set(all.map((each) => value(each).reply.seq)).size).toBe(1);
    const changed = value(await reply(desk, liaison, { answer: 'joins', words: '参加' }));
    expect(changed).toMatchObject({ known: false, before: 'agrees' });
    // An old delivery that comes after the change does not bring the old answer back.
    expect(value(await reply(desk, liaison, { source }))).toMatchObject({ known: true, reply: { answer: 'agrees' } });
    const replies = (await stateOf(desk)).replies.get('scjg');
    expect(replies?.history.map(({ answer }) => answer)).toEqual(['agrees', 'joins']);
    expect(replies?.latest.answer).toBe('joins');
  });

  it('期限过后、截止之后仍然收下，标记逾期', async () => {
    const desk = await openedDesk();
    desk.setNow('2025-06-12T15:59:00.000Z');
    expect(value(await reply(desk, liaison)).reply.late).toBe(false);
    desk.setNow('2025-06-12T16:01:00.000Z');
    expect(value(await reply(desk, otherLiaison)).reply).toMatchObject({ late: true, at: '2025-06-13T00:01' });
    value(
      await extendConsultation(desk, office, {
        key: 'e',
        consultation: no,
        deadline: { kind: 'date', date: '2025-06-20' },
        reason: '等待会商',
      }),
    );
    value(await closeConsultation(desk, office, no));
    expect(value(await reply(desk, fireLiaison)).reply.late).toBe(true);
    expect(tallyOf(await stateOf(desk))).toMatchObject({ answered: 3, late: ['wjw', 'xfj'] });
  });

  it('残缺的字符、过长的话，不会弄坏台账', async () => {
    const desk = await openedDesk();
    expect(value(await reply(desk, liaison, { words: '无意见\ud800' })).reply.words).toBe('无意见\ufffd');
    expect(refusal(await reply(desk, liaison, { words: '字'.repeat(4001) }))).toMatchObject({
      why: { reason: 'too-long', length: 4001 },
    });
  });
});
