import { describe, expect, it } from 'vitest';
import { closeConsultation } from '../../bot/verbs/consult/close.ts';
import { people, value } from '../desk.ts';
import { fireLiaison, openedDesk } from './desk.ts';
import {
  choiceIn,
  choicesOf,
  formOf,
  inChinese,
  letterOf,
  press,
  receipts,
  replies,
  root,
  slotsOf,
  submit,
  talk,
  told,
} from './threads.ts';

const { office, liaison, otherLiaison, inspector } = people;

describe('在函件下反馈', () => {
  it('按钮反馈立即记录，函件和统计就地更新，再按不重复', async () => {
    const desk = await openedDesk();
    const agree = choicesOf(await letterOf(desk, 'wjw')).find(({ id }) => id === 'consult-agrees');
    if (agree === undefined) throw new Error('no button');
    expect(told(await press(desk, otherLiaison, agree))).toBe('');
    expect(inChinese(await letterOf(desk, 'wjw'))).toMatch(
      /贵单位当前反馈：无意见（按钮反馈，6月5日 09:00，台账第 \d+ 号）/,
    );
    expect(await root(desk)).toContain('无意见（1）：清漪县卫生健康局');
    expect(await receipts(desk)).toEqual([expect.stringMatching(/^已记录：无意见（按钮反馈/)]);
    expect(told(await press(desk, otherLiaison, agree))).toContain('没有重复记录');
    expect(await replies(desk)).toHaveLength(1);
  });

  it('别的单位的人按不动，联席办和检查人员也按不动', async () => {
    const desk = await openedDesk();
    const [join] = choicesOf(await letterOf(desk, 'wjw'));
    if (join === undefined) throw new Error('no button');
    expect(told(await press(desk, liaison, join))).toContain('只能就本单位或本人的事项反馈征询意见');
    expect(told(await press(desk, office, join))).toContain('o1 无权反馈征询意见，须由联络员或部门负责人办理');
    expect(told(await press(desk, inspector, join))).toContain('无权反馈征询意见');
    expect(told(await press(desk, liaison, { ...join, about: '2025-1; drop' }))).toContain('已经失效');
    expect(await replies(desk)).toEqual([]);
  });

  it('话说清楚的直接记录，回执写明时间和台账号', async () => {
    const desk = await openedDesk();
    expect(told(await talk(desk, liaison, '我局无意见'))).toBe('');
    expect(told(await talk(desk, otherLiaison, '本单位不参加，无此类事项'))).toBe('');
    expect(told(await talk(desk, fireLiaison, '同意，建议把抽查比例调到5%'))).toBe('');
    expect((await replies(desk)).map(({ answer }) => answer)).toEqual(['agrees', 'declines', 'comments']);
    const said = await receipts(desk);
    expect(said[0]).toMatch(/^已记录：无意见（群内文字反馈，6月5日 09:00，台账第 \d+ 号）。$/);
    expect(said[1]).toContain('不参加');
    expect(said[2]).toContain('原文：“同意，建议把抽查比例调到5%”');
    expect(await root(desk)).toContain('清漪县消防救援大队：“同意，建议把抽查比例调到5%');
  });

  it('“收到”不算同意：不记录，反问，按了按钮才记，原话一并留存', async () => {
    const desk = await openedDesk();
    const question = await talk(desk, liaison, '收到');
    expect(told(question)).toContain('“收到”不等于同意。尚未记录，请点按钮确认贵单位的反馈。');
    expect(told(question)).toContain('原文：“收到”');
    expect(await replies(desk)).toEqual([]);
    expect(told(await press(desk, liaison, choiceIn(question, '无意见')))).toBe('');
    expect(await replies(desk)).toMatchObject([{ answer: 'agrees', words: '收到', source: { kind: 'asked-back' } }]);
    expect((await receipts(desk))[0]).toContain('群内文字，经按钮确认');
  });

  it('别人的话，别的单位不能拿去确认', async () => {
    const desk = await openedDesk();
    const mine = choiceIn(await talk(desk, liaison, '收到'), '无意见');
    const [, digest = ''] = mine.about.split(' ');
    await press(desk, otherLiaison, { id: mine.id, about: `2025-1 ${digest} wjw` });
    expect(await replies(desk)).toMatchObject([{ department: 'wjw', words: '', source: { kind: 'button' } }]);
  });

  it('闲话不理，不参加没写理由的请补，提问和含糊的话反问', async () => {
    const desk = await openedDesk();
    expect(told(await talk(desk, liaison, '谢谢'))).toBe('');
    const bare = await talk(desk, liaison, '我局不参加');
    expect(told(bare)).toContain('请补充理由');
    const form = await press(desk, liaison, choiceIn(bare, '不参加'));
    expect(told(form)).toBe('不参加');
    const about = form.kind === 'form' ? form.form.about : '';
    expect(told(await submit(desk, liaison, 'consult-declines', about, { reason: '' }))).toBe('reason：请写明理由。');
    expect(told(await submit(desk, liaison, 'consult-declines', about, { reason: '职责已划转' }))).toBe('');
    expect(await replies(desk)).toMatchObject([{ answer: 'declines', words: '我局不参加', reason: '职责已划转' }]);
  });

  it('“收到”之后改填意见的，以填写的为准；有内容的原话带进表单', async () => {
    const desk = await openedDesk();
    const form = await press(desk, liaison, choiceIn(await talk(desk, liaison, '收到'), '有意见'));
    const field = form.kind === 'form' ? form.form.fields.find(({ id }) => id === 'words') : undefined;
    expect(field).not.toHaveProperty('initial');
    const about = form.kind === 'form' ? form.form.about : '';
    await submit(desk, liaison, 'consult-comments', about, { words: '建议提高比例' });
    expect(await replies(desk)).toMatchObject([{ words: '建议提高比例', source: { kind: 'form' } }]);
    const again = await press(desk, liaison, choiceIn(await talk(desk, liaison, '前两项无意见'), '有意见'));
    expect(again).toMatchObject({ form: { fields: [{ initial: '前两项无意见' }, {}, {}, {}] } });
  });

  it('同一条消息送达三次，只有一条反馈、一张回执', async () => {
    const desk = await openedDesk();
    for (const key of ['a', 'b', 'c'])
      expect(told(await talk(desk, liaison, '我局无意见', { source: 'm-thrice', key }))).toBe('');
    expect(await replies(desk)).toHaveLength(1);
    expect(await slotsOf(desk, 'consultation-receipt')).toHaveLength(1);
  });

  it('没有权限的人说“无意见”，得到说明；平常说话不打扰', async () => {
    const desk = await openedDesk();
    const under = 'consultation-letter/2025-1/scjg';
    expect(told(await talk(desk, inspector, '无意见', { under }))).toContain('无权反馈征询意见');
    expect(told(await talk(desk, otherLiaison, '无意见', { under }))).toContain('只能就本单位');
    expect(told(await talk(desk, office, '请抓紧反馈', { under }))).toBe('');
    expect(told(await talk(desk, inspector, '改了', { under, what: 'edited' }))).toBe('');
    expect(await replies(desk)).toEqual([]);
  });

  it('有意见的表单：意见和建议的比例、时间用计划表同样的读法', async () => {
    const desk = await openedDesk();
    const about = '2025-1 - scjg';
    const fill = (values: Record<string, string>) =>
      submit(desk, liaison, 'consult-comments', about, values).then(told);
    expect(await fill({ words: '' })).toBe('words：反馈“有意见”须写明具体意见，或者附上表格。');
    expect(await fill({ words: '', ratio: '看情况' })).toMatch(/^ratio：/);
    expect(await fill({ words: '', ratio: '5%', window: '下半年吧' })).toMatch(/^window：“下半年吧”看不出起止时间/);
    expect(await fill({ words: '比例偏低', task: 'R-001', ratio: '5%', window: '6月至9月' })).toBe('');
    expect(await replies(desk)).toMatchObject([
      {
        answer: 'comments',
        changes: [
          { task: 'R-001', of: 'ratio', words: '5%' },
          { task: 'R-001', of: 'window', words: '6月至9月' },
        ],
      },
    ]);
    expect((await receipts(desk))[0]).toContain('建议调整抽查比例：R-001，5%');
  });

  it('截止后的表单照常打开，写明将标记逾期；回执写明逾期', async () => {
    const desk = await openedDesk();
    value(await closeConsultation(desk, office, '2025-1'));
    const form = await formOf(desk, liaison, 'consult-comments', '2025-1 - scjg');
    expect(form.intro).toMatchObject([{ words: { zh: '本次征询已截止，现在提交将标记为逾期。' } }]);
    await talk(desk, liaison, '我局无意见');
    expect((await receipts(desk))[0]).toContain('本次反馈在期限之后，已标记为逾期。');
    expect(await root(desk)).toContain('无意见（1）：清漪县市场监督管理局（逾期）');
  });

  it('名称里带符号和标签的，原样显示，不当作格式', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '建议增加“<script>alert(1)</script>*粗体*”相关事项的抽查比例到5%');
    expect(await root(desk)).toContain('<script>alert(1)</script>*粗体*');
  });
});
