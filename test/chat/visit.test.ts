/** From the draw to the door, as each person sees it: visits in private, recusals between inspector and head, nothing of reasons in a channel. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { facts, value } from '../desk.ts';
import { ceremonyUntil, hands, openedBy, type PlannedDesk, plannedDesk, thrown, times } from '../drawn-desk.ts';
import { button, errorsOf, fill, formOf, post, posted, press, said, site, standing } from './acting.ts';

const reason = '与该企业负责人系近亲属';
const { drafter, head, otherHead, liaison } = hands;

interface Drawn {
  readonly desk: PlannedDesk;
  readonly ceremony: number;
  /** A post of the market regulator, who holds it, and who would step in; both enrolled. */
  readonly post: number;
  readonly holder: Actor;
}

const inspectorPerson = (person: string, inspector: string, department = 'scjg'): Actor => ({
  person,
  name: `检查人员${person}`,
  department,
  roles: ['inspector'],
  witness: null,
  inspector,
});

async function drawn(): Promise<Drawn> {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  desk.setNow(times.afterwards);
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const at = assignment.posts.findIndex(({ department, officer }) => department === 'scjg' && officer !== null);
  const officers = new Set(
    assignment.posts.flatMap(({ department, officer }) => (department === 'scjg' && officer !== null ? [officer] : [])),
  );
  const substitutes = new Set(
    [...assignment.substitutes.values()].flat().filter((number) => assignment.officers.get(number)?.pool === 'scjg'),
  );
  // Everybody of the department is on the roll, by the numbers of the lists.
  const all = [...new Set([...officers, ...substitutes])].sort();
  for (const number of all) value(await enrol(desk, drafter, inspectorPerson(`i-${number}`, number)));
  const inspector = assignment.posts[at]?.officer ?? '';
  return { desk, ceremony, post: at, holder: inspectorPerson(`i-${inspector}`, inspector) };
}

async function handedOut(): Promise<Drawn> {
  const made = await drawn();
  const answer = said(await press(made.desk, drafter, { id: 'assign-visits', about: String(made.ceremony) }));
  expect(answer).toContain(`第 ${made.ceremony} 次抽取的检查任务已派发给`);
  return made;
}

const own = ({ desk, ceremony }: Drawn, person: string) => post(desk, `visits/${ceremony}/${person}`);

/** The holder asks to be recused from the post; gives the number of the case. */
async function declared({ desk, ceremony, post: at, holder }: Drawn): Promise<string> {
  const root = await post(desk, `visits/${ceremony}/${holder.person}`);
  const form = formOf(await press(desk, holder, button(root.message, 'recusal-declare')));
  expect(said(await fill(desk, holder, form, { post: String(at), reason }))).toContain('已送部门负责人决定');
  const slot = [...(await posted(desk)).keys()].find((each) => each.startsWith('recusal/')) ?? '';
  return slot.split('/')[1] ?? '';
}

const timesSent = async (desk: PlannedDesk, slot: string): Promise<number> =>
  (await desk.db.read({ sql: 'select id from outbox where destination = ?', args: [slot] })).length;

/** Everything that stands in a channel. */
const inChannels = async (desk: PlannedDesk): Promise<string> =>
  (await standing(desk))
    .filter(({ place }) => !place.startsWith('person:'))
    .map(({ message }) => JSON.stringify(message))
    .join('\n');

