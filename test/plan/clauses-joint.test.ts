/** Who leads a joint task and which tasks belong together, where no other test asks it of this county. */
import { expect, it } from 'vitest';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { county, withItem, withTask } from './county.ts';
import { makeBody } from './make.ts';

const findings = (input: Parameters<typeof reviewPlan>[0]) => reviewPlan(input).findings;
const kinds = (input: Parameters<typeof reviewPlan>[0]) => findings(input).map(({ kind }) => kind);

it('甘州 S4-10: 联合检查由行业主管部门牵头，恰好一个；不是主管部门牵头的、既牵头又配合的，都被指出', () => {
  const ganzhou = county('甘州');
  expect(kinds(ganzhou)).not.toContain('lead-not-competent');
  expect(kinds(ganzhou)).not.toContain('lead-not-one');
  const other = { competent: 'justice', approving: 'justice' };
  expect(kinds(withItem(withItem(ganzhou, other), other, 'fire-food'))).toContain('lead-not-competent');
  expect(kinds(withTask(ganzhou, { partners: ['fire', 'market'] }))).toContain('lead-not-one');
});

it('万年 S3-21: 两个成员单位各自的 B 类任务对象重叠，审查时自动比对出来，列出重叠户数', () => {
  const frame = { tags: ['餐饮'], types: [], places: [] };
  const alone = { reach: 'department', partners: [], frame } as const;
  const market = withTask(county('万年'), { ...alone, bodies: [makeBody('market', ['food'])] });
  const both = withTask(market, { ...alone, lead: 'fire', bodies: [makeBody('fire', ['fire-food'])] }, 'R-002');
  expect(kinds(county('万年'))).not.toContain('could-be-joined');
  expect(findings(both).find(({ kind }) => kind === 'could-be-joined')).toMatchObject({
    task: 'R-002',
    other: 'R-001',
    shareBp: 10_000,
    common: 2800,
    source: { clause: '三(一)1' },
  });
});
