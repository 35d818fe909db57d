/** 沟通交流: problems with an owner, meetings with decisions, good practice for all; in the chat, where these things are said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { draftBulletin, periodTyped } from '../../bot/verbs/bulletin/draft.ts';
import { raiseProblem } from '../../bot/verbs/exchange/raise-problem.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { sectionsOf } from '../../core/bulletin/sections.ts';
import { addDays } from '../../core/calendar.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { type InvitedDesk, invitedDesk } from '../invited-desk.ts';
import { button, errorsOf, fill, formOf, post, press, said, standing, type, zh } from './acting.ts';

let desk: InvitedDesk;
const cleaning: (() => void)[] = [];
beforeAll(async () => {
  desk = await invitedDesk(undefined, (cleanUp) => cleaning.push(cleanUp));
});
afterAll(() => {
  for (const cleanUp of cleaning.toReversed()) cleanUp();
});

const office = people.office;
const supervisor = person('sv1', '审改办督查员', '', ['supervisor']);
const textOf = async (slot: string) => zh((await post(desk, slot)).message);

describe('a problem', () => {
  it('S1-49: has an owner from the first moment, a day when it is handed on, and a closing line', async () => {
    const liaison = desk.liaison('wj');
    const form = formOf(await type(desk, liaison, 'exchange', '问题'));
    expect(
      said(await fill(desk, liaison, form, { about: 'work', title: '平台账号', words: '新任联络员没有平台账号' })),
    ).toMatch(/已登记为督办事项第 \d+ 号，由联席办办理。/);
    const [raised] = (await standing(desk)).filter(({ slot }) => /^problem\/\d+\/office$/.test(slot));
    const no = Number(raised?.slot.split('/')[1]);
    expect(await textOf(`problem/${no}/office`)).toContain('新任联络员没有平台账号');

    const assign = formOf(
      await press(desk, office, button((await post(desk, `problem/${no}/office`)).message, 'problem-assign')),
    );
    expect(errorsOf(await fill(desk, office, assign, { owner: '没有这个单位', due: '', words: '' })).owner).toContain(
      '成员单位名单中没有“没有这个单位”',
    );
    expect(
      said(await fill(desk, office, assign, { owner: 'scjg', due: '2099-01-05', words: '请信用股开通' })),
    ).toContain('已交办');
    expect((await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'problem')).toMatchObject([
      { by: 'department:scjg', due: '2099-01-05' },
    ]);

    const other = await press(
      desk,
      liaison,
      button((await post(desk, `problem/${no}/department:scjg`)).message, 'problem-solve'),
    );
    expect(said(other)).toContain('只能就本单位');
    const owner = desk.liaison('scjg');
    const solve = formOf(
      await press(desk, owner, button((await post(desk, `problem/${no}/department:scjg`)).message, 'problem-solve')),
    );
    expect(errorsOf(await fill(desk, owner, solve, { words: ' ' })).words).toContain('请填写内容');
    expect(said(await fill(desk, owner, solve, { words: '账号已开通' }))).toContain('已办结');
    expect(await textOf(`problem/${no}/department:wj`)).toContain('账号已开通');
    expect((await owedNow(desk, false)).owed.some(({ matter }) => matter.kind === 'problem')).toBe(false);
  });

  it('said twice is one problem, and nobody closes it a second time in other words', async () => {
    const liaison = desk.liaison('wj');
    const input = { about: 'work', title: '车辆', words: '联合检查用车不足' } as const;
    const first = value(await raiseProblem(desk, liaison, input));
    const before = (await facts(desk)).length;
    expect(value(await raiseProblem(desk, liaison, input))).toEqual(first);
    expect((await facts(desk)).length).toBe(before);
    expect(refusal(await raiseProblem(desk, liaison, { ...input, title: '' }))).toMatchObject({
      why: { reason: 'words-missing', field: 'title' },
    });
  });
});

describe('a meeting', () => {
  it('S0-67: is called with an agenda, answered, and its decisions are owed by name and day', async () => {
    const form = formOf(await type(desk, office, 'exchange', '会议'));
    const call = {
      kind: 'liaison',
      title: '第三季度联络员会议',
      due: '2099-03-02',
      time: '14:30',
      place: '三楼会议室',
      agenda: '通报进度\n研究联合任务',
      owner: '',
    };
    expect(errorsOf(await fill(desk, office, form, { ...call, due: '2001-01-01' })).due).toContain('早于');
    const no = Number(/会议编号 (\d+)/.exec(said(await fill(desk, office, form, call)))?.[1]);
    const liaison = desk.liaison('wj');
    const letter = (await post(desk, `meeting/${no}/department:wj`)).message;
    expect(zh(letter)).toContain('研究联合任务');
    expect(said(await press(desk, liaison, button(letter, 'meeting-come')))).toContain('已答复：参加');
    const away = formOf(await press(desk, desk.liaison('scjg'), button(letter, 'meeting-away')));
    expect(said(await fill(desk, desk.liaison('scjg'), away, { words: '外出培训' }))).toContain('已答复：请假');
    expect(await textOf(`meeting/${no}/office`)).toContain('参加（1）');

    const minutes = formOf(
      await press(desk, office, button((await post(desk, `meeting/${no}/office`)).message, 'meeting-held')),
    );
    const held = { on: desk.now().slice(0, 10), absent: ['scjg'], words: '更新人员名录库；wj；2099-09-30' };
    expect(errorsOf(await fill(desk, office, minutes, { ...held, words: '没有写谁办' })).words).toContain(
      '事项；承办单位；期限',
    );
    expect(said(await fill(desk, office, minutes, held))).toContain('议定事项 1 项');
    expect(await textOf(`meeting/${no}/department:wj`)).toContain('更新人员名录库');
    expect((await owedNow(desk, false)).owed.find(({ due }) => due === '2099-09-30')).toMatchObject({
      by: 'department:wj',
      matter: { kind: 'problem' },
    });
  });
});

describe('what is sent in', () => {
  it('S0-71: good practice goes to the office, and from there to every member once', async () => {
    const liaison = desk.liaison('wj');
    const form = formOf(await type(desk, liaison, 'exchange', '经验'));
    expect(said(await fill(desk, liaison, form, { title: '一表通查', words: '一张表查三件事' }))).toContain('编号');
    const [shown] = (await standing(desk)).filter(({ slot }) => slot.startsWith('practice/'));
    if (shown === undefined) throw new Error('no post');
    expect(said(await press(desk, office, button(shown.message, 'practice-pass-on')))).toMatch(/已通报 \d+ 个单位/);
    const places = (await standing(desk)).filter(({ slot }) => slot.startsWith('practice/')).map(({ slot }) => slot);
    expect(places).toContain(shown.slot.replace('office', 'department:scjg'));
    expect(places).not.toContain(shown.slot.replace('office', 'department:wj'));
  });

  it('S0-72: news is counted with date and title, in the order in which it came, and stands in the bulletin of its time', async () => {
    const liaison = desk.liaison('scjg');
    const on = desk.now().slice(0, 10);
    const form = formOf(await type(desk, liaison, 'exchange', '动态'));
    expect(
      errorsOf(await fill(desk, liaison, form, { title: '未来的消息', on: '2099-01-01', where: '' })).on,
    ).toContain('晚于今天');
    expect(said(await fill(desk, liaison, form, { title: '联合检查餐饮企业', on, where: '县政府网站' }))).toContain(
      '已报送',
    );
    expect(await textOf('news')).toContain('联合检查餐饮企业');
    const upTo = async (day: string) => value(await draftBulletin(desk, value(periodTyped(day))));
    const draft = await upTo(on);
    expect(draft.news).toMatchObject([{ title: '联合检查餐饮企业', on, where: '县政府网站' }]);
    expect(sectionsOf(draft).find(({ title }) => title === '工作动态')?.tables[0]?.rows).toHaveLength(1);
    // S0-71: good practice that was shared is offered there too.
    expect(draft.practice.map(({ part }) => part)).toContain('一表通查');
    expect((await upTo(addDays(on, -1))).news).toEqual([]);
  });

  it('S2-92, S2-77: the supervising body records what it saw, and what is to be mended is owed by the department', async () => {
    const form = formOf(await type(desk, supervisor, 'exchange', '督查'));
    const seen = {
      owner: 'wj',
      title: '两单两库一细则',
      words: '细则未公布',
      demand: '公布工作细则',
      due: '2099-05-30',
    };
    expect(said(await fill(desk, supervisor, form, seen))).toMatch(/整改要求列为督办事项第 \d+ 号/);
    expect((await owedNow(desk, false)).owed.find(({ due }) => due === '2099-05-30')).toMatchObject({
      by: 'department:wj',
    });
    expect(said(await type(desk, desk.liaison('wj'), 'exchange', '督查'))).toContain('无权登记指导督查');
  });
});
