/** Every kind of sheet, by name. */
import { classifications } from './classifications.ts';
import { departments } from './departments.ts';
import { experts } from './experts.ts';
import { inspectors } from './inspectors.ts';
import { items } from './items.ts';
import { jointMatters } from './joint-matters.ts';
import { outcomes } from './outcomes.ts';
import { pastChecks } from './past-checks.ts';
import { planTasks } from './plan-tasks.ts';
import { recusals } from './recusals.ts';
import { subjects } from './subjects.ts';
import { visitList } from './visit-list.ts';

export const sheets = {
  subjects,
  classifications,
  inspectors,
  experts,
  recusals,
  items,
  'joint-matters': jointMatters,
  departments,
  'past-checks': pastChecks,
  'plan-tasks': planTasks,
  'visit-list': visitList,
  outcomes,
} as const;
