import { expect, it } from 'vitest';
import { freshFolder, urlIn } from '../db/fresh.ts';
import { killAndLook } from '../db/kills.ts';

it('killed at three hundred moments of imports and commits, nothing acknowledged is lost and nothing is half done', async () => {
  let during = 0;
  for (let round = 0; round < 15; round += 1) {
    const delays = Array.from({ length: 20 }, (_, i) => 1 + ((round * 31 + i * 67) % 400));
    during += await killAndLook(urlIn(freshFolder(), `round-${round}.db`), delays);
  }
  expect(during).toBeGreaterThan(20);
}, 1_800_000);
