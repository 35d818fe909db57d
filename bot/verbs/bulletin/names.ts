/** Names of the rows behind figures, for whoever reads them: tasks, items, numbers of visits. Enterprises are never named. */
import type { FigureRow } from '../../../core/bulletin/figure.ts';
import type { Names } from '../../../core/bulletin/print.ts';
import { bookOfSource, type OutcomeKey, outcomeKeyOf, visitKeyOf, visitNo } from '../../../core/outcome/key.ts';
import { never } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import { departmentNames } from '../registry/departments.ts';

export async function rowNames({ db }: Pick<Deps, 'db'>): Promise<Names> {
  const department = await departmentNames(db);
  const state = await snapshot(db);
  const items = new Map((await kept(db, state, 'item')).map(({ code, name }) => [code, name]));
  const tasks = new Map<string, string>();
  const byNo = new Map<string, string>();
  for (const { no } of await plans(db))
    for (const task of (await heldPlan(db, no))?.plan.tasks ?? []) {
      tasks.set(`${no}/${task.no}`, task.name);
      byNo.set(task.no, task.name);
    }
  const itemName = (code: string): string => items.get(code) ?? code;
  const row = ({ kind, id, department: code }: FigureRow): string => {
    switch (kind) {
      case 'task':
        return `${tasks.get(id) ?? id}（${id.slice(id.indexOf('/') + 1)}）`;
      case 'draw': {
        const [source = '', no = ''] = [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)];
        return `${drawName(source)}：${byNo.get(no) ?? no}`;
      }
      case 'visit': {
        const key = visitKeyOf(id);
        return key === null ? id : visitName(key);
      }
      case 'outcome':
      case 'case': {
        const key = outcomeKeyOf(id);
        return key === null ? id : `${visitName(key)} ${itemName(key.item)}`;
      }
      case 'item':
        return itemName(id);
      case 'department':
        return department(id);
      case 'inspector':
        return id;
      case 'statement':
        return `${department(code)}申报（台账第 ${id} 号）`;
      default:
        return never(kind);
    }
  };
  return { department, row };
}

const drawName = (source: string): string =>
  source.startsWith('L') ? `外部名单 ${source.slice(1)}` : `第 ${source} 次抽取`;

/** As papers number it: 3-0012. */
const visitName = ({ source, visit }: Pick<OutcomeKey, 'source' | 'visit'>): string =>
  `检查编号 ${visitNo(bookOfSource(source), visit)}`;
