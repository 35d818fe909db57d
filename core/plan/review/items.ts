/**
 * 抽查事项: nothing off the list (清单之外无检查), nothing whose basis is repealed, each item with its form, its power-list number
 * and an allowed method, inspected by the body that holds it; the same item not twice on the same subjects.
 */
import { methodsOf, owedOf, requires } from '../../policy/ask.ts';
import type { Item } from '../../registry/item.ts';
import type { Task } from '../task.ts';
import { type Desk, inTask, itemsOf, weightOf } from './desk.ts';
import type { Fault, Finding } from './finding.ts';

export const checkItems = (desk: Desk): readonly Finding[] => [
  ...desk.tasks.flatMap((task) => [
    ...bodies(desk, task),
    ...itemsOf(task).flatMap((code) => listed(desk, task, code)),
  ]),
  ...desk.tasks.flatMap((task) => methodOfPolicy(desk, task)),
  ...duplicates(desk),
];

function listed(desk: Desk, task: Task, code: string): readonly Finding[] {
  const { policy, on, itemOf, itemList } = desk;
  const fromList = requires(policy, 'nothing-off-list', on) ?? requires(policy, 'items-from-list', on);
  const item = itemOf.get(code);
  if (item === undefined)
    return [inTask(task, 'refused', fromList?.source ?? null, { kind: 'off-list', item: code, list: itemList })];
  return [...standing(desk, task, item), ...elements(desk, task, item)];
}

/** In force on the days of the visits, on the list that the task needs, by a method that it allows. */
function standing({ policy, on, itemList }: Desk, task: Task, item: Item): readonly Finding[] {
  const found: Finding[] = [];
  if (item.repealedFrom !== null && item.repealedFrom <= task.window.to) {
    const source = requires(policy, 'repealed-bases', on)?.source ?? null;
    const { code, repealedFrom: from, replacedBy } = item;
    found.push(inTask(task, 'refused', source, { kind: 'repealed', item: code, from, replacedBy }));
  }
  if (task.reach === 'joint' && item.list !== 'joint') {
    const source = requires(policy, 'items-from-list', on)?.source ?? null;
    found.push(inTask(task, 'refused', source, { kind: 'not-on-joint-list', item: item.code, list: itemList }));
  }
  if (!item.methods.includes(task.method)) {
    const fault = { kind: 'method-not-allowed', item: item.code, method: task.method, allowed: item.methods } as const;
    found.push(inTask(task, 'refused', null, fault));
  }
  return found;
}

/** What each item must carry, where the document asks for it. */
function elements({ policy, on }: Desk, task: Task, item: Item): readonly Finding[] {
  const form = owedOf(policy, 'check-form', on)[0] ?? null;
  const nine = owedOf(policy, 'items', on)[0] ?? null;
  const power =
    requires(policy, 'rests-on-power-lists', on) ??
    requires(policy, 'items-revised-yearly', on) ??
    policy.reviews.find(({ value }) => value.points.includes('legality')) ??
    null;
  const claimed = requires(policy, 'items-claimed', on);
  const implemented = owedOf(policy, 'implementation', on)[0] ?? null;
  const asked: readonly (readonly [
    boolean,
    { readonly source: NonNullable<Finding['source']> } | null,
    'refused' | 'notice',
    Fault,
  ])[] = [
    [item.points.length === 0, form, 'refused', { kind: 'no-form', item: item.code }],
    [item.basis.trim() === '', nine, 'refused', { kind: 'no-basis', item: item.code }],
    [item.powerNumber.trim() === '', sourced(power), 'notice', { kind: 'no-power-number', item: item.code }],
    [!item.claimed, claimed, 'notice', { kind: 'not-claimed', item: item.code }],
    [item.claimed && !item.implemented, implemented, 'notice', { kind: 'not-implemented', item: item.code }],
  ];
  return asked.flatMap(([wrong, rule, weight, fault]) =>
    wrong && rule !== null ? [inTask(task, weight, rule.source, fault)] : [],
  );
}

/** A cited value and a ruling both carry their source, one inside and one beside it. */
const sourced = (rule: { readonly source: NonNullable<Finding['source']> } | NonNullable<Finding['source']> | null) =>
  rule === null ? null : 'source' in rule ? rule : { source: rule };

function methodOfPolicy({ policy, on }: Desk, task: Task): readonly Finding[] {
  const methods = methodsOf(policy, on);
  if (methods === null || methods.value.includes(task.method)) return [];
  const fault = { kind: 'method-not-in-policy', method: task.method, allowed: methods.value } as const;
  return [inTask(task, weightOf(methods.source), methods.source, fault)];
}

function bodies({ policy, on, itemOf }: Desk, task: Task): readonly Finding[] {
  const source = requires(policy, 'approver-supervises', on)?.source ?? null;
  return task.bodies.flatMap(({ department, items }) => {
    if (items.length === 0) return [inTask(task, 'refused', null, { kind: 'body-without-items', department })];
    return items.flatMap((code) => {
      const holder = itemOf.get(code)?.body;
      return holder === undefined || holder === department
        ? []
        : [inTask(task, 'refused', source, { kind: 'not-its-item', item: code, department, holder })];
    });
  });
}

/** 重复检查: the same items on the same subjects in two tasks. A special plan is judged as a campaign (joint.ts). */
function duplicates({ policy, on, taskOf, overlaps }: Desk): readonly Finding[] {
  const rule =
    requires(policy, 'no-repeated-checks', on)?.source ??
    policy.reviews.find(({ value }) => value.points.includes('repetition')) ??
    requires(policy, 'merge-tasks', on)?.source ??
    null;
  return overlaps.flatMap(({ tasks: [first, second], common }) => {
    const [a, b] = [taskOf.get(first), taskOf.get(second)];
    if (a === undefined || b === undefined || a.kind === 'special' || b.kind === 'special') return [];
    const items = itemsOf(a).filter((code) => itemsOf(b).includes(code));
    // Two draws of one task in different months are two draws, not a repetition, where the classes differ in frequency.
    return items.length === 0 || !sharesATier(a, b)
      ? []
      : [inTask(b, 'in-principle', rule, { kind: 'duplicate', other: a.no, items, common })];
  });
}

function sharesATier(a: Task, b: Task): boolean {
  const drawn = ({ quota }: Task) =>
    quota.kind === 'total'
      ? quota.labels
      : quota.tiers.filter(({ share }) => share.kind !== 'spared').map(({ label }) => label);
  return a.scheme !== b.scheme || drawn(a).some((label) => drawn(b).includes(label));
}
