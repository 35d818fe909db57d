import { describe, expect, it } from 'vitest';
import { consultChapter } from '../../bot/chat/consult.ts';
import { closeConsultation } from '../../bot/verbs/consult/close.ts';
import { facts, people, type TestDesk, value } from '../desk.ts';
import { consultDesk, fireLiaison, openedDesk, planSheet } from './desk.ts';
import {
  asks,
  choiceIn,
  choicesOf,
  formOf,
  inChinese,
  open,
  post,
  posts,
  press,
  slotsOf,
  submit,
  talk,
  told,
  type,
} from './threads.ts';

const { office, liaison, otherLiaison, inspector, supervisor } = people;
const replies = async (desk: TestDesk) =>
  (await facts(desk)).filter(({ kind }) => kind === 'reply-received').map(({ body }) => body as { answer: string });
const root = async (desk: TestDesk) => inChinese(await post(desk, 'consultation/2025-1'));
const letterOf = async (desk: TestDesk, department: string) => post(desk, `consultation-letter/2025-1/${department}`);
const receipts = async (desk: TestDesk) =>
  [...(await posts(desk))]
    .filter(([slot]) => slot.startsWith('consultation-receipt/'))
    .map(([, each]) => inChinese(each));

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
    expect(await root(desk)).toContain('已反馈：0/3 家');
    expect(await root(desk)).toContain('未反馈（3）：清漪县市场监督管理局、清漪县卫生健康局、清漪县消防救援大队');
    const letter = inChinese(await letterOf(desk, 'wjw'));
    expect(letter).toContain('反馈期限：2025年6月12日（星期四）');
    expect(letter).toContain('时间：还有 5 个工作日');
    expect(letter).toContain('[参加] [无意见] [有意见] [不参加] [填写表格]');
    expect(letter).toContain('贵单位尚未答复');
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
    expect(await fill({ days: '', date: '2025-06-01' })).toMatch(/^date：反馈期限“2025-06-01”不对/);
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
    expect(told(await type(desk, office, '截止'))).toContain('征询 2025-1 还有 3 家未反馈，是否截止？');
    expect(told(await type(desk, office, '截止2025-9'))).toContain('没有编号为 2025-9 的征询');
    expect(told(await type(desk, liaison, 'help'))).toContain('/consult 新建');
    expect(told(await type(desk, liaison, '帮助'))).toContain('/consult 新建');
    expect(told(await type(desk, liaison, '删库'))).toContain('不明白“删库”');
    expect(told(await type(desk, liaison, '申报2025'))).toBe('申报抽查任务');
  });

  it('延期后各处期限更新，截止后统计写明未反馈', async () => {
    const desk = await openedDesk();
    await submit(desk, office, 'consult-extend', '2025-1', {
      days: '',
      date: '2025-06-20',
      reason: '部分单位需要会商',
    });
    expect(await root(desk)).toContain('延期：原期限 2025-06-12；部分单位需要会商');
    expect(inChinese(await letterOf(desk, 'wjw'))).toContain('反馈期限：2025年6月20日（星期五）');
    expect(told(await press(desk, office, { id: 'consult-close', about: '2025-1' }))).toContain('未反馈的单位（3）');
    expect(await root(desk)).toContain('时间：已于6月5日 09:00截止');
    expect(choicesOf(await post(desk, 'consultation/2025-1')).map(({ label }) => label.zh)).toEqual(['汇总计划']);
    expect(told(await type(desk, office, '延期2025-1'))).toContain('征询 2025-1 已于 2025-06-05 09:00 截止');
  });
});

describe('在函件下答复', () => {
  it('按钮答复立即记录，函件和统计就地更新，再按不重复', async () => {
    const desk = await openedDesk();
    const agree = choicesOf(await letterOf(desk, 'wjw')).find(({ id }) => id === 'consult-agrees');
    if (agree === undefined) throw new Error('no button');
    expect(told(await press(desk, otherLiaison, agree))).toBe('');
    expect(inChinese(await letterOf(desk, 'wjw'))).toMatch(
      /贵单位当前答复：无意见（按钮答复，6月5日 09:00，台账第 \d+ 号）/,
    );
    expect(await root(desk)).toContain('无意见（1）：清漪县卫生健康局');
    expect(await receipts(desk)).toEqual([expect.stringMatching(/^已记录：无意见（按钮答复/)]);
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
    expect(said[0]).toMatch(/^已记录：无意见（群内文字答复，6月5日 09:00，台账第 \d+ 号）。$/);
    expect(said[1]).toContain('不参加');
    expect(said[2]).toContain('原文：“同意，建议把抽查比例调到5%”');
    expect(await root(desk)).toContain('清漪县消防救援大队：“同意，建议把抽查比例调到5%');
  });

  it('“收到”不算同意：不记录，反问，按了按钮才记，原话一并留存', async () => {
    const desk = await openedDesk();
    const question = await talk(desk, liaison, '收到');
    expect(told(question)).toContain('“收到”不等于同意。尚未记录，请点按钮确认贵单位的答复。');
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

  it('同一条消息送达三次，只有一条答复、一张回执', async () => {
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
    expect(await fill({ words: '' })).toBe('words：答复“有意见”须写明具体意见，或者附上表格。');
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
    expect((await receipts(desk))[0]).toContain('本次答复在期限之后，已标记为逾期。');
    expect(await root(desk)).toContain('无意见（1）：清漪县市场监督管理局（逾期）');
  });

  it('名称里带符号和标签的，原样显示，不当作格式', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '建议增加“<script>alert(1)</script>*粗体*”相关事项的抽查比例到5%');
    expect(await root(desk)).toContain('<script>alert(1)</script>*粗体*');
  });
});

