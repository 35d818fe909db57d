/** What is to be public besides outcomes, and repaired credit that is still public, as they are owed. */
import { expect, it } from 'vitest';
import { choicesFor } from '../../../bot/post/say/remind/choices.ts';
import { sayRefusal } from '../../../bot/say/refusal.ts';
import { publishMatter } from '../../../bot/verbs/notice/publish-matter.ts';
import { adoptPolicy } from '../../../bot/verbs/registry/adopt-policy.ts';
import { owedNow } from '../../../bot/verbs/remind/owed-now.ts';
import { fromRepaired } from '../../../core/owed/from-notice.ts';
import { wordsOfMatter } from '../../../core/owed/words.ts';
import { freshDesk, people, value } from '../../desk.ts';

it('S3-75: the telephone for complaints that no page shows yet is owed by the office until it is on record where it stands', async () => {
  const desk = await freshDesk();
  desk.setNow('2022-09-01T02:00:00.000Z');
  value(await adoptPolicy(desk, people.office, 'wannian-2022'));
  const owed = async () =>
    (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'matter-publication');
  const [debt, ...others] = await owed();
  expect(others).toEqual([]);
  expect(debt).toMatchObject({ by: 'office', matter: { what: 'complaint-telephone', number: '' } });
  expect(debt?.rule).not.toBeNull();
  if (debt === undefined) return;
  expect(debt.rounds.map(({ name }) => name)).toEqual(['waiting']);
  expect(wordsOfMatter(debt.matter, (code) => code).zh).toBe('公布投诉举报电话，并登记公布渠道和位置');
  expect(choicesFor(debt.matter, debt.by).map(({ id }) => id)).toEqual(['notice-matter']);
  const shown = {
    what: 'complaint-telephone',
    number: '',
    title: '投诉举报电话',
    channel: '门户网站',
    where: 'https://g.invalid/tel',
    on: '2022-09-01',
    until: '',
  } as const;
  const done = await publishMatter(desk, people.office, shown);
  expect(done.ok ? '' : sayRefusal(done.error).zh).toBe('');
  expect(await owed()).toEqual([]);
});

it('S1-43: what is repaired and still public is reminded of on the next working day', () => {
  const calendar = { notices: [{ year: 2025, source: 'test', rest: [], makeUp: [] }], local: [] };
  const debt = fromRepaired({ book: '3', department: 'scjg', count: 2, since: '2025-07-11' }, null, calendar);
  expect(debt.rounds).toMatchObject([{ name: 'waiting', from: '2025-07-14' }]);
  expect(wordsOfMatter(debt.matter, (code) => code).zh).toBe('信用修复已办结，停止公示检查结果 2 项（抽取 3）');
});
