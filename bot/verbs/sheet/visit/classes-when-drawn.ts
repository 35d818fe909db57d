/**
 * What was said of the subjects of a list when it was drawn: item type, pool with its ground, credit grade and risk index, each with its list and
 * its day (石狮 2024 三(一), 万年 2022 三(一)1 and 三(三)4). A scheme that says nothing of a subject is left out: there is no default.
 */
import { schemesOf } from '../../../../core/policy/ask.ts';
import type { Policy } from '../../../../core/policy/shape.ts';
import { sayScheme } from '../../../../core/policy/words.ts';
import { classesOf, classHeld } from '../../../../core/registry/classify.ts';
import type { SubjectKey } from '../../../../core/registry/subject.ts';
import { lastImport, snapshot } from '../../../../db/imports.ts';
import { heldPlan } from '../../../../db/plans.ts';
import { kept } from '../../../../db/registry.ts';
import { classificationsFor } from '../../../../db/statements.ts';
import type { Deps } from '../../../deps.ts';
import { dayOf } from '../../../today.ts';
import type { OutcomeBook } from '../../outcome/book.ts';
import type { ReadVisit } from '../../outcome/books.ts';
import { policyInForce } from '../../registry/policy-in-force.ts';
import { platformEvaluation } from '../../registry/subject-classes.ts';

export async function classesWhenDrawn(
  { db }: Pick<Deps, 'db'>,
  { drawnOn, plan }: Pick<OutcomeBook, 'drawnOn' | 'plan'>,
  subjects: readonly SubjectKey[],
): Promise<(visit: ReadVisit) => readonly string[]> {
  const policy = await policyInForce(db, drawnOn);
  const tasks = (await heldPlan(db, plan))?.plan.tasks ?? [];
  const schemes = schemesNamed(policy, drawnOn, tasks);
  const state = await snapshot(db);
  const held = classesOf(await classificationsFor(db, state, schemes, subjects));
  const items = new Map((await kept(db, state, 'item')).map(({ code, category }) => [code, category]));
  const list = await lastImport(db, 'item');
  const listDay = list === null ? '' : `，清单 ${dayOf(list.at)}`;
  return ({ visit: { subject }, bodies }) => {
    const types = bodies.flatMap((body) => body.items.flatMap(({ code }) => items.get(code) ?? []));
    const type = types.includes('key') ? '重点检查事项' : '一般检查事项';
    const classes = schemes.flatMap((scheme) => {
      const found = classHeld(held, { kind: subject.kind, number: subject.number }, scheme, drawnOn);
      return found.ok
        ? [`${sayScheme(scheme).zh}：${found.value.class}（${found.value.source}，${found.value.date}）`]
        : [];
    });
    return types.length === 0 ? classes : [`事项类型：${type}${listDay}`, ...classes];
  };
}

const schemesNamed = (
  policy: Policy | null,
  on: string,
  tasks: readonly { readonly scheme: string }[],
): readonly string[] => {
  const own = policy === null ? [] : schemesOf(policy, on).map(({ value }) => value.id);
  const all = [...own, platformEvaluation, ...tasks.map(({ scheme }) => scheme)];
  return [...new Set(all)].filter((scheme) => scheme !== '');
};
