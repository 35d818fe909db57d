/** What the Worker weighs, against what Cloudflare allows: `npm run size` prints it in both languages. */
import type { Words } from '../../core/words.ts';

/** KiB, compressed as it is uploaded (Workers limits, Worker size): https://developers.cloudflare.com/workers/platform/limits/ */
const gzipMost = { paid: 10 * 1024, free: 3 * 1024 } as const;
const plainMost = 64 * 1024;
/** The same page, Worker startup time; the platform measures it on its own machines. */
const startMostMs = 1000;

export interface Weight {
  readonly plainKib: number;
  readonly gzipKib: number;
  readonly startMs: number;
  readonly files: number;
  readonly filesKib: number;
  /** Names of parts and what each takes of the bundle, the largest first. */
  readonly parts: readonly (readonly [string, number])[];
}

/** Whether the paid plan would refuse it. */
export const isTooHeavy = ({ plainKib, gzipKib, startMs }: Weight): boolean =>
  plainKib > plainMost || gzipKib > gzipMost.paid || startMs > startMostMs;

export function weightWords(weight: Weight): readonly Words[] {
  const { plainKib, gzipKib, startMs, files, filesKib, parts } = weight;
  const largest = parts.map(([name, kib]) => `${name} ${n(kib)}`);
  return [
    {
      zh: `Worker：${n(plainKib)} KiB（上限 ${n(plainMost)}），gzip 压缩后 ${n(gzipKib)} KiB（上限：付费 ${n(gzipMost.paid)}，免费 ${n(gzipMost.free)}），启动 ${n(startMs)} 毫秒（上限 ${n(startMostMs)}）；静态文件 ${n(files)} 个，${n(filesKib)} KiB`,
      en: `Worker: ${n(plainKib)} KiB (≤ ${n(plainMost)}), gzip ${n(gzipKib)} KiB (≤ ${n(gzipMost.paid)} paid, ${n(gzipMost.free)} free), start ${n(startMs)} ms (≤ ${n(startMostMs)}); static files: ${n(files)}, ${n(filesKib)} KiB`,
    },
    { zh: `最大的部分（KiB）：${largest.join('、')}`, en: `largest parts, KiB: ${largest.join(', ')}` },
    isTooHeavy(weight)
      ? { zh: '超出付费计划的上限，不能部署。', en: 'Beyond the paid plan’s limits: it cannot be deployed.' }
      : gzipKib > gzipMost.free
        ? { zh: '在付费计划的上限以内，超出免费计划。', en: 'Within the paid plan’s limits, beyond the free plan’s.' }
        : { zh: '在各项上限以内。', en: 'Within all limits.' },
  ];
}

const n = (value: number): string => value.toLocaleString('en');
