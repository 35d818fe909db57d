/** The five years, by the id of their document. */
import { sanming } from './sanming.ts';
import type { YearScript } from './year.ts';

export const years: readonly YearScript[] = [sanming];
