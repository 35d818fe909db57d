import { describe, expect, it } from 'vitest';
import { consultChapter } from '../../bot/chat/consult.ts';
import { people } from '../desk.ts';
import { consultDesk, openedDesk, planSheet } from './desk.ts';
import { asks, formOf, inChinese, post, receipts, replies, root, slotsOf, submit, talk, told } from './threads.ts';

const { office, liaison } = people;

describe('报送表格', () => {
  const good = ['餐饮服务联合抽查', '餐饮服务监督检查', '县市场监管局', '县消防救援大队', '5%', '6月至9月'];
  const file = (bytes: Uint8Array, name = '计划.csv') => ({ name, bytes: async () => bytes });
  const lost = { name: '丢失.xlsx', bytes: async () => Promise.reject(new Error('gone')) };

  it('收下好的行，坏的行写明第几行、哪一栏、应当怎样', async () => {
    const desk = await openedDesk();
    const bytes = planSheet(
      good,
      ['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月'],
      ['x', 'y', '县卫健局', '', '3%', '7月'],
    );
    expect(told(await talk(desk, liaison, '见附件', { files: [file(bytes)] }))).toBe('');
    const [receipt = ''] = await receipts(desk);
    expect(receipt).toContain('已记录：参加（报送表格');
    expect(receipt).toContain('计划.csv：采用 1 行，2 行未采用。');
    expect(receipt).toMatch(/第 3 行.*不存在的单位/);
    expect(receipt).toContain('第 4 行“x”：贵单位不是牵头或者参与部门');
    expect(await root(desk)).toContain('清漪县市场监督管理局（报计划 1 行）');
  });

  it('附言不是意见的，平台重发一次原样的“修改”，不算修改；真改了才问', async () => {
    const desk = await openedDesk();
    const sent = { source: 'm-1', files: [file(planSheet(good))] };
    await talk(desk, liaison, '见附件', sent);
    await talk(desk, liaison, '见附件', { source: 'm-1', what: 'edited' });
    expect(await slotsOf(desk, 'consultation-altered')).toEqual([]);
    await talk(desk, liaison, '见附件，以此为准', { source: 'm-1', what: 'edited' });
    expect(await slotsOf(desk, 'consultation-altered')).toHaveLength(1);
  });

  it('先提意见再补表格，意见仍在', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '同意，建议把抽查比例调到5%');
    await talk(desk, liaison, '补报计划表，见附件', { files: [file(planSheet(good))] });
    expect((await replies(desk)).at(-1)).toMatchObject({
      answer: 'comments',
      words: '同意，建议把抽查比例调到5%',
      sheets: [{ taken: 1 }],
    });
  });

  it('全是坏行的不记录，私下说明；取不到的文件请重传', async () => {
    const desk = await openedDesk();
    const bad = planSheet(['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月']);
    const answer = told(await talk(desk, liaison, '', { files: [file(bad)] }));
    expect(answer).toContain('没有可以采用的计划行，未作为反馈记录');
    expect(answer).toContain('不存在的单位');
    expect(told(await talk(desk, liaison, '', { files: [lost] }))).toBe('没能取到文件：丢失.xlsx。请重新上传。');
    expect(told(await talk(desk, liaison, '', { files: [file(planSheet(good)), lost] }))).toContain('其余文件已收');
    expect(await replies(desk)).toHaveLength(1);
  });

  it('说不参加又附表格的，先问清楚', async () => {
    const desk = await openedDesk();
    const answer = await talk(desk, liaison, '我局不参加，无此类事项', { files: [file(planSheet(good))] });
    expect(told(answer)).toContain('文字说不参加，又附了表格');
    expect(await replies(desk)).toEqual([]);
  });

  it('链接照原文记为意见，说明打不开，请上传文件', async () => {
    const desk = await openedDesk();
    const words = '我局计划见 https://docs.example.invalid/plan 无意见';
    expect(told(await talk(desk, liaison, words))).toContain('系统打不开链接');
    expect(await replies(desk)).toMatchObject([{ answer: 'comments', words }]);
  });

  it('填写表格：错在哪一栏提示在哪一栏，改好后记为一行计划', async () => {
    const desk = await openedDesk();
    const about = '2025-1 - scjg';
    const form = await formOf(desk, liaison, 'consult-propose', about);
    expect(form.fields.find(({ id }) => id === 'lead')).toMatchObject({ initial: '清漪县市场监督管理局' });
    const fill = (change: Record<string, string>) =>
      submit(desk, liaison, 'consult-propose', about, {
        name: '餐饮服务联合抽查',
        items: '餐饮服务监督检查',
        lead: '清漪县市场监督管理局',
        partners: '县消防救援大队',
        ratio: '5%',
        window: '6月至9月',
        ...change,
      }).then(told);
    expect(await fill({ ratio: '若干' })).toMatch(/^ratio：/);
    expect(await fill({ window: '' })).toMatch(/^window：/);
    expect(await fill({ lead: '县外星局' })).toMatch(/^lead：/);
    expect(await fill({ lead: '县卫健局', partners: '' })).toBe(
      'lead：贵单位不是这项任务的牵头或者配合部门，不能由贵单位申报。',
    );
    expect(await fill({})).toBe('');
    expect(await fill({ name: '商超抽查', partners: '' })).toBe('');
    expect(await replies(desk)).toMatchObject([{ answer: 'joins', sheets: [{}] }, { sheets: [{}, {}] }]);
    expect(await receipts(desk)).toEqual([
      expect.stringContaining('表单：餐饮服务联合抽查：采用 1 行，全部可用。'),
      expect.stringContaining('表单：商超抽查：采用 1 行，全部可用。'),
    ]);
  });

  it('联席办汇总计划，看到编入几项、哪些单位未反馈', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '', { files: [file(planSheet(good))] });
    const form = await formOf(desk, office, 'consult-compile', '2025-1');
    expect(form.intro).toMatchObject([
      { words: { zh: '还有 2 个单位未反馈：清漪县卫生健康局、清漪县消防救援大队。' } },
    ]);
    const values = { plan: 'P-2025', from: '', to: '', publish: '20', reason: '' };
    const answer = told(await submit(desk, office, 'consult-compile', '2025-1', values));
    expect(answer).toContain('计划 P-2025（2025 年度）第 1 版，1 项任务');
    expect(answer).toContain('未反馈的单位：清漪县卫生健康局、清漪县消防救援大队');
    await talk(desk, liaison, '', {
      files: [file(planSheet(good, ['商超抽查', '商超检查', 'scjg', '', '2%', '7月']))],
    });
    expect(told(await submit(desk, office, 'consult-compile', '2025-1', values))).toMatch(/^reason：/);
    expect(told(await submit(desk, office, 'consult-compile', '2025-1', { ...values, plan: 'a b' }))).toMatch(
      /^plan：/,
    );
    const half = { ...values, from: '2025-06-01' };
    expect(told(await submit(desk, office, 'consult-compile', '2025-1', half))).toBe('to：起止日期请一并填写');
  });

  it('同时上传的文件有一个全用不上，反馈照记，告诉上传的人是哪一个', async () => {
    const desk = await openedDesk();
    const bad = planSheet(['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月']);
    const files = [file(planSheet(good)), file(bad, '另一份.csv')];
    expect(told(await talk(desk, liaison, '', { files }))).toContain('反馈已记录；另一份.csv 中没有可以采用的计划行');
    expect((await receipts(desk))[0]).not.toContain('另一份.csv');
  });

  it('没有发函也能申报，联席办频道有一份报送情况', async () => {
    const desk = await consultDesk('shishi-2024');
    const values = { name: '餐饮抽查', items: '餐饮检查', lead: 'scjg', partners: '', ratio: '5%', window: '6月' };
    expect(told(await submit(desk, liaison, 'consult-propose', '2025', values))).toBe('');
    expect(inChinese(await post(desk, 'consultation/2025-0'))).toContain('1 个单位自行报送了计划表');
    expect((await receipts(desk))[0]).toContain('可以在本消息下上传《年度抽查计划表》');
    const [under = ''] = await slotsOf(desk, 'consultation-receipt');
    const handler = consultChapter.talk?.['consultation-receipt'];
    const message = { under, source: 'm-1', what: 'written', text: '', files: [file(planSheet(good))] } as const;
    expect(handler === undefined ? null : told(await handler(asks(desk, liaison), message))).toBe('');
    expect(await replies(desk)).toMatchObject([{}, { sheets: [{ kind: 'file' }, { kind: 'form' }] }]);
  });
});
