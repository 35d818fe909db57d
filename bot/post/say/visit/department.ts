/** A department's share of a draw's visits: how many, by how many, which posts are open, and what its head can do. Never a reason. */

import type { Result } from '../../../../core/result.ts';
import { approvalBinds } from '../../../../core/visit/need.ts';
import type { VisitProgress } from '../../../../core/visit/progress.ts';
import { outcomeCounts } from '../../../../db/outcomes.ts';
import type { Deps } from '../../../deps.ts';
import { firstOf, type Part } from '../../../message/message.ts';
import type { Refusal } from '../../../refusal.ts';
import { span } from '../../../say/time.ts';
import { progressLine, progressNotes } from '../../../say/visit-work.ts';
import { postWords } from '../../../say/visits.ts';
import { dayOf } from '../../../today.ts';
import { type ProgressNow, visitProgress } from '../../../verbs/visit/progress.ts';
import { visitsHeld } from '../../../verbs/visit/visits-held.ts';
import type { PostKind } from '../../post.ts';
import { absenceChoices, departmentChoices, listLink, nextStep, type VisitStep } from './choices.ts';
import { gone } from './gone.ts';

const openMost = 10;

export const departmentVisits: PostKind<{ readonly ceremony: number; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { ceremony, department }) => {
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return gone(ceremony, held.error);
    if (!held.value.handed) return null;
    const { posts, manifest, departmentName, stands } = held.value;
    const own = posts.filter((post) => post.department === department);
    const visits = new Set(own.map(({ visit }) => visit.no)).size;
    const going = new Set(own.flatMap(({ officer }) => officer ?? [])).size;
    const open = own.filter(({ officer }) => officer === null);
    const window = span(manifest.window);
    const summary = stands
      ? {
          zh: `第 ${ceremony} 次抽取的检查任务已派发：${departmentName(department)}检查 ${visits} 户，检查人员 ${going} 名${open.length === 0 ? '' : `，空缺岗位 ${open.length} 个`}，检查实施期 ${window.zh}。`,
          en: `The visits of ceremony ${ceremony} are handed out: ${visits} for ${departmentName(department)}, by ${going} inspectors${open.length === 0 ? '' : `, ${open.length} posts open`}, ${window.en}.`,
        }
      : {
          zh: `第 ${ceremony} 次抽取的公共数正在更正，请暂勿据原任务检查。`,
          en: `The public number of ceremony ${ceremony} is being corrected; wait before you inspect.`,
        };
    if (!stands) return { summary, parts: [{ kind: 'text', words: summary }] };
    const found = await visitProgress(deps, String(ceremony));
    const progress = found.ok ? found.value.departments.find((each) => each.department === department) : undefined;
    return {
      summary,
      parts: [
        { kind: 'heading', words: { zh: '检查任务已派发', en: 'Visits handed out' } },
        { kind: 'text', words: summary },
        ...(open.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                items: firstOf(
                  open.map((post) => {
                    const at = postWords(post);
                    return { zh: `空缺：${at.zh}`, en: `open: ${at.en}` };
                  }),
                  openMost,
                  '个岗位',
                ),
              },
              {
                kind: 'note' as const,
                words: { zh: '空缺岗位由联席办另行抽取人员。', en: 'The office draws people for open posts.' },
              },
            ]),
        {
          kind: 'note',
          words: {
            zh: '已登记的检查人员本人已收到任务，未登记的请按名单通知；回避由本人申请、部门负责人决定。因客观原因不能到场的，由部门负责人登记，按抽取顺序递补，不得自行指定人员。',
            en: 'Inspectors on the roll have their visits; tell the others by the list. They ask for recusal themselves. Whoever cannot come is reported by the head; the next of the draw steps in, nobody is picked.',
          },
        },
        ...workParts(progress, departmentName),
        listLink(deps.site, ceremony),
        ...departmentChoices(String(ceremony), department, await stepNow(deps, progress, found)).map((choices) => ({
          kind: 'choices' as const,
          choices,
        })),
        { kind: 'choices', choices: absenceChoices(ceremony, department) },
      ],
    };
  },
};

/** How far it is; nothing where nothing is recorded yet. */
function workParts(own: VisitProgress | undefined, nameOf: (code: string) => string): readonly Part[] {
  if (own === undefined) return [];
  const line = progressLine(own);
  const notes = progressNotes(own, nameOf);
  return [
    { kind: 'text', words: { zh: `进度：${line.zh}`, en: `So far: ${line.en}` } },
    ...(notes.length === 0 ? [] : [{ kind: 'list', items: firstOf(notes, openMost, '项') } as const]),
  ];
}

/** The step that comes next, by what is recorded and how many outcomes are not entered yet. */
async function stepNow(
  deps: Deps,
  own: VisitProgress | undefined,
  found: Result<ProgressNow, Refusal>,
): Promise<VisitStep | null> {
  if (own === undefined || !found.ok) return null;
  const { book } = found.value;
  const items = [...book.visits.values()].flatMap(({ bodies }) =>
    bodies.flatMap(({ department, items: of }) => (department === own.department ? of : [])),
  ).length;
  const entered = (await outcomeCounts(deps.db, book.source)).get(own.department) ?? 0;
  return nextStep(own, { approvalBinds: approvalBinds(dayOf(deps.now())), left: Math.max(0, items - entered) });
}
