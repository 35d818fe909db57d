/** From the chat to the pane: what is typed, who is shown the code, and where it leads. */
import { expect, it } from 'vitest';
import { commands } from '../../../bot/chat/table.ts';
import { linkForPerson } from '../../../bot/verbs/chat/link-chat.ts';
import { facts, freshDesk, people, value } from '../../desk.ts';
import { site, workbookAt } from './workbook.ts';

const { liaison, office } = people;

it.each(['填报', 'excel', ' Excel ', '表格'])(
  '“/mingchou %s” gives the one who asks a code and the way to the page',
  async (typed) => {
    const desk = await freshDesk([liaison]);
    const user = { platform: 'slack', user: 'U1' };
    value(await linkForPerson(desk, office, user, liaison.person));
    const route = commands.get('mingchou')?.(typed);
    if (route?.kind !== 'act') throw new Error('not for people who are linked');
    const asked = {
      deps: { ...desk, site },
      actor: liaison,
      user,
      key: 'k',
      lang: 'zh',
      place: null,
      channel: '',
    } as const;
    const answer = await route.act(asked);
    if (answer.kind !== 'say') throw new Error('nothing said');
    const { summary, parts } = answer.message;
    const [code = ''] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(summary.zh) ?? [];
    expect(summary).toEqual({
      zh: `您的填报码：${code}，09:10 前有效，只能用一次，请勿转发。`,
      en: `Your code for filling in: ${code}, until 09:10 and once. Do not pass it on.`,
    });
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'link', url: `${site}/addin/` }));
    expect(JSON.stringify(await facts(desk))).not.toContain(code);
    expect((await workbookAt(desk).post('/api/sign-in', { code })).status).toBe(200);
  },
);

it('help names it, for everybody', async () => {
  const route = commands.get('mingchou')?.('帮助');
  if (route?.kind !== 'open') throw new Error('not open');
  const desk = await freshDesk([]);
  const user = { platform: 'slack', user: 'U1' };
  const answer = await route.act({ deps: { ...desk, site }, user, key: 'k', lang: 'zh' });
  expect(JSON.stringify(answer)).toContain('/mingchou 填报：取得本人的表格填报码');
});
