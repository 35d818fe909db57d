import { describe, expect, it } from 'vitest';
import { people } from '../desk.ts';
import { consultDesk, openedDesk } from './desk.ts';
import { choicesOf, formOf, inChinese, letterOf, open, post, press, root, submit, told, type } from './threads.ts';

const { office, liaison, supervisor } = people;

describe('/consult', () => {
  it('联席办填表发起，各单位频道收到函件，联席办看到统计', async () => {
    const desk = await consultDesk();
    const form = await formOf(desk, office, 'consult-open', '');
    expect(form.fields.find(({ id }) => id === 'letter')).toMatchObject({
      initial: expect.stringContaining('关于征询2025年度“双随机、一公开”抽查工作计划的函'),
    });
    expect(form.fields.find(({ id }) => id === 'departments')).toMatchObject({ initial: ['scjg', 'wjw', 'xfj'] });
    expect(form.intro.map((part) => (part.kind === 'text' ? part.words.zh : ''))).toEqual([
      '以下单位还没有登记联络员或者牵头股室：清漪县消防救援大队。',
    ]);
    const values = {
      year: '2025',
      days: '5',
      date: '',
      departments: ['scjg', 'wjw', 'xfj'],
      letter: '关于征询2025年度抽查工作计划的函\n各成员单位：\n请反馈。',
      matters: '餐饮\n住宿',
    };
    expect(told(await submit(desk, office, 'consult-open', '', values))).toBe(
      '征询 2025-1 已发起，发往 3 个单位，反馈期限2025年6月12日（星期四）。',
    );
    expect(await root(desk)).toContain('已反馈：0/3 个单位');
    expect(await root(desk)).toContain('未反馈（3）：清漪县市场监督管理局、清漪县卫生健康局、清漪县消防救援大队');
    const letter = inChinese(await letterOf(desk, 'wjw'));
    expect(letter).toContain('反馈期限：2025年6月12日（星期四）');
    // Days that are left would be wrong tomorrow.
    expect(letter).not.toContain('还有');
    expect(letter).toContain('[参加] [无意见] [有意见] [不参加] [填写表格]');
    expect(letter).toContain('贵单位尚未反馈');
  });

  it('表单填错的，错在哪一栏就提示在哪一栏', async () => {
    const desk = await consultDesk();
    const fill = (change: Record<string, string | string[]>) =>
      submit(desk, office, 'consult-open', '', {
        year: '2025',
        days: '5',
        date: '',
        departments: ['scjg', 'wjw', 'xfj'],
        letter: '函',
        ...change,
      }).then(told);
    expect(await fill({ date: '2025-07-01' })).toBe('days：反馈期限请填写工作日数或者截止日期，二者填一项。');
    expect(await fill({ days: '', date: '' })).toMatch(/^days：/);
    expect(await fill({ days: '1.5' })).toBe('days：工作日数应为整数');
    expect(await fill({ days: '', date: '2025-06-01' })).toMatch(/^date：截止日期2025年6月1日不晚于今天/);
    expect(await fill({ departments: ['scjg'] })).toMatch(/^departments：按现行制度，年度首次征询应当面向全体成员单位/);
    expect(await fill({ letter: '' })).toBe('letter：请填写征询函正文。');
    expect(await fill({ year: '二五' })).toMatch(/^year：/);
  });

  it('不是联席办的人打不开表单，得到说明', async () => {
    const desk = await openedDesk();
    for (const id of ['consult-open', 'consult-extend', 'consult-compile'])
      expect(await open(desk, liaison, id, '2025-1')).toMatchObject({
        message: { summary: { zh: expect.stringMatching(/^l1 无权.*须由联席办工作人员办理。$/) } },
      });
    expect(told(await press(desk, liaison, { id: 'consult-close', about: '2025-1' }))).toMatch(/无权截止征询/);
  });

  it('中文英文都认，中文不空格也认，不认得的给出用法', async () => {
    const desk = await openedDesk();
    expect(told(await type(desk, office, ''))).toBe('发起征询');
    expect(told(await type(desk, office, '新建2026年度'))).toBe('发起征询');
    expect(told(await type(desk, office, 'NEW 2026'))).toBe('发起征询');
    expect(told(await type(desk, office, '延期2025-1'))).toBe('征询延期');
    expect(told(await type(desk, office, '延期'))).toBe('征询延期');
    expect(told(await type(desk, supervisor, '列表'))).toContain(
      '2025-1（2025年度）：已反馈 0/3，期限2025年6月12日（星期四）',
    );
    expect(told(await type(desk, office, '截止'))).toContain('征询 2025-1 还有 3 个单位未反馈，是否截止？');
    expect(told(await type(desk, office, '截止2025-9'))).toContain('没有编号为 2025-9 的征询');
    expect(told(await type(desk, liaison, 'help'))).toContain('/consult 新建');
    expect(told(await type(desk, liaison, '帮助'))).toContain('/consult 新建');
    expect(told(await type(desk, liaison, '删库'))).toContain('没有“/consult 删库”这个命令');
    expect(told(await type(desk, liaison, '申报2025'))).toBe('申报抽查任务');
  });

  it('延期后各处期限更新，截止后统计写明未反馈', async () => {
    const desk = await openedDesk();
    await submit(desk, office, 'consult-extend', '2025-1', {
      days: '',
      date: '2025-06-20',
      reason: '部分单位需要会商',
    });
    expect(await root(desk)).toContain('延期：原期限2025年6月12日；部分单位需要会商');
    expect(inChinese(await letterOf(desk, 'wjw'))).toContain('反馈期限：2025年6月20日（星期五）');
    expect(told(await press(desk, office, { id: 'consult-close', about: '2025-1' }))).toContain('未反馈的单位（3）');
    expect(await root(desk)).toContain('时间：已于6月5日 09:00截止');
    expect(choicesOf(await post(desk, 'consultation/2025-1')).map(({ label }) => label.zh)).toEqual(['汇总计划']);
    expect(told(await type(desk, office, '延期2025-1'))).toContain('征询 2025-1 已于6月5日 09:00截止');
  });
});