describe('visits are handed out', () => {
  it('S4-29: an inspector reads his own in private: number, place, post, companions, items, window, never the enterprise', async () => {
    const made = await handedOut();
    const { desk, ceremony, post: at, holder } = made;
    const mine = await own(made, holder.person);
    expect(mine.place).toBe(`person:${holder.person}`);
    expect(mine.zh).toMatch(new RegExp(`第 ${ceremony} 次抽取：您有 \\d+ 户检查任务，检查实施期`, 'u'));
    expect(mine.zh).toMatch(new RegExp(`检查编号 ${ceremony}-\\d{4}.*，${at} 号岗位：.*同行：.*局 .*；事项：`, 'u'));
    expect(mine.zh).toContain('请两人以上同行，出示行政执法证件');
    expect(mine.zh).toContain(`${site}/lists/${ceremony}`);
    const names = new Set(desk.sample.subjects.map(({ name }) => name));
    const everything = (await standing(desk)).map(({ message }) => JSON.stringify(message)).join('');
    expect([...names].filter((name) => everything.includes(name))).toEqual([]);
    expect((await facts(desk)).at(-1)?.kind).toBe('visits-assigned');
  });

  it('each department reads how many and by how many; the office all of them, in the ceremony’s thread', async () => {
    const { desk, ceremony } = await handedOut();
    const channel = await post(desk, `department-visits/${ceremony}/scjg`);
    expect(channel.place).toBe('department:scjg');
    expect(channel.zh).toMatch(/清漪县市场监督管理局检查 \d+ 户，检查人员 \d+ 名/u);
    expect(channel.zh).toContain('[人员不能到场] [递补一个岗位]');
    const office = await post(desk, `visits-office/${ceremony}`);
    expect(office.place).toBe('office');
    expect(office.zh).toMatch(/清漪县市场监督管理局：\d+ 户，\d+ 人/u);
    expect(office.zh).toMatch(/尚未登记、收不到任务的检查人员：.*清漪县卫生健康局 \d+ 名/u);
    expect(office.zh).not.toMatch(/收不到任务的检查人员：.*清漪县市场监督管理局 \d+ 名/u);
  });

  it('an inspector who is enrolled later is told when they are handed out again', async () => {
    const { desk, ceremony } = await handedOut();
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const number =
      assignment.posts.find(({ department, officer }) => department === 'wj' && officer !== null)?.officer ?? '';
    value(await enrol(desk, drafter, inspectorPerson('late', number, 'wj')));
    await press(desk, drafter, button((await post(desk, `visits-office/${ceremony}`)).message, 'assign-visits'));
    expect((await post(desk, `visits/${ceremony}/late`)).zh).toMatch(/您有 \d+ 户检查任务/u);
    // The others are not called for it.
    expect([...(await posted(desk)).keys()].filter((slot) => slot.startsWith('visits-changed/'))).toEqual([]);
  });

  it('nobody hears of visits before they are handed out, and only those entitled hand them out', async () => {
    const { desk, ceremony, holder } = await drawn();
    const about = String(ceremony);
    expect(said(await press(desk, head, { id: 'assign-visits', about }))).toContain('无权派发检查任务');
    expect(said(await press(desk, liaison, { id: 'assign-visits', about }))).toContain('派发检查任务');
    expect(said(await press(desk, drafter, { id: 'assign-visits', about: '999' }))).toContain('999');
    expect(said(await press(desk, drafter, { id: 'assign-visits', about: 'x; drop' }))).toContain('没有');
    expect(said(await press(desk, holder, { id: 'recusal-declare', about }))).toContain('没有可以申请回避的岗位');
    expect((await standing(desk)).filter(({ slot }) => slot.startsWith('visits/'))).toEqual([]);
  });

  it('an annulled draw takes its visits back in every post', async () => {
    const made = await handedOut();
    const { desk, ceremony, holder } = made;
    value(await annul(desk, head, { ceremony, order: '市〔2025〕3号', second: 'h2' }));
    const before = await timesSent(desk, `visits/${ceremony}/${holder.person}`);
    value(await confirmAnnulment(desk, otherHead, ceremony));
    expect(await timesSent(desk, `visits/${ceremony}/${holder.person}`)).toBe(before + 1);
    expect((await own(made, holder.person)).zh).toContain('已撤销，请勿据以检查');
    expect((await post(desk, `department-visits/${ceremony}/scjg`)).zh).toContain('已撤销，请勿据以检查');
  });

  it('a corrected number stops everybody who was told, until the visits of the new result are handed out', async () => {
    const made = await handedOut();
    const { desk, ceremony, holder } = made;
    const slot = `visits/${ceremony}/${holder.person}`;
    const text = thrown.replace(/^3/, '8');
    value(await correctNumber(desk, drafter, { ceremony, text, second: 'j1', reason: '首位误录，照片为8' }));
    const before = await timesSent(desk, slot);
    value(await confirmCorrection(desk, hands.legal, ceremony));
    expect(await timesSent(desk, slot)).toBe(before + 1);
    const words = async () =>
      (await standing(desk)).filter((each) =>
        each.slot.startsWith(`visits-changed/${ceremony}/person:${holder.person}/`),
      );
    expect((await words()).map((each) => [each.place, each.zh])).toEqual([
      [`person:${holder.person}`, expect.stringContaining('请暂停检查，等待重新派发')],
    ]);
    expect((await own(made, holder.person)).zh).toContain('公共数正在更正，请暂勿据原任务检查');
    expect((await post(desk, `department-visits/${ceremony}/scjg`)).zh).toContain('正在更正');
    await openedBy(desk, ceremony);
    // Nobody reads of the new result before it is handed out.
    await expect(own(made, holder.person)).rejects.toThrow('no word to say');
    await press(desk, drafter, { id: 'assign-visits', about: String(ceremony) });
    expect(await timesSent(desk, slot)).toBe(before + 2);
    expect((await words()).map((each) => each.zh)).toEqual([expect.any(String), expect.stringContaining('已重新派发')]);
    expect((await own(made, holder.person)).zh).toMatch(/您(有 \d+ 户检查任务|现在没有检查任务)/u);
  });
});

