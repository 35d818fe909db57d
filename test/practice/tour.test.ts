/** 教程从头走到尾：要自己做的三步照做，其余“代我做”；每一步都以台账上有没有为准。 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPractice } from '../../bot/practice/serve.ts';
import { drive } from '../../bot/practice/workspace/driver.ts';
import type { PageStep } from '../../bot/practice/workspace/page-shape.ts';
import { heldPlan } from '../../db/plans.ts';

it('从征询到录入检查结果，教程的每一步都能办成', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-tour-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { origin, workspace, deps, idle, close } = await startPractice({
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

  const walked: string[] = [];
  for (let step = await next(); step !== undefined; step = await next()) {
    expect(walked).not.toContain(step.id);
    walked.push(step.id);
    if (step.forMe) expect(await ask('tour', { step: step.id })).toEqual({});
    else await byHand[step.id]?.(step);
  }
  expect(walked).toHaveLength(18);
  const { plan } = (await heldPlan(deps.db, 'P-2025')) ?? { plan: null };
  expect(plan?.tasks).toHaveLength(12);
  expect(plan?.tasks.filter(({ lead }) => lead === 'nyj').map(({ name }) => name)).toEqual([
    '2025年农药经营单位联合抽查',
  ]);
  expect(deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
}, 120_000);
