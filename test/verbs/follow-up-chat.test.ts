/** 后续处置 in the threads and from the command line: numbers of visits and never an enterprise; each act by its form. */
import { expect, it } from 'vitest';
import { actForms } from '../../bot/chat/follow-up/acts.ts';
import { transferCase } from '../../bot/verbs/follow-up/transfer-case.ts';
import { errorsOf, fill, formOf, post, press, said, type } from '../chat/acting.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { foundDesk } from '../follow-up/found-desk.ts';

it('S4-42 the department’s thread shows what is open by numbers alone; order, re-check and closing go through forms', async () => {
  const made = await foundDesk();
  const { desk, today } = made;
  const cases = await made.cases();
  const [first] = cases;
  if (first === undefined) throw new Error('nothing was found');
  const shown = await post(desk, 'findings/scjg');
  expect(shown.place).toBe('department:scjg');
  expect(shown.zh).toContain('本单位抽查发现问题 3 个：待处置 3、处置中 0、已处置待办结 0、已办结 0。');
  expect(shown.zh).toContain(`处置发现的问题：检查编号 ${cases.map(({ no }) => no).join('、')}`);
  for (const { subject } of cases) {
    expect(shown.zh).not.toContain(subject?.name);
    expect(shown.zh).not.toContain(subject?.key.split(':')[1]);
  }
  expect(said(await type(desk, hands.liaison, 'mingchou', '待办'))).toMatch(/处置发现的问题：检查编号.*\n\[处置\]/);
  const button = { id: 'follow-up', about: 'scjg' };
  const choosing = formOf(await press(desk, hands.liaison, button));
  const ordering = formOf(await fill(desk, hands.liaison, choosing, { cases: ['all'], act: 'correction-ordered' }));
  // What was filled in stays: the error stands at the day.
  expect(errorsOf(await fill(desk, hands.liaison, ordering, { by: '2025-01-01' })).by).toContain('过早');
  const early = await fill(desk, hands.liaison, choosing, { cases: ['all'], act: 'case-closed' });
  expect(errorsOf(early).act).toContain('尚未处置完毕，不能办结');
  expect(said(await fill(desk, hands.liaison, ordering, { by: '2025-12-31', words: '补建台账' }))).toContain(
    '已登记：责令改正',
  );
  expect((await post(desk, 'findings/scjg')).zh).toContain('整改复查：检查编号');
  const checking = formOf(await fill(desk, hands.liaison, choosing, { cases: [first.id], act: 'correction-checked' }));
  const missing = await fill(desk, hands.liaison, checking, { on: today, result: 'not' });
  expect(missing).toMatchObject({ kind: 'errors', errors: { words: { zh: '请填写说明。' } } });
  said(await fill(desk, hands.liaison, checking, { on: today, result: 'corrected' }));
  const closing = formOf(await type(desk, hands.liaison, 'followup', ''));
  const last = formOf(await fill(desk, hands.liaison, closing, { cases: ['all'], act: 'case-closed' }));
  expect(said(await fill(desk, hands.liaison, last, { as: 'disposed' }))).toContain(first.no);
  expect(said(await type(desk, hands.liaison, 'followup', '列表'))).toContain('未办结 2 个');
  expect(said(await type(desk, hands.liaison, 'followup', '胡乱'))).toContain('没有');
  // Every act has a form that a chat takes, about these findings.
  for (const { kind } of actForms)
    formOf(await fill(desk, hands.head, closing, { cases: [cases[1]?.id ?? ''], act: kind }));
  expect(said(await type(desk, hands.drafter, 'followup', '列表'))).toMatch(
    /各单位抽查发现问题 3 个，已处置 1 个.*：3 个，已处置 1、处置中 2、待处置 0/s,
  );
  // Of others nothing is shown.
  expect(said(await press(desk, hands.otherLiaison, button))).toContain('没有待处置');
});

it('S2-55 the receiver finds the transfer in its own thread, signs, and tells the result; the giver is told', async () => {
  const made = await foundDesk(['pending', 'pending', 'pending']);
  const { desk, today } = made;
  const [held] = await made.cases();
  if (held === undefined) throw new Error('nothing was found');
  const input = { cases: [held.id], to: '卫生健康', unit: '', reason: '属其职责', evidence: '' };
  const [no = 0] = value(await transferCase(desk, hands.liaison, { ...input, to: 'wj' })).seqs;
  const there = await post(desk, `case-transfer/${no}/wj`);
  expect(there.place).toBe('department:wj');
  expect(there.zh).toContain('请签收');
  expect(there.zh).not.toContain(held.subject?.name);
  const sign = { id: 'transfer-receive', about: String(no) };
  expect(said(await press(desk, hands.liaison, sign))).toContain('只能就本单位');
  expect(said(await press(desk, hands.otherLiaison, sign))).toContain('已登记：移交签收');
  expect((await post(desk, `transfer-told/${no}/scjg`)).zh).toContain('已签收');
  const form = formOf(await press(desk, hands.otherLiaison, { id: 'transfer-return', about: String(no) }));
  const told = { result: 'penalised', on: today, number: '清卫罚〔2025〕3号' };
  expect(await fill(desk, hands.otherLiaison, form, { ...told, number: '' })).toMatchObject({ kind: 'errors' });
  said(await fill(desk, hands.otherLiaison, form, told));
  expect((await post(desk, `case-transfer/${no}/wj`)).zh).toContain('办理结果：已立案处罚');
  expect((await post(desk, `transfer-told/${no}/scjg`)).zh).toContain('已立案处罚');
});
