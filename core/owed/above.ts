/** Which debts are about tasks from the city or the province: 对上级下达的任务优先安排 (a policy may put them first, and everybody sees which they are). */
import type { Plan } from '../plan/task.ts';
import { never } from '../result.ts';
import type { Matter } from './owed.ts';

/** @param plans those that are issued */
export function aboutTasksFromAbove(plans: readonly Pick<Plan, 'no' | 'tasks'>[]): (matter: Matter) => boolean {
  const above = plans.flatMap((plan) =>
    plan.tasks.flatMap(({ no, origin }) => (origin === 'own' ? [] : [{ task: no, id: `${plan.no}/${no}` }])),
  );
  const [ids, numbers] = [new Set(above.map(({ id }) => id)), new Set(above.map(({ task }) => task))];
  return (matter) => {
    switch (matter.kind) {
      case 'superior-plan':
        return true;
      case 'draw':
      case 'visits':
      case 'publication':
        return matter.tasks.some((task) => ids.has(`${matter.plan}/${task}`));
      // It names the draw, whose plan has the tasks; their numbers say which they are.
      case 'notice':
        return matter.tasks.some((task) => numbers.has(task));
      // An offer is about tasks of a plan that is not issued yet.
      case 'joining':
      // Of a whole plan, draw or list, or of no task at all.
      case 'deadline':
      case 'reply':
      case 'silent':
      case 'invitation':
      case 'missing-item':
      case 'plan':
      case 'ceremony':
      case 'matter-publication':
      case 'outcome-entry':
      case 'outcome-review':
      case 'recusal':
      case 'visit-work':
      case 'follow-up':
      case 'lists':
      case 'renewal':
      case 'pool-checks':
      case 'holidays':
      case 'receipt':
      case 'summary':
      case 'bulletin':
      case 'own-points':
      case 'news':
      case 'voices':
      case 'risk':
      case 'recheck':
      case 'problem':
      case 'meeting':
        return false;
      default:
        return never(matter);
    }
  };
}
