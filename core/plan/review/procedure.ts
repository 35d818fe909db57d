/**
 * 审查与公布: each reviewer on its own points, nobody on his own draft, and the plan public before its first draw.
 */
import { publicationsOf, reviewersOf } from '../../policy/ask.ts';
import { deadlineOf } from '../../policy/due.ts';
import { type Desk, inPlan, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';

export const checkProcedure = (desk: Desk): readonly Finding[] => [
  ...ownDraft(desk),
  ...reviewers(desk),
  ...publications(desk),
];

/** Whatever the policy says: who drafted a plan does not approve it. */
const ownDraft = (desk: Desk): readonly Finding[] =>
  desk.plan.approvals
    .filter(({ by }) => by === desk.plan.drafter)
    .map(({ by, point }) => inPlan(desk, 'refused', null, { kind: 'drafter-reviews', by, point }));

/** 万年 三(二)3: 联席办 on ratio, frequency and repetition; 司法局, and nobody else, on legality. */
function reviewers(desk: Desk): readonly Finding[] {
  const { plan, policy, on } = desk;
  const asked = reviewersOf(policy, on).flatMap(({ value, source }) =>
    value.points.map((point) => ({ point, by: value.by, source })),
  );
  return asked.flatMap(({ point, by, source }) => {
    const given = plan.approvals.filter((each) => each.point === point);
    const wrong = given.filter(({ reviewer }) => reviewer !== by);
    const right = given.filter((each) => each.reviewer === by && each.by !== plan.drafter);
    return [
      ...wrong.map(({ reviewer }) =>
        inPlan(desk, 'refused', source, { kind: 'wrong-reviewer', reviewer, point: point, right: by }),
      ),
      ...(right.length === 0 ? [inPlan(desk, weightOf(source), source, { kind: 'review-missing', point, by })] : []),
    ];
  });
}

function publications(desk: Desk): readonly Finding[] {
  const { plan, policy, on, tasks, today } = desk;
  const firstDraw = tasks.map(({ window }) => window.from).sort()[0];
  const before = deadlineOf(policy, 'publish-plan', on);
  const channels = publicationsOf(policy, 'plan', on);
  const source = before?.source ?? channels[0]?.source ?? null;
  const first = plan.published.map((each) => each.on).sort()[0] ?? null;
  const found: Finding[] = [];
  if (before !== null && firstDraw !== undefined && (first === null ? today >= firstDraw : first >= firstDraw)) {
    const fault = { kind: 'published-after-draw', on: first, firstDraw } as const;
    found.push(inPlan(desk, weightOf(before.source, before.value.binding), before.source, fault));
  } else if (first === null && channels.length > 0) {
    found.push(
      inPlan(desk, 'notice', source, {
        kind: 'unpublished',
        channels: channels.flatMap(({ value }) => value.channels),
      }),
    );
  }
  if (first === null) return found;
  const used = new Set(plan.published.map(({ channel }) => channel));
  for (const { value, source: cited } of channels) {
    const missing = value.channels.filter((channel) => !used.has(channel));
    const served = value.each === 'any' ? missing.length < value.channels.length : missing.length === 0;
    if (value.channels.length > 0 && !served)
      found.push(inPlan(desk, weightOf(cited), cited, { kind: 'wrong-channel', missing, each: value.each }));
  }
  return found;
}