describe('S2-36, 行政处罚法 43: recusal in the chat', () => {
  it('the head of the department alone gets the reason, and grants; the substitute reads his new visit, the others the outcome', async () => {
    const made = await handedOut();
    const { desk, ceremony, post: at, holder } = made;
    const no = await declared(made);
    expect((await own(made, holder.person)).zh).toContain('已申请回避，待部门负责人决定');
    const asked = await post(desk, `recusal/${no}/${head.person}`);
    expect(asked.place).toBe(`person:${head.person}`);
    expect(asked.zh).toContain(`理由：${reason}`);
    expect(asked.zh).toContain('[准予] [不准]');
    expect((await posted(desk)).has(`recusal/${no}/${otherHead.person}`)).toBe(false);

    const form = formOf(await press(desk, head, button(asked.message, 'recusal-grant')));
    expect(said(await fill(desk, head, form, { words: '情况属实' }))).toContain('已准予回避；由递补人员');
    const officer = value(await standingAssignment(desk.db, ceremony)).assignment.posts[at]?.officer ?? '';
    expect(officer).not.toBe(holder.inspector);
    const decided = (await post(desk, `recusal/${no}/${head.person}`)).zh;
    expect(decided).toMatch(new RegExp(`决定：准予；由.*（${officer}）接替`, 'u'));
    expect(decided).toContain('意见：情况属实');
    expect(decided).not.toContain('[准予]');
    expect((await own(made, holder.person)).zh).toContain(`${at} 号岗位：已准予回避，不必参加`);
    expect((await own(made, `i-${officer}`)).zh).toContain(`，${at} 号岗位：`);
    // A renewed post calls nobody: both are called in its thread.
    expect((await post(desk, `post-taken/${ceremony}/${at}/i-${officer}`)).zh).toContain('您已递补：检查编号');
    expect((await post(desk, `recusal-outcome/${ceremony}/${no}/${holder.person}`)).zh).toContain(
      '已准予，不必参加该项检查',
    );
    expect((await posted(desk)).has(`department-visits/${ceremony}/scjg`)).toBe(true);
    for (const secret of [reason, '情况属实']) expect(await inChannels(desk)).not.toContain(secret);
    expect((await own(made, `i-${officer}`)).zh).not.toContain(reason);
  });

  it('denied, it says so to the inspector, and a second press says that it is decided', async () => {
    const made = await handedOut();
    const no = await declared(made);
    const { desk, ceremony, holder } = made;
    const asked = await post(desk, `recusal/${no}/${head.person}`);
    const form = formOf(await press(desk, head, button(asked.message, 'recusal-deny')));
    expect(errorsOf(await fill(desk, head, form))).toMatchObject({ words: '不准回避的，请写明意见。' });
    expect(said(await fill(desk, head, form, { words: '不属法定情形' }))).toContain('不准回避，原人员参加');
    expect((await own(made, holder.person)).zh).toContain('不准回避，请按任务参加');
    expect((await post(desk, `recusal-outcome/${ceremony}/${no}/${holder.person}`)).zh).toContain(
      '不准：不属法定情形。请按任务参加',
    );
    expect(said(await press(desk, head, button(asked.message, 'recusal-grant')))).toContain('已决定为不准');
    expect(await inChannels(desk)).not.toContain('不属法定情形');
  });

  it('the applicant does not decide, not even as head; others do not even learn of the case', async () => {
    const made = await handedOut();
    const { desk, holder } = made;
    const both: Actor = { ...holder, roles: ['head', 'inspector'] };
    value(await enrol(desk, drafter, both));
    const no = await declared({ ...made, holder: both });
    expect((await posted(desk)).has(`recusal/${no}/${both.person}`)).toBe(false);
    const grant = { id: 'recusal-grant', about: no };
    const form = formOf(await press(desk, both, grant));
    expect(said(await fill(desk, both, form))).toContain('是申请人，不能决定自己的回避');
    for (const who of [otherHead, drafter, liaison]) {
      const answer = said(await press(desk, who, grant));
      expect(answer).toContain(`没有编号为 ${no} 的回避申请`);
      expect(answer).not.toContain(reason);
      expect(said(await fill(desk, who, form))).toMatch(/无权决定回避|只能就本单位/u);
    }
  });

  it('only for a post of one’s own, with a reason, once', async () => {
    const made = await handedOut();
    const { desk, ceremony, post: at, holder } = made;
    const form = formOf(await press(desk, holder, { id: 'recusal-declare', about: String(ceremony) }));
    expect(errorsOf(await fill(desk, holder, form, { post: String(at), reason: ' ' }))).toHaveProperty('reason');
    expect(errorsOf(await fill(desk, holder, form, { post: '', reason }))).toHaveProperty('post');
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const others = assignment.posts.findIndex(({ officer }) => officer !== null && officer !== holder.inspector);
    expect(said(await fill(desk, holder, form, { post: String(others), reason }))).toContain('回避由本人申请');
    expect(said(await fill(desk, liaison, form, { post: String(at), reason }))).toContain('无权申请回避');
    await declared(made);
    const again = await press(desk, holder, { id: 'recusal-declare', about: String(ceremony) });
    if (again.kind === 'form') {
      const [field] = again.form.fields;
      expect(field?.kind === 'one-of' ? field.options.map((option) => option.value) : []).not.toContain(String(at));
    } else expect(said(again)).toContain('没有可以申请回避的岗位');
  });
});

