/**
 * The whole file of a task (甘州 2023 二(四)1, 万年 2022 四(四): 完善档案管理): which facts of the ledger belong to it, from the letter that asked for
 * the plan to the disposal of what was found.
 */
import type { Json } from '../canonical.ts';
import type { FactKind } from './fact.ts';

export interface TaskScope {
  readonly plan: string;
  /** `plan/number of the task` */
  readonly task: string;
  /** Of the plan's year. */
  readonly consultations: ReadonlySet<string>;
  readonly ceremonies: ReadonlySet<number>;
  /** As outcomes name them: `3`, `L3`. */
  readonly sources: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  /** `source/number` */
  readonly visits: ReadonlySet<string>;
  /** Findings: `source/number/department/item` */
  readonly cases: ReadonlySet<string>;
}

type Body = { readonly [key: string]: Json };

export function isOfTask(scope: TaskScope, kind: FactKind, body: Json): boolean {
  if (!isObject(body)) return false;
  // What a discipline body is told about inspectors is filed with nobody else.
  if (kind === 'misconduct-referred' || kind === 'misconduct-answered' || kind === 'voice-received') return false;
  if (kind === 'outcome-entered' || kind === 'outcomes-reviewed') return ofOutcomes(scope, body);
  if (kind.startsWith('plan-')) return body.plan === scope.plan || body.no === scope.plan;
  if (has(scope.consultations, body.consultation)) return true;
  if (typeof body.ceremony === 'number' && scope.ceremonies.has(body.ceremony)) return true;
  const named = [body.task, body.visit, body.case, ...list(body.tasks), ...list(body.visits), ...list(body.cases)];
  return named.some((id) => id === scope.task || has(scope.visits, id) || has(scope.cases, id));
}

/** Entered and reviewed draw by draw and department by department. */
const ofOutcomes = ({ sources, departments, visits }: TaskScope, body: Body): boolean =>
  list(body.visits).some((id) => has(visits, id)) ||
  (list(body.visits).length === 0 && has(sources, body.source) && has(departments, body.department));

const has = (ids: ReadonlySet<string>, id: Json | undefined): boolean => typeof id === 'string' && ids.has(id);
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const isObject = (body: Json): body is Body => typeof body === 'object' && body !== null && !Array.isArray(body);
