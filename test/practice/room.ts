/** A small workspace on a port of its own, with a bot that the test writes, for what the workspace itself does. */
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { type Driver, drive } from '../../bot/practice/workspace/driver.ts';
import type { Bot } from '../../bot/practice/workspace/outgoing.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../bot/practice/workspace/workspace.ts';
import { quiet } from '../../bot/slack/client.ts';

export interface Room extends Driver {
  readonly workspace: Workspace;
  readonly client: WebClient;
  readonly origin: string;
  readonly api: string;
}

export const office = 'C0OFFICE';
export const safety = 'C0YJGL';

/** @param bot answers each signed request; 200 with nothing unless told otherwise */
export async function room(options: WorkspaceOptions = {}, bot: Bot = () => new Response(null)): Promise<Room> {
  const workspace = await openWorkspace(options);
  const serving = await serveWorkspace(workspace);
  onTestFinished(() => serving.close());
  await workspace.addMember({ id: 'U0OFFICE', realName: '联席办综合组甲' });
  await workspace.addMember({ id: 'U0YJGL', realName: '县应急管理局联络员' });
  await workspace.addMember({ id: 'U0ENGLISH', realName: 'Visiting Observer', locale: 'en-US' });
  await workspace.addChannel({ id: office, name: '联席办', members: ['U0OFFICE', 'U0ENGLISH'] });
  await workspace.addChannel({ id: safety, name: '县应急管理局', members: ['U0YJGL', 'U0OFFICE'] });
  workspace.outgoing.connect(bot);
  const client = new WebClient(workspace.app.token, {
    slackApiUrl: serving.api,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
  return { ...drive(workspace), workspace, client, origin: serving.origin, api: serving.api };
}

/** Slack's own word for what went wrong with a call. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (thrown: { readonly data?: { readonly error?: string }; readonly code?: string }) =>
      thrown.data?.error ?? thrown.code ?? 'unknown',
  );
