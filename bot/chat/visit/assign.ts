/** 派发: the office, or the department that drew by itself, hands the visits out. */
import type { Words } from '../../../core/words.ts';
import { type Message, withLines } from '../../message/message.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { assignVisits } from '../../verbs/visit/assign.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function assign({ deps, actor }: Asked, about: string): Promise<Answer> {
  const ceremony = numberIn(about);
  const name = await departmentNames(deps.db);
  return told(await assignVisits(deps, actor, ceremony), (handed): Message => {
    const summary = {
      zh: `第 ${ceremony} 次抽取的检查任务已派发给 ${handed.length} 个单位。`,
      en: `The visits of ceremony ${ceremony} are handed out to ${handed.length} departments.`,
    };
    const items = handed.map(
      ({ department, visits, inspectors, open }): Words => ({
        zh: `${name(department)}：检查 ${visits} 户，人员 ${inspectors} 名${open === 0 ? '' : `，空缺岗位 ${open} 个`}`,
        en: `${name(department)}: ${visits} visits, ${inspectors} inspectors${open === 0 ? '' : `, ${open} posts open`}`,
      }),
    );
    return withLines(summary, items);
  });
}
