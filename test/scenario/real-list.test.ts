/** Three thousand rows of the real list on the way that `npm run trial` goes with all 42,774. */
import { describe, expect, it } from 'vitest';
import { breachesOf, keysDrawn, rowsOf, unmerged, walkedOnce } from './county.ts';
import { hasRealData, realRoad } from './real.ts';

const road = walkedOnce((finished) => realRoad(finished, 3000));

describe.skipIf(!hasRealData)(
  'a real list and real plan tables (needs ../shared, which is not part of the project)',
  () => {
    it('rows of the tables without a number are refused, and stand once the office has stated one', async () => {
      const { rejected, rows } = await road();
      expect(rejected.map((each) => each.rows)).toEqual([0, 0, 5, 1]);
      expect(rows).toHaveLength(20);
    });

    it('each task draws what its ratio comes to over its frame: 5 %, 10 %, at least 20 %, a stated number, four classes apart', async () => {
      const { record, rows } = await road();
      const frozen = rowsOf(record);
      const sizes = rows.map(({ task }) => {
        const t = record.manifest.tasks.findIndex(({ no }) => no === task.no);
        const frame = frozen.filter(({ marks }) => marks[t]?.label != null);
        const eligible = frame.filter(({ marks }) => marks[t]?.reason === null).length;
        return { task, drawn: keysDrawn(record, t).length, frame: frame.length, eligible };
      });
      for (const { task, drawn, frame, eligible } of sizes) {
        if (task.quota.kind === 'total') expect(drawn).toBe(Math.min(task.quota.n, eligible));
        else if (task.scheme === '') {
          const [tier] = task.quota.tiers;
          if (tier?.share.kind !== 'share') throw new Error(`${task.name}: not a share`);
          const exact = (frame * tier.share.bp) / 10_000;
          expect(drawn).toBeGreaterThanOrEqual(
            Math.min(eligible, tier.share.bound === 'at-least' ? exact : exact - 0.5),
          );
          expect(drawn).toBeLessThan(Math.max(exact, tier.share.atLeast) + 1);
        }
      }
      expect(sizes.some(({ task }) => task.scheme === 'credit')).toBe(true);
    });

    it('one visit for an enterprise in a group, two officers of each body, no post left open', async () => {
      const { record, handed } = await road();
      expect(unmerged(record)).toEqual([]);
      expect(breachesOf(record)).toEqual([]);
      expect(handed.filter(({ open }) => open > 0)).toEqual([]);
    });

    it('another process verifies the record from its file alone, and names the step that a changed letter breaks', async () => {
      const { verify, record } = await road();
      const whole = verify();
      expect([whole.status, whole.said.includes('核验通过'), whole.said.includes(record.digest)]).toEqual([
        0,
        true,
        true,
      ]);
      const changed = verify((text) => text.replace(`"seed":"${record.seed}"`, `"seed":"${'0'.repeat(64)}"`));
      expect(changed.status).not.toBe(0);
      expect(changed.said).not.toContain('核验通过');
      expect(changed.said).toContain('种子');
    });
  },
);
