/**
 * What comes signed may still be forged: somebody who has got hold of the signing secret, or another program in an account's name. A form
 * with half a sign, a megabyte, another's number; a name that turns the line around; a file that is larger than it says.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forms } from '../../bot/chat/table.ts';
import { same, sentence } from '../../bot/message/message.ts';
import { messageOf } from '../../bot/slack/blocks.ts';
import { FileTrouble, fileById, talkFile } from '../../bot/slack/file.ts';
import { foundPost } from '../../bot/slack/found.ts';
import { isSigned, sign } from '../../bot/slack/signature.ts';
import { asking } from '../chat/acting.ts';
import { facts, freshDesk, people } from '../desk.ts';
import { channels, consult, type Installation, installation, users } from '../slack/installation.ts';

type Filled = Readonly<Record<string, string>>;

/** A form sent in by the market regulator's liaison, as Slack sends it. */
async function submitted({ workspace, raw }: Installation, form: string, about: string, filled: Filled) {
  const payload = {
    type: 'view_submission',
    team: { id: workspace.app.team },
    user: { id: users.liaison, team_id: workspace.app.team },
    view: {
      id: 'V1',
      hash: `1.${Object.values(filled).join().length}`,
      type: 'modal',
      callback_id: form,
      private_metadata: JSON.stringify([channels.scjg, about]),
      title: { type: 'plain_text', text: '表' },
      blocks: Object.keys(filled).map((id) => ({
        type: 'input',
        block_id: id,
        label: { type: 'plain_text', text: id },
        element: { type: 'plain_text_input', action_id: 'value', max_length: 2000 },
      })),
      state: {
        values: Object.fromEntries(
          Object.entries(filled).map(([id, value]) => [id, { value: { type: 'plain_text_input', value } }]),
        ),
      },
    },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const answer = await raw({ body, contentType: 'application/x-www-form-urlencoded' });
  return { status: answer.status, text: await answer.text() };
}

const reported = async ({ desk }: Installation) =>
  (await facts(desk)).filter(({ kind }) => kind === 'missing-item-reported').map(({ body }) => body);

describe('a form', () => {
  it('with half a sign in it is taken with the sign for what cannot be shown, and nobody is told of a breakdown', async () => {
    const here = await installation();
    const { status, text } = await submitted(here, 'report-missing-item', '', { matter: '特种设备\ud800', basis: '' });
    expect([status, text.includes('没有办成')]).toEqual([200, false]);
    expect(await reported(here)).toMatchObject([{ matter: '特种设备\ufffd' }]);
  });

  it('about half a sign is answered in words likewise', async () => {
    const here = await installation();
    const { status, text } = await submitted(here, 'report-missing-item', 'P-\ud800 1', {
      matter: '特种设备',
      basis: '',
    });
    expect([status, text.includes('没有办成')]).toEqual([200, false]);
  });

  it('with more in a field than the field takes is refused at that field, and nothing of it is recorded', async () => {
    const here = await installation();
    const { status, text } = await submitted(here, 'report-missing-item', '', {
      matter: '特种设备',
      basis: '法'.repeat(100_000),
    });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      response_action: 'errors',
      errors: { basis: '最多 2000 字，现有 100000 字。' },
    });
    expect(await reported(here)).toEqual([]);
  });

  it.each(['', 'x', '__proto__', '-1', '1e400', '9'.repeat(400), '2025-1 - scjg', '\u0000', '['.repeat(5000)])(
    'about %j is answered in words, whichever form of the draw it is',
    async (about) => {
      const desk = await freshDesk();
      const before = (await facts(desk)).length;
      for (const actor of [people.office, people.liaison, people.head, people.witness]) {
        for (const id of ['draw-cosign', 'draw-seal', 'draw-number', 'draw-abort', 'draw-correct', 'draw-annul']) {
          const answer = await forms.get(id)?.submit(asking(desk, actor), about, { digits: '1', second: 'h1' });
          expect(['say', 'errors']).toContain(answer?.kind);
        }
      }
      expect((await facts(desk)).length).toBe(before);
    },
  );
});

describe('a name or reply', () => {
  it('cannot turn a line around or hide a sign, and calls nobody', () => {
    const { text, blocks } = messageOf(sentence(same('张\u200b三\u202e局监市 <!channel> <@U1> *a*\r\n\t=cmd|x')), 'zh');
    expect(text).toBe('张\ufffd三\ufffd局监市 &lt;!channel&gt; &lt;@U1&gt; *a*\n =cmd|x');
    expect(blocks).toMatchObject([
      {
        text: { type: 'plain_text', emoji: false, text: expect.stringContaining('张\ufffd三\ufffd局监市 <!channel>') },
      },
    ]);
  });
});

describe('an address without a secret', () => {
  it('takes nothing: with Socket Mode no secret need be set, and what comes by HTTP is then not from Slack', async () => {
    const now = Date.now();
    const timestamp = String(Math.floor(now / 1000));
    const signature = await sign('any-secret', '{}', timestamp);
    expect(await isSigned('', '{}', { timestamp, signature }, now)).toBe(false);
  });
});

describe('a file', () => {
  it('that is larger than it says is read no further than is allowed', async () => {
    const here = await installation();
    let sent = 0;
    const server = createServer((_, response) => {
      const piece = Buffer.alloc(1_000_000);
      const more = () => {
        while (sent < 200 && response.write(piece)) sent += 1;
        sent += 1;
        if (sent >= 200) response.end();
      };
      response.on('drain', more);
      response.on('error', () => {});
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
    const door = { config: { ...here.config, api } } as unknown as Parameters<typeof talkFile>[0];
    const file = talkFile(door, { id: 'F1', name: 'a.xlsx', size: 10, url_private_download: new URL('/f', api).href });
    await expect(file.bytes()).rejects.toThrow(FileTrouble);
    expect(sent).toBeLessThan(100);
  });

  it('that is named and not there is no file, and no breakdown', async () => {
    const here = await installation();
    const client = { files: { info: async () => Promise.reject(await refusedBySlack(here)) } };
    expect(await fileById({ client } as unknown as Parameters<typeof fileById>[0], 'F0NOWHERE')).toBeNull();
  });
});

/** What Slack's own client throws of a file that is not there. */
async function refusedBySlack({ config }: Installation): Promise<unknown> {
  const { clientOf } = await import('../../bot/slack/client.ts');
  return clientOf(config)
    .files.info({ file: 'F0NOWHERE' })
    .catch((thrown: unknown) => thrown);
}

describe('a post of another app', () => {
  it('that carries our mark is not taken for ours', async () => {
    const here = await installation();
    await consult(here);
    const metadata = { event_type: 'mingchou_post', event_payload: { slot: 'consultation/2025-1' } };
    const other = { ts: '1.000001', bot_id: 'B0OTHER', metadata };
    const own = { ts: '1.000002', bot_id: 'B0MINGCHOU', metadata };
    const found = (messages: readonly object[]) => {
      const client = { conversations: { history: async () => ({ messages }) } };
      const as = { client, botId: 'B0MINGCHOU' } as unknown as Parameters<typeof foundPost>[0];
      return foundPost(as, channels.office, null, 'consultation/2025-1');
    };
    expect(await found([other])).toBeNull();
    expect(await found([other, own])).toBe('1.000002');
  });
});
