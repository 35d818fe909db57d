/** 教程从头走到尾：要自己做的三步照做，其余“代我做”；每一步都以台账上有没有为准。 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { person, staff } from '../../bot/practice/people.ts';
import { startPractice } from '../../bot/practice/serve.ts';
import type { ToldStep } from '../../bot/practice/tour/told.ts';
import { drive } from '../../bot/practice/workspace/driver.ts';
import type { PageStep } from '../../bot/practice/workspace/page-shape.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import type { Words } from '../../core/words.ts';
import { factsOf } from '../../db/ledger.ts';
import { heldPlan } from '../../db/plans.ts';
import { value } from '../desk.ts';

it('从征询到通报、核验，教程的每一步都能办成', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-tour-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { origin, site, workspace, deps, idle, close } = await startPractice({
    database: `file:${join(folder, 'practice.db')}`,
    port: 0,
  });
  onTestFinished(close);
  const { user, deliveries } = drive(workspace, { idle });

  const ask = async (path: string, body: object): Promise<{ readonly problem?: string }> => {
    const headers = { 'x-practice': '1' };
    const answer = await fetch(`${origin}/page/do/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as { problem?: string };
  };
  const next = async (): Promise<PageStep | undefined> => {
    const state = (await (await fetch(`${origin}/page/state?as=U0O1`)).json()) as { tour: readonly PageStep[] };
    return state.tour.find(({ done }) => !done);
  };
  const byHand: Readonly<Record<string, (step: PageStep) => Promise<unknown>>> = {
    'reply-words': () => user('县财政局联络员').reply('我局无意见'),
    'reply-button': () => user('县消防救援大队联络员').press('参加'),
    'reply-doubt': async () => {
      const doubted = await user('县卫生健康局联络员').reply('收到');
      expect(doubted.said.join()).toContain('尚未记录');
      return user('县卫生健康局联络员').press('无意见', { of: '收到' });
    },
    look: ({ as, where }) => ask('act', { as, act: { kind: 'read', channel: where } }),
  };

  const told = async () =>
    ((await (await fetch(`${site}/excel/tour`)).json()) as { readonly step: ToldStep | null }).step;

  const walked: string[] = [];
  for (let step = await next(); step !== undefined; step = await next()) {
    expect(walked).not.toContain(step.id);
    walked.push(step.id);
    expect(await told()).toMatchObject({ no: walked.length, all: 30, id: step.id, lines: step.lines });
    if (step.id === 'open') {
      // By hand, and the next one is asked for before the result's post has been delivered.
      const acting = drive(workspace).user('联席办综合组').in('联席办').press('开签');
      while ((await factsOf(deps.db, 'ceremony-opened')).length === 0) await new Promise((done) => setTimeout(done, 5));
      expect(await ask('tour', { step: 'assign' })).toEqual({});
      walked.push('assign');
      await acting;
    } else if (step.forMe) expect(await ask('tour', { step: step.id })).toEqual({});
    else await byHand[step.id]?.(step);
  }
  expect(walked).toHaveLength(30);
  expect(await told()).toBeNull();
  // The draw's record and the ledger were computed again by the last step: here is what the others left for the public.
  const seen = async (path: string) => (await fetch(`${site}${path}`, { headers: { accept: 'text/html' } })).text();
  const found = await seen('/outcomes?plan=P-2025&task=99072320250005');
  expect(found).toContain('未发现问题');
  expect(found).toContain('发现问题待后续处理');
  const paper = await user('联席办综合组').in('联席办').command('/paper', '制作 通报 2025-3');
  expect(paper.form?.title).toBe('制作公文');
  await user('联席办综合组').submit();
  const window = JSON.stringify(workspace.ground.forms.top('U0O1'));
  expect(window).toMatch(/\/in\/[0-9A-Z]+\?to=\/papers\/draft\/bulletin\/(?:quarter\/)?2025-3/);
  expect(user('联席办综合组').in('联席办').thread('第三季度')[0]).toContain(
    '计划抽查任务 12 项，截至2025年10月9日已完成并公示 1 项。',
  );
  expect(user('联席办综合组').in('联席办').thread('第三季度')[0]).toContain(
    '公示检查结果 4 项，其中发现问题 1 项；本期发现的问题 1 项，已处置 1 项',
  );
  const { plan } = (await heldPlan(deps.db, 'P-2025')) ?? { plan: null };
  expect(plan?.tasks).toHaveLength(12);
  expect(plan?.tasks.filter(({ lead }) => lead === 'nyj').map(({ name }) => name)).toEqual([
    '2025年农药经营单位联合抽查',
  ]);
  expect(deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
}, 120_000);

it('代我做的那一步还做不了时，说明原因，不声不响地停着不算', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-tour-early-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { origin, deps, close } = await startPractice({
    database: `file:${join(folder, 'practice.db')}`,
    port: 0,
    subjects: 200,
  });
  onTestFinished(close);
  const answer = await fetch(`${origin}/page/do/tour`, {
    method: 'POST',
    headers: { 'x-practice': '1' },
    body: JSON.stringify({ step: 'assign' }),
  });
  const { hindered } = (await answer.json()) as { readonly hindered?: Words };
  expect(hindered?.zh).toContain('还没有“派发检查任务”按钮');

  // What leaves a row in the ledger and no post is seen by the page all the same, within two seconds.
  const changes = await fetch(`${origin}/page/changes`);
  const reader = changes.body?.getReader();
  await reader?.read();
  value(await enrol(deps, staff.drafter, person('n1', '新来的联络员', 'nyj', ['liaison'])));
  const began = Date.now();
  await reader?.read();
  expect(Date.now() - began).toBeLessThan(2000);
  await reader?.cancel();
}, 60_000);
