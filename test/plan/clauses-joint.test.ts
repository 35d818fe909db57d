/** Who leads a joint task, where no other test asks it of this county. */
import { expect, it } from 'vitest';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { county, withItem, withTask } from './county.ts';

const ganzhou = county('甘州');
const kinds = (input: Parameters<typeof reviewPlan>[0]) => reviewPlan(input).findings.map(({ kind }) => kind);

it('甘州 S4-10: 联合检查由行业主管部门牵头，恰好一个；不是主管部门牵头的、既牵头又配合的，都被指出', () => {
  expect(kinds(ganzhou)).not.toContain('lead-not-competent');
  expect(kinds(ganzhou)).not.toContain('lead-not-one');
  const other = { competent: 'justice', approving: 'justice' };
  expect(kinds(withItem(withItem(ganzhou, other), other, 'fire-food'))).toContain('lead-not-competent');
  expect(kinds(withTask(ganzhou, { partners: ['fire', 'market'] }))).toContain('lead-not-one');
});
