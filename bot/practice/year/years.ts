/** The five years, by the id of their document. */
import { fuan } from './fuan.ts';
import { ganzhou } from './ganzhou.ts';
import { sanming } from './sanming.ts';
import { shishi } from './shishi.ts';
import { wannian } from './wannian.ts';
import type { YearScript } from './year.ts';

export const years: readonly YearScript[] = [sanming, shishi, fuan, wannian, ganzhou];
