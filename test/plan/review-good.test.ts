/** The good plans of five counties pass; what review says beside is only to be known. */
import { describe, expect, it } from 'vitest';
import { stands } from '../../core/plan/review/finding.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import { type County, county } from './county.ts';

const names = { department: (code: string) => code, item: (code: string) => code, task: (no: string) => no };

describe.each<County>(['三明', '石狮', '福安', '万年', '甘州'])('%s', (name) => {
  it('a good plan passes its review', () => {
    const review = reviewPlan(county(name));
    expect(review.findings.filter(stands).map((finding) => wordsOfFinding(finding, names).zh)).toEqual([]);
    expect(review.clean).toBe(true);
  });
});
