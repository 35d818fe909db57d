import { expect, it } from 'vitest';
import { killWhileFreezing, killWhileOpening } from '../verbs/draw-kills.ts';

it('opening killed at a hundred moments never yields a second draw', async () => {
  let early = 0;
  for (let round = 0; round < 10; round += 1) {
    early += await killWhileOpening(Array.from({ length: 10 }, (_, i) => 1 + ((round * 37 + i * 13) % 150)));
  }
  expect(early).toBeGreaterThan(5);
}, 1_800_000);

it('freezing killed at a hundred moments leaves a whole ceremony or none', async () => {
  let none = 0;
  for (let round = 0; round < 10; round += 1) {
    none += await killWhileFreezing(Array.from({ length: 10 }, (_, i) => 1 + ((round * 41 + i * 17) % 160)));
  }
  expect(none).toBeGreaterThan(5);
}, 1_800_000);
