/**
 * Part 8: a Monday morning. The departments of the practice county answer a letter within one second, in plain words, and Slack delivers each
 * of their messages three times and out of order: how long each really signed request waited for its answer, against the three
 * seconds that Slack waits; and when the office's tally was right.
 */
import { join } from 'node:path';
import { type Practice, startPractice } from '../../bot/practice/serve.ts';
import { drive } from '../../bot/practice/workspace/driver.ts';
import { actorOfChat } from '../../bot/verbs/chat/who.ts';
import { standingConsultation } from '../../bot/verbs/consult/held.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { tallyOf } from '../../core/consult/tally.ts';
import { pause } from '../../db/database.ts';
import { type Figure, under } from './figure.ts';
import { must } from './must.ts';

/** Slack's own limit for an answer. */
const limitMs = 3000;
const times = 3;

export async function chatting(folder: string): Promise<readonly Figure[]> {
  const practice = await startPractice({ database: `file:${join(folder, 'monday.db')}`, port: 0, subjects: 300 });
  try {
    const channels = await asked(practice);
    const { user, hold, release, deliveries } = drive(practice.workspace, { idle: practice.idle });
    const liaisons = [...practice.workspace.ground.world.members.values()].filter(({ title }) =>
      title.endsWith('联络员'),
    );
    const replying = liaisons.filter(({ title }) => channels.has(title.replace(/联络员$/, '')));
    const before = deliveries().length;
    hold();
    const said = replying.map(({ title }, i) => user(title).reply(sentences[i % sentences.length] ?? '我局无意见'));
    await pause(1000);
    const began = performance.now();
    await Promise.all([...said, release({ times, order: 'shuffled' })]);
    const settledMs = performance.now() - began;
    const { answered } = tallyOf(must(await standingConsultation(practice.deps.db, '2025-1')));
    if (answered !== replying.length) throw new Error(`${answered} of ${replying.length} answers are on record`);
    const waits = deliveries()
      .slice(before)
      .map(({ ms }) => ms)
      .sort((a, b) => a - b);
    const failed = deliveries()
      .slice(before)
      .filter(({ failure }) => failure !== 'none').length;
    const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0;
    const what = `${replying.length} departments answer at once, each delivered ${times} times and out of order (${waits.length} signed requests, ${failed} failed)`;
    const limit = [limitMs, 'the 3 s that Slack waits'] as const;
    return [
      under(8, `${what}: half of them answered`, [at(0.5), `${at(0.5).toFixed(0)} ms`], limit, 1),
      under(8, 'the same: 99 of 100', [at(0.99), `${at(0.99).toFixed(0)} ms`], limit, 1),
      under(8, 'the same: all worked on, and the tally right', [settledMs, `${settledMs.toFixed(0)} ms`], limit),
    ];
  } finally {
    await practice.close();
  }
}

/** A letter to everybody; names of the channels that it went to. */
async function asked({ deps, idle, sample, workspace }: Practice): Promise<ReadonlySet<string>> {
  const office = await actorOfChat(deps, { platform: 'slack', user: 'U0O1' });
  if (office === null) throw new Error('the practice county has no office');
  const members = sample.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);
  must(
    await openConsultation(deps, office, {
      key: 'bench',
      year: 2025,
      letter: '请各单位研究提出本年度抽查任务。',
      matters: '抽查任务、比例、时间',
      deadline: { kind: 'working-days', days: 10 },
      asked: members,
      contact: null,
    }),
  );
  await idle();
  return new Set([...workspace.ground.world.channels.values()].map(({ name }) => name));
}

const sentences = ['我局无意见', '同意，建议把抽查比例调到5%', '本单位不参加，无此类事项', '无意见。', '我局参加'];
