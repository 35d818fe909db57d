import { describe, expect, it } from 'vitest';
import { withoutLetter, yearOfNumber } from '../../core/consult/fact.ts';
import { letterOf } from '../../core/consult/letter.ts';
import { type ConsultationState, consultationOf } from '../../core/consult/state.ts';
import { deadlineOf, isLate, partnerAnswers, tallyOf, timeLeft } from '../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../core/consult/words.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { closed, deleted, edited, extended, opened, replied } from './make.ts';

const calendar = chineseCalendar();

function folded(...facts: Parameters<typeof consultationOf>[1][number][]): ConsultationState {
  const state = consultationOf('2025-1', facts);
  if (state === null) throw new Error('no consultation');
  return state;
}

describe('征询的当前状态由台账得出', () => {
  it('没有发起过的编号没有状态，别的征询的反馈不计入', () => {
    expect(consultationOf('2025-2', [opened()])).toBeNull();
    const state = folded(opened(), replied(2, 'scjg', 'agrees', { consultation: '2025-2' }));
    expect(tallyOf(state)).toMatchObject({ asked: 3, answered: 0, silent: ['scjg', 'wjw', 'xfj'] });
  });

  it('逐家统计反馈，未反馈的列出单位', () => {
    const state = folded(
      opened(),
      replied(2, 'wjw', 'declines', { reason: '无此类事项' }),
      replied(3, 'scjg', 'joins'),
    );
    expect(tallyOf(state)).toEqual({
      asked: 3,
      answered: 2,
      by: { joins: ['scjg'], agrees: [], comments: [], declines: ['wjw'] },
      silent: ['xfj'],
      late: [],
      altered: [],
    });
  });

  it('更改反馈以最后一次为准，历次反馈都在', () => {
    const state = folded(opened(), replied(2, 'scjg', 'joins'), replied(3, 'scjg', 'comments', { words: '建议调整' }));
    const replies = state.replies.get('scjg');
    expect(replies?.latest).toMatchObject({ seq: 3, answer: 'comments' });
    expect(replies?.history.map(({ answer }) => answer)).toEqual(['joins', 'comments']);
    expect(tallyOf(state).answered).toBe(1);
  });

  it('原文被修改或者删除，反馈不变，只作标记；单位重新反馈后标记消除', () => {
    const changed = folded(opened(), replied(2, 'scjg', 'agrees'), edited(3), deleted(4, { was: '我局有意见' }));
    expect(changed.replies.get('scjg')).toMatchObject({
      latest: { answer: 'agrees' },
      altered: [{ kind: 'edited', text: '我局有意见' }, { kind: 'deleted' }],
    });
    expect(tallyOf(changed)).toMatchObject({ altered: ['scjg'], by: { agrees: ['scjg'] } });
    const settled = folded(opened(), replied(2, 'scjg', 'agrees'), edited(3), replied(4, 'scjg', 'comments'));
    expect(tallyOf(settled)).toMatchObject({ altered: [], by: { comments: ['scjg'] } });
    expect(settled.changes).toHaveLength(1);
  });

  it('修改的是以前的反馈，现在的反馈不受影响', () => {
    const state = folded(opened(), replied(2, 'scjg', 'agrees'), replied(3, 'scjg', 'joins'), edited(4));
    expect(tallyOf(state).altered).toEqual([]);
    expect(state.alterations.get('m2')).toMatchObject({ kind: 'edited' });
  });

  it('延期、截止都留有记录', () => {
    const state = folded(opened(), extended(2), closed(3));
    expect(state).toMatchObject({ deadline: '2025-06-20', workingDays: null, closed: { silent: ['xfj'] } });
    expect(state.extensions).toEqual([{ before: '2025-06-12', deadline: '2025-06-20', reason: '部分单位需要会商' }]);
  });

  it('有意见和不作声都不当作同意', () => {
    const state = folded(opened(), replied(2, 'scjg', 'comments', { words: '建议' }), replied(3, 'wjw', 'agrees'));
    expect([...partnerAnswers(state)]).toEqual([['wjw', 'joins']]);
  });

  it('同意的原文被改过、还没有确认的，暂不当作同意', () => {
    expect([...partnerAnswers(folded(opened(), replied(2, 'scjg', 'agrees'), edited(3)))]).toEqual([]);
    const confirmed = folded(opened(), replied(2, 'scjg', 'agrees'), edited(3), replied(4, 'scjg', 'agrees'));
    expect([...partnerAnswers(confirmed)]).toEqual([['scjg', 'joins']]);
  });

  it('未发函的年度自有一份报送记录，没有期限', () => {
    const no = withoutLetter(2025);
    const state = consultationOf(no, [replied(2, 'scjg', 'joins', { consultation: no })]);
    expect(state).toMatchObject({ no: '2025-0', year: 2025, asked: [] });
    expect(state !== null && isLate(state, calendar, '2026-02-01')).toBe(false);
    expect([yearOfNumber('2025-1'), yearOfNumber('25-1'), yearOfNumber('2025-1x')]).toEqual([2025, null, null]);
  });
});

describe('反馈期限', () => {
  it('按工作日计，跳过假日；端午后按实际工作日', () => {
    expect(deadlineOf(folded(opened({ openedOn: '2025-05-29', workingDays: 2 })), calendar).date).toBe('2025-06-03');
  });

  it('放假通知未录入的年份标明暂定，录入后重新计算', () => {
    const state = folded(opened({ openedOn: '2025-12-26', workingDays: 3 }));
    const bare = { notices: calendar.notices.filter(({ year }) => year <= 2025), local: [] };
    expect(deadlineOf(state, bare)).toMatchObject({ provisional: true, missing: [2026] });
    expect(wordsOfDeadline(deadlineOf(state, bare)).zh).toMatch(/^2025年12月31日（星期三，暂定/);
  });

  it('最后一天当天不算逾期，次日算；截止后一律算逾期', () => {
    const state = folded(opened());
    expect(timeLeft(state, calendar, '2025-06-11')).toMatchObject({ days: 1, over: false });
    expect(timeLeft(state, calendar, '2025-06-12')).toMatchObject({ days: 0, over: false });
    expect(isLate(state, calendar, '2025-06-12')).toBe(false);
    expect(isLate(state, calendar, '2025-06-13')).toBe(true);
    expect(isLate(folded(opened(), closed(2)), calendar, '2025-06-06')).toBe(true);
  });
});

it('函件写明依据、怎样反馈，收到不作为反馈', () => {
  const letter = letterOf({
    year: 2026,
    policy: { title: '工作计划的通知', number: '明双随机〔2025〕1号' },
    office: '联席办',
  });
  expect(letter).toContain('根据《工作计划的通知》（明双随机〔2025〕1号）要求，现征询');
  expect(letter).toContain('仅回复“收到”的，不作为反馈');
  expect(letterOf({ year: 2026, policy: null, office: '联席办' })).not.toContain('根据');
});
