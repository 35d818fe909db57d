/** Who has a part in a task: a department proposes, sees and changes what it leads or joins, and nothing else (征询 三). */
import { departmentsOf } from './overlap.ts';
import type { Task } from './task.ts';

export const hasPart = (department: string, task: Task): boolean => departmentsOf(task).includes(department);