describe('S2-35: whoever cannot come', () => {
  it('is reported by the head; all posts go to the next of the draw, who read it, and the reason stays out of the channels', async () => {
    const made = await handedOut();
    const { desk, ceremony, holder } = made;
    const channel = await post(desk, `department-visits/${ceremony}/scjg`);
    const choice = button(channel.message, 'inspector-unavailable');
    expect(said(await press(desk, liaison, choice))).toContain('无权报告人员不能到场');
    expect(said(await press(desk, otherHead, choice))).toContain('只能就本单位');
    const form = formOf(await press(desk, head, choice));
    expect(errorsOf(await fill(desk, head, form, { inspector: holder.inspector }))).toHaveProperty('reason');
    const absence = '因公外派学习';
    const answer = said(await fill(desk, head, form, { inspector: holder.inspector, reason: absence }));
    expect(answer).toMatch(/已登记；\d+ 个岗位按抽取顺序递补/u);
    const taken = /(\d+) 号岗位：由 (\S+) 接替/u.exec(answer);
    expect((await own(made, `i-${taken?.[2]}`)).zh).toContain(`，${taken?.[1]} 号岗位：`);
    expect((await own(made, holder.person)).zh).toContain('您现在没有检查任务');
    expect(await inChannels(desk)).not.toContain(absence);
    expect(said(await fill(desk, head, form, { inspector: holder.inspector, reason: absence }))).toContain(
      '没有担任岗位，或已登记过',
    );
  });

  it('one post alone goes to its next substitute, not twice by one form', async () => {
    const made = await handedOut();
    const { desk, ceremony, post: at, holder } = made;
    const channel = await post(desk, `department-visits/${ceremony}/scjg`);
    const form = formOf(await press(desk, head, button(channel.message, 'post-substitute')));
    const filled = { post: `${at} ${holder.inspector}`, reason: '当日须出庭应诉' };
    expect(said(await fill(desk, head, form, filled))).toMatch(new RegExp(`${at} 号岗位：由 \\S+ 接替`, 'u'));
    expect(said(await fill(desk, head, form, filled))).toContain(`${at} 号岗位现在不由`);
    expect(await inChannels(desk)).not.toContain('出庭应诉');
  });

  it('a post that nobody can take any more is shown open to department and office, with the way to fill it', async () => {
    const made = await handedOut();
    const { desk, ceremony, post: at } = made;
    const channel = await post(desk, `department-visits/${ceremony}/scjg`);
    for (;;) {
      const holder = value(await standingAssignment(desk.db, ceremony)).assignment.posts[at]?.officer ?? null;
      if (holder === null) break;
      const form = formOf(await press(desk, head, button(channel.message, 'post-substitute')));
      await fill(desk, head, form, { post: `${at} ${holder}`, reason: '因故' });
    }
    expect((await post(desk, `department-visits/${ceremony}/scjg`)).zh).toMatch(
      new RegExp(`空缺：检查编号 .*，${at} 号岗位`, 'u'),
    );
    const office = (await post(desk, `visits-office/${ceremony}`)).zh;
    expect(office).toMatch(new RegExp(`空缺：清漪县市场监督管理局，检查编号 .*，${at} 号岗位`, 'u'));
    expect(office).toContain('只抽人员');
    expect(office).toContain('[补抽人员] [重新派发]');
  });
});