describe('原文修改、删除', () => {
  it('改了字：答复不变，单位被问是否仍然有效，联席办看到差别，按“维持”了结', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '我局无意见', { source: 'm-1' });
    expect(told(await talk(desk, liaison, '我局坚决反对', { source: 'm-1', what: 'edited' }))).toBe('');
    const [slot = ''] = await slotsOf(desk, 'consultation-altered');
    const question = await post(desk, slot);
    expect(inChinese(question)).toContain('贵单位答复的原文已被修改，答复仍按“无意见”计。请确认答复是否仍然有效。');
    expect(inChinese(question)).toContain('原文：“我局无意见”\n现为：“我局坚决反对”');
    const [difference = ''] = await slotsOf(desk, 'consultation-difference');
    expect(inChinese(await post(desk, difference))).toContain('清漪县市场监督管理局答复的原文已被修改');
    expect(await root(desk)).toContain('无意见（1）：清漪县市场监督管理局（原文有变动，待确认）');
    const keep = choicesOf(question).find(({ id }) => id === 'consult-keep');
    if (keep === undefined) throw new Error('nothing to keep');
    expect(told(await press(desk, liaison, keep))).toBe('');
    expect(inChinese(await post(desk, slot))).toContain('已由之后的答复确认');
    expect(choicesOf(await post(desk, slot))).toEqual([]);
    expect(await root(desk)).not.toContain('待确认');
    expect(inChinese(await post(desk, difference))).toContain('该单位已重新确认');
  });

  it('删了原文：答复不变，同样被问', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '参加', { source: 'm-1' });
    await talk(desk, liaison, '', { source: 'm-1', what: 'deleted' });
    const [slot = ''] = await slotsOf(desk, 'consultation-altered');
    expect(inChinese(await post(desk, slot))).toContain('原文：“参加”\n现已删除。');
    expect(await replies(desk)).toMatchObject([{ answer: 'joins' }]);
  });

  it('修改先到、原文后到：原文不当作同意，请按钮确认', async () => {
    const desk = await openedDesk();
    const early = await talk(desk, liaison, '我局有不同意见', { source: 'm-1', what: 'edited' });
    expect(told(early)).toContain('这条消息发出后又作了修改。尚未记录');
    const late = await talk(desk, liaison, '我局无意见', { source: 'm-1' });
    expect(told(late)).toContain('这条消息发出后又作了修改。尚未记录');
    expect(told(late)).toContain('原文：“我局有不同意见”');
    expect(await replies(desk)).toEqual([]);
    await talk(desk, otherLiaison, '', { source: 'm-2', what: 'deleted' });
    expect(told(await talk(desk, otherLiaison, '无意见', { source: 'm-2' }))).toContain('已被删除，未作为答复记录');
  });

  it('“收到”改成“无意见”，也要确认一次', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '收到', { source: 'm-1' });
    const again = await talk(desk, liaison, '我局无意见', { source: 'm-1', what: 'edited' });
    await press(desk, liaison, choiceIn(again, '无意见'));
    expect(await replies(desk)).toMatchObject([{ answer: 'agrees', words: '我局无意见', source: { id: 'm-1' } }]);
    expect(await root(desk)).not.toContain('待确认');
  });
});

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
    expect(answer).toContain('没有可以采用的计划行，未作为答复记录');
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
    expect(told(await talk(desk, liaison, words))).toContain('本程序打不开链接');
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
    expect(form.intro).toMatchObject([{ words: { zh: '还有 2 家未反馈：清漪县卫生健康局、清漪县消防救援大队。' } }]);
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

  it('同时上传的文件有一个全用不上，答复照记，告诉上传的人是哪一个', async () => {
    const desk = await openedDesk();
    const bad = planSheet(['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月']);
    const files = [file(planSheet(good)), file(bad, '另一份.csv')];
    expect(told(await talk(desk, liaison, '', { files }))).toContain('答复已记录；另一份.csv 中没有可以采用的计划行');
    expect((await receipts(desk))[0]).not.toContain('另一份.csv');
  });

  it('没有发函也能申报，联席办频道有一份报送情况', async () => {
    const desk = await consultDesk('shishi-2024');
    const values = { name: '餐饮抽查', items: '餐饮检查', lead: 'scjg', partners: '', ratio: '5%', window: '6月' };
    expect(told(await submit(desk, liaison, 'consult-propose', '2025', values))).toBe('');
    expect(inChinese(await post(desk, 'consultation/2025-0'))).toContain('1 家单位自行报送了计划表');
    expect((await receipts(desk))[0]).toContain('可以在本消息下上传《年度抽查计划表》');
    const [under = ''] = await slotsOf(desk, 'consultation-receipt');
    const handler = consultChapter.talk?.['consultation-receipt'];
    const message = { under, source: 'm-1', what: 'written', text: '', files: [file(planSheet(good))] } as const;
    expect(handler === undefined ? null : told(await handler(asks(desk, liaison), message))).toBe('');
    expect(await replies(desk)).toMatchObject([{}, { sheets: [{ kind: 'file' }, { kind: 'form' }] }]);
  });
});
