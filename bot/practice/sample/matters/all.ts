/** The joint matters in the order in which a plan takes them up: a plan of twelve leaves out travel agencies and printers. */
import { food } from './food.ts';
import type { Matter } from './matter.ts';
import { premises } from './premises.ts';
import { production } from './production.ts';

const late = new Set(['旅行社', '印刷']);
const all = [...food, ...premises, ...production];

export const matters: readonly Matter[] = [
  ...all.filter(({ tag }) => !late.has(tag)),
  ...all.filter(({ tag }) => late.has(tag)),
];
