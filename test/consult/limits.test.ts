import { describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { blocksOf, messageOf } from '../../bot/slack/blocks.ts';
import { checkBlocks, checkMessage, checkView } from '../../bot/slack/limits.ts';
import { viewOf } from '../../bot/slack/view.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { freshDesk, people, type TestDesk, value } from '../desk.ts';
import { csv } from '../verbs/make.ts';
import { letter, planSheet, reply } from './desk.ts';
import { formOf, inChinese, posts } from './threads.ts';

const { office } = people;
const long = '清漪县经济技术开发区管理委员会综合行政执法与安全生产监督管理局';
const codes = Array.from({ length: 120 }, (_, i) => `d${i + 1}`);
const liaisons = codes.slice(0, 12).map((code, i) => person(`n${i}`, `联络员${i}`, code, ['liaison']));

/** A hundred and twenty departments with the longest names, the longest letter, and everybody with much to say. */
async function crowded(): Promise<TestDesk> {
  const desk = await freshDesk(liaisons);
  value(await adoptPolicy(desk, office, 'sanming-2025'));
  const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'];
  const rows = codes.map((code, i) => [code, `${long}第${i + 1}分局`, '成员单位', '是', '2020-01-01']);
  value(await importList(desk, office, { bytes: csv(headers, ...rows), file: 'departments.csv' }));
  const contact = { person: '陈'.repeat(40), phone: '0'.repeat(40), email: `${'a'.repeat(80)}@example.invalid` };
  const words = `${'征'.repeat(5900)}\n${'询'.repeat(90)}`;
  value(
    await openConsultation(
      desk,
      office,
      letter({ asked: codes, letter: words, matters: '事项\n'.repeat(700), contact }),
    ),
  );
  for (const actor of liaisons) {
    const changes = Array.from(
      { length: 50 },
      () => ({ task: 'R'.repeat(60), of: 'ratio', words: '比'.repeat(90) }) as const,
    );
    value(await reply(desk, actor, { answer: 'comments', words: '建'.repeat(4000), changes }));
  }
  return desk;
}

describe('聊天平台的限度', () => {
  it('一百二十个单位、最长的名称和函件，每条消息中英文都在限度之内，名单和函件不被截断', async () => {
    const desk = await crowded();
    const [first] = liaisons;
    if (first === undefined) throw new Error('nobody');
    const bad = planSheet(
      ['餐饮抽查', '餐饮检查', 'd1', '', '5%', '6月'],
      ...Array.from({ length: 200 }, (_, i) => [
        `任务${i}`,
        'x'.repeat(300),
        '不存在的单位'.repeat(20),
        '',
        '若干',
        '7月',
      ]),
    );
    const sheets = [{ kind: 'file', file: `${'长'.repeat(190)}.csv`, bytes: bad }] as const;
    value(await reply(desk, first, { answer: null, words: '', sheets }));
    const all = await posts(desk);
    expect(all.size).toBeGreaterThan(120);
    for (const [slot, message] of all) {
      for (const lang of ['zh', 'en'] as const)
        expect(checkMessage(messageOf(message, lang)), `${slot} ${lang}`).toEqual([]);
    }
    const shown = JSON.stringify(
      messageOf(all.get('consultation/2025-1') ?? { summary: { zh: '', en: '' }, parts: [] }, 'zh'),
    );
    expect(shown).toContain('第120分局');
    const told = all.get('consultation-letter/2025-1/d120');
    const text = told === undefined ? '' : JSON.stringify(messageOf(told, 'zh'));
    expect(text.match(/征/g)?.length).toBeGreaterThanOrEqual(5900);
    expect(told === undefined ? '' : inChinese(told)).toContain('询'.repeat(90));
    expect(checkBlocks(blocksOf(told?.parts ?? [], 'zh', 'message'), 'message')).toEqual([]);
  });

  it('每张表单中英文都在限度之内', async () => {
    const desk = await crowded();
    const [first] = liaisons;
    if (first === undefined) throw new Error('nobody');
    const own = '2025-1 - d1';
    const forms = [
      await formOf(desk, office, 'consult-open', ''),
      await formOf(desk, office, 'consult-extend', '2025-1'),
      await formOf(desk, office, 'consult-compile', '2025-1'),
      await formOf(desk, first, 'consult-comments', own),
      await formOf(desk, first, 'consult-declines', own),
      await formOf(desk, first, 'consult-propose', own),
    ];
    for (const form of forms) {
      for (const lang of ['zh', 'en'] as const)
        expect(checkView(viewOf(form, lang, 'C1')), `${form.id} ${lang}`).toEqual([]);
    }
  });
});
