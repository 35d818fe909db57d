/** A small county on a practice workspace: the office's channel and two departments', three linked people and one who is not. */

import { onTestFinished } from 'vitest';
import type { Desk } from '../../bot/desk/desk.ts';
import { type Deliverer, deliverer } from '../../bot/post/deliverer.ts';
import { type Driver, drive } from '../../bot/practice/workspace/driver.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { slackConfigOf } from '../../bot/practice/workspace/slack-config.ts';
import { openWorkspace, type WorkspaceOptions } from '../../bot/practice/workspace/workspace.ts';
import { type SlackDoor, slackDoor } from '../../bot/slack/app.ts';
import type { SlackConfig } from '../../bot/slack/config.ts';
import { checkBlocks } from '../../bot/slack/limits.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { deskWith, enrolAll, type Finished, firstDay, people, type TestDesk, value } from '../desk.ts';
import { departmentsCsv } from '../verbs/make.ts';

export const channels = { office: 'C0OFFICE', scjg: 'C0SCJG', wjw: 'C0WJW' } as const;
export const users = { office: 'U0OFFICE', liaison: 'U0SCJG', otherLiaison: 'U0WJW', stranger: 'U0STRANGER' } as const;

export interface Installation extends Driver {
  readonly desk: TestDesk;
  readonly door: SlackDoor;
  readonly config: SlackConfig;
  readonly outbox: Deliverer;
}

/**
 * @param finished is given what to do when it is no longer needed: after this test, unless told otherwise
 * @param given the desk that it works on, a fresh one otherwise
 */
export async function installation(
  options: WorkspaceOptions = {},
  finished: Finished = onTestFinished,
  given?: TestDesk,
): Promise<Installation> {
  const desk = given ?? (await deskWith('installation', furnished, firstDay, finished));
  if (given !== undefined) await furnish(given);
  const workspace = await openWorkspace({ check: checkBlocks, minuteMs: 5, ...options });
  const serving = await serveWorkspace(workspace);
  finished(() => void serving.close());

  for (const [id, realName, locale] of [
    [users.office, '联席办', 'zh-CN'],
    [users.liaison, '市场监管局联络员', 'zh-CN'],
    [users.otherLiaison, '卫健局联络员', 'en-US'],
    [users.stranger, '未绑定人员', 'zh-CN'],
  ] as const)
    await workspace.addMember({ id, realName, locale });
  for (const [id, name, members] of [
    [channels.office, '联席办', [users.office, users.stranger]],
    [channels.scjg, '市场监管局', [users.liaison, users.office]],
    [channels.wjw, '卫健局', [users.otherLiaison, users.office]],
  ] as const)
    await workspace.addChannel({ id, name, members });

  const { app } = workspace;
  const config = slackConfigOf(app, serving.api);
  const door = slackDoor({ ...desk, site: 'http://127.0.0.1:8787' }, config);
  const outbox = deliverer({ ...desk, site: 'http://127.0.0.1:8787' }, door.messenger);
  workspace.outgoing.connect((request) => door.hono.fetch(new Request(request.url.replace('/slack/', '/'), request)));
  const idle = async () => {
    await door.idle();
    // A database that is away: what is due is delivered when it is back.
    await outbox.deliverDue().catch((thrown) => {
      if (!(thrown instanceof DatabaseTrouble)) throw thrown;
    });
  };
  return { ...drive(workspace, { idle }), desk, door, config, outbox };
}

/** The policy, the departments, who is who in Slack and which channel is whose. */
async function furnish(desk: Desk): Promise<void> {
  value(await adoptPolicy(desk, people.office, 'sanming-2025'));
  value(await importList(desk, people.office, { bytes: departmentsCsv, file: '成员单位.csv' }));
  for (const [user, person] of [
    [users.office, people.office.person],
    [users.liaison, people.liaison.person],
    [users.otherLiaison, people.otherLiaison.person],
  ] as const)
    value(await linkForPerson(desk, people.office, { platform: 'slack', user }, person));
  for (const [typed, channel] of Object.entries(channels))
    value(await nameChannel(desk, people.office, { platform: 'slack', typed, channel }));
}

async function furnished(desk: Desk): Promise<void> {
  await enrolAll(desk);
  await furnish(desk);
}

/** A letter to both departments. */
export const consult = async ({ desk }: Pick<Installation, 'desk'>, key = 'k1'): Promise<string> =>
  value(
    await openConsultation(desk, people.office, {
      key,
      year: 2025,
      letter: '请各单位研究提出本年度抽查任务。',
      matters: '抽查任务、比例、时间',
      deadline: { kind: 'working-days', days: 5 },
      asked: ['scjg', 'wjw'],
      contact: null,
    }),
  ).consultation;
