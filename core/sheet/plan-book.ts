/**
 * What a plan keeps of a row: a task holds less than a reply of words may say. Cells that it has no place for are refused, beside the cell
 * and by the desk alike, instead of being dropped on their way.
 */
import { saysProfessional } from '../plan/task-of-row.ts';
import type { Words } from '../words.ts';
import { type PlanRow, planTasks } from './plan-tasks.ts';
import type { FieldRemark } from './row-value.ts';

/** Names of the fields of which a task holds what they say. */
export const planBookFields: ReadonlySet<string> = new Set([
  'no',
  'name',
  'field',
  'items',
  'subjects',
  'lead',
  'partners',
  'ratio',
  'frequency',
  'directed',
  'methods',
  'window',
  'basis',
  'section',
  'responsible',
  'remark',
]);

/**
 * Cells that a task cannot hold.
 * @param fields those that are to be looked at
 * @param doubted those whose cells were kept without being understood
 */
export function remarksOfLost(
  { methods, remark }: Pick<PlanRow, 'methods' | 'remark'>,
  fields: ReadonlySet<string>,
  doubted: ReadonlySet<string>,
): readonly FieldRemark[] {
  const lost: FieldRemark[] = [];
  if (fields.has('methods') && methods.length > 1) lost.push({ field: 'methods', words: oneMethod });
  if (fields.has('remark') && remark !== '' && !saysProfessional(remark))
    lost.push({ field: 'remark', words: professional });
  if (fields.has('frequency') && doubted.has('frequency')) lost.push({ field: 'frequency', words: howOften });
  return lost;
}

const oneMethod: Words = { zh: '计划中一项任务只写一种检查方式', en: 'a task of a plan has one method' };
const howOften: Words = { zh: '请写明每年几次，例如“2次/年”', en: 'say how often a year, such as 2次/年' };
const professional: Words = {
  zh: '计划中的备注只记载专业领域例外，须含“专业”二字并写明理由；其他说明请写在修改理由里',
  en: 'in a plan this column only holds the exception of a professional field, with the word 专业; write anything else as the reason of the change',
};

/** Headers of the columns of a worksheet whose cells are not sent, of those that hold anything. */
export const headersNotKept = (isFilled: (field: string) => boolean): readonly string[] =>
  planTasks.fields.filter(({ name }) => !planBookFields.has(name) && isFilled(name)).map(({ header }) => header);

export const wordsOfNotKept = (headers: readonly string[]): Words => ({
  zh: `计划不保存“${headers.join('、')}”栏的内容，这些内容不会提交`,
  en: `a plan does not keep ${headers.join(', ')}; what stands there is not sent`,
});
