/**
 * A desk's process, for tests that kill it: `node desk-child.ts <what as JSON>`. It says what it has done, a line each, and then waits to
 * be killed.
 */
import { writeSync } from 'node:fs';
import type { Actor } from '../../bot/actor.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { deliverDue } from '../../bot/post/outbox.ts';
import { slackDoor } from '../../bot/slack/app.ts';
import type { SlackConfig } from '../../bot/slack/config.ts';
import { replyToConsultation } from '../../bot/verbs/consult/reply.ts';

export interface ChildTask {
  readonly act: 'record' | 'deliver';
  readonly database: string;
  readonly now: string;
  readonly config: Omit<SlackConfig, 'realNow'>;
  /** For `record`: the consultation that 市场监管局 answers, and who answers it. */
  readonly consultation: string;
  readonly liaison: Actor;
}

// Unbuffered: what was said before the kill is what the parent reads.
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const task: ChildTask = JSON.parse(process.argv[2] ?? '{}');
const desk = await openDesk({ database: task.database, now: () => task.now });
const deps = { ...desk, site: 'http://127.0.0.1:8787' };
say('ready');
if (task.act === 'record') {
  const done = await replyToConsultation(desk, task.liaison, {
    consultation: task.consultation,
    department: 'scjg',
    answer: 'agrees',
    words: '我局无意见',
    source: { kind: 'thread', id: 'm1' },
    key: 'm1',
  });
  say(done.ok ? 'recorded' : JSON.stringify(done.error));
} else {
  const { messenger } = slackDoor(deps, { ...task.config, realNow: () => Date.now() });
  await deliverDue(deps, messenger);
  say('delivered');
}
// Held up here, as a machine is that loses its power.
await new Promise((resolve) => setTimeout(resolve, 60_000));
