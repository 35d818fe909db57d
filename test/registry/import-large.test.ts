/** A list taken in portion by portion: the answer, the list and the refusals of one taken in whole, whatever the file holds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { subjects } from '../../bot/practice/sample/subjects.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import type { Source } from '../../bot/verbs/registry/large/csv-rows.ts';
import { importSubjects } from '../../bot/verbs/registry/large/import-large.ts';
import { keySet } from '../../core/registry/key-set.ts';
import { snapshot } from '../../db/imports.ts';
import { heldSubjects } from '../../db/subjects.ts';
import { facts, freshDesk, people, type TestDesk } from '../desk.ts';

/** Bytes a few at a time, so that characters and quotation marks are cut anywhere. */
const inPieces = (bytes: Uint8Array, size: number): Source =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

const numbers = [...subjects('portions', 60)].map(({ number }) => number);

const cell = (...odd: readonly string[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const line = fc
  .tuple(
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...numbers) },
      { weight: 1, arbitrary: fc.constantFrom('', '同上', '91350000', '１２３') },
    ),
    fc.constantFrom('清漪食品厂', '"清漪,食品厂"', '"清漪\n食品厂"', '5"管件厂', '', "'=1+1", ' 清漪 食品厂 '),
    cell('企业', '个体户', '宇航员'),
    cell('餐饮', '餐饮、烟草', '烟草'),
    cell('注销', '存续'),
  )
  .map((cells) => cells.join(','));
const noise = fc.constantFrom('', ',,,,', '注：本表由各所填报', '合计,12');
const file = fc
  .tuple(
    fc.constantFrom('', '# 清漪县名录\n', '清漪县检查对象名录,,,,\n'),
    fc.array(fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: noise }), { maxLength: 150 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('\n', '', '"'),
  )
  .map(([title, lines, feed, end]) =>
    [`${title}统一社会信用代码,检查对象名称,主体类型,监管标签,登记状态`, ...lines].join(feed).concat(end),
  );

async function held({ db }: TestDesk) {
  const all = [];
  for await (const page of heldSubjects(db, await snapshot(db))) all.push(...page);
  return all;
}

it('a list taken in by portions is answered, kept and recorded as one taken in whole', async () => {
  const [whole, parts] = [await freshDesk(), await freshDesk()];
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 5000 }), fc.boolean(), async (text, size, isWide) => {
      const bytes = new Uint8Array(isWide ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text));
      const given = { file: 'list.csv' };
      const all = await importList(whole, people.office, { ...given, bytes, sheet: 'subjects' });
      const source = inPieces(bytes, size);
      const portioned = await importSubjects(parts, people.office, { ...given, source, atOnce: 40 });
      expect(portioned).toEqual(all.ok ? { ok: true, value: all.value[0] } : all);
      expect(await held(parts)).toEqual(await held(whole));
    }),
    { numRuns: 40 },
  );
  const imported = async (desk: TestDesk) => (await facts(desk)).filter(({ kind }) => kind !== 'person-enrolled');
  expect(await imported(parts)).toEqual(await imported(whole));
});

it('bytes that are no text, and an empty file, are refused as in a whole file', async () => {
  const desk = await freshDesk();
  for (const bytes of [new Uint8Array(), Uint8Array.of(0x25, 0x50, 0, 0x44, 0xff), Uint8Array.of(0x2c, 0xff, 0xff)]) {
    const all = await importList(desk, people.office, { file: 'list.csv', bytes, sheet: 'subjects' });
    const portioned = await importSubjects(desk, people.office, { file: 'list.csv', source: inPieces(bytes, 2) });
    expect(portioned).toEqual(all);
  }
});

it.each([1, 2, 3])('a list in UTF-16 is known by its mark where it comes %i bytes at a time', async (size) => {
  const desk = await freshDesk();
  const text = `\ufeff统一社会信用代码,检查对象名称\n${numbers[0]},清漪食品厂\n`;
  const little = Buffer.from(text, 'utf16le');
  const imported = await Promise.all(
    [little, Buffer.from(little).swap16()].map((bytes, i) =>
      importSubjects(desk, people.office, { file: `${i}.csv`, source: inPieces(new Uint8Array(bytes), size) }),
    ),
  );
  for (const answer of imported) expect(answer).toMatchObject({ ok: true, value: { accepted: 1, rejected: [] } });
});

it('the compact set of keys says what a set says', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })), fc.array(fc.string()), (added, asked) => {
      const [ours, model] = [keySet(), new Set<string>()];
      for (const key of added) {
        expect(ours.add(key)).toBe(!model.has(key));
        model.add(key);
      }
      for (const key of [...added, ...asked]) expect(ours.has(key)).toBe(model.has(key));
      expect(ours.size).toBe(model.size);
    }),
  );
  const many = keySet();
  for (let i = 0; i < 20_000; i++) many.add(`uscc:${i}`);
  expect([many.size, many.has('uscc:19999'), many.has('uscc:20000')]).toEqual([20_000, true, false]);
});
