/** A real list of 42,774 enterprises through the verb, and the same file again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { snapshot } from '../../db/imports.ts';
import { heldSubjects } from '../../db/subjects.ts';
import { facts, freshDesk, people, value } from '../desk.ts';

const file = join(import.meta.dirname, '../../../shared/data/zj_drawn_annualreport_42774.csv');

describe('a real list', () => {
  it.skipIf(!existsSync(file))(
    'of 42,774 rows is taken in: 37,411 with 18 characters, 5,232 with 15, 131 others, the two wrong codes named; again, nothing changes',
    { timeout: 60_000 },
    async () => {
      const desk = await freshDesk([]);
      const request = { bytes: readFileSync(file), file: '42774.csv', sheet: 'subjects' } as const;
      const [answer] = value(await importList(desk, people.office, request));
      if (answer === undefined) throw new Error('no table');
      expect(answer.rows + answer.repeated.length).toBe(42_774);
      const counts = { uscc: 0, reg15: 0, older: 0 };
      for await (const page of heldSubjects(desk.db, await snapshot(desk.db)))
        for (const { kind } of page) counts[kind] += 1;
      // 37,411 have 18 characters; the two among them that are wrong are refused and named.
      expect(counts).toEqual({ uscc: 37_409, reg15: 5_232, older: 131 });
      expect(answer.rejected.map(({ row, faults }) => [row + 1, faults[0]?.value, faults[0]?.fault])).toEqual([
        [
          18_936,
          '91330302l19373061U',
          expect.objectContaining({ findings: [{ kind: 'look-alike', at: 9, is: 'l', meant: '1' }] }),
        ],
        [
          25_700,
          '91330481L392519426',
          expect.objectContaining({ findings: [{ kind: 'check', at: 18, is: '6', expected: 'L' }] }),
        ],
      ]);
      expect(answer.rejectedTable).toHaveLength(3);
      expect(answer.rejectedTable[0]?.at(-1)).toBe('错误说明');
      const before = (await facts(desk)).length;
      const [again] = value(await importList(desk, people.office, request));
      expect(again?.state).toBe('same-file');
      expect((await facts(desk)).length).toBe(before);
    },
  );
});
