/** The desk's server as a process of its own, reached by WebSocket only: it needs no signing secret, and nobody posts to it. */
import { expect, it } from 'vitest';
import { facts } from '../desk.ts';
import { consult, type Installation, installation } from './installation.ts';
import { address, settingsFor, start } from './server.ts';

const socketSettings = (here: Installation) => {
  const { MINGCHOU_SLACK_SIGNING_SECRET: _, ...rest } = settingsFor(here);
  return { ...rest, MINGCHOU_SLACK_APP_TOKEN: here.workspace.app.appToken };
};

it('不开端口也能办：命令有答复，征询函发到各频道，断线自行接上，收到停止信号后断开退出', async () => {
  const here = await installation();
  await consult(here);
  const { line, outgoing } = here.workspace.ground;
  outgoing.connect(line.bot);
  const server = start(socketSettings(here));
  await address(server);
  expect(server.lines.join('\n')).toContain('经 Socket Mode 连接 Slack');
  const liaison = here.user('市场监管局联络员');
  expect((await liaison.command('/mingchou', '帮助')).said.join()).toContain('/mingchou');
  await expect.poll(() => here.channel('市场监管局').join(), { timeout: 10_000 }).toContain('征询函');

  line.cut();
  await expect.poll(line.standing).toBe(0);
  await expect.poll(line.standing, { timeout: 5000 }).toBe(1);
  await liaison.reply('我局无意见');
  expect((await facts(here.desk)).filter(({ kind }) => kind === 'reply-received')).toHaveLength(1);

  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(line.standing()).toBe(0);
}, 60_000);

it('应用令牌不对不启动，并说明到哪里取；令牌不写进任何一行', async () => {
  const here = await installation();
  const server = start({ ...socketSettings(here), MINGCHOU_SLACK_APP_TOKEN: 'xapp-of-somebody-else' });
  expect(await server.ended).toBe(2);
  expect(server.lines.join('\n')).toContain('Slack 不认 MINGCHOU_SLACK_APP_TOKEN');
  expect(server.lines.join('\n')).not.toContain('somebody-else');
});
