/** 逐项审核: a reviewer's private pages of tasks, each with what it rests on beside it, and what can be said of it. */
import { wordsOfFinding } from '../../../core/plan/review/words.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Item } from '../../../core/registry/item.ts';
import type { Words } from '../../../core/words.ts';
import type { Message, Part } from '../../message/message.ts';
import { pages, planChoice, read } from '../../post/say/plan/choices.ts';
import { sayTask } from '../../say/plan-page.ts';
import { progressOf } from '../../say/plan-reviews.ts';
import { type PlanView, planView, reviewOf } from '../../verbs/plan/plan-view.ts';
import { registryAsHeld } from '../../verbs/plan/registry-as-held.ts';
import { reviewTask, type TaskReviewed } from '../../verbs/plan/review-task.ts';
import { ownPoints, partyOf, type Reviewer } from '../../verbs/plan/reviewers.ts';
import { lastWord } from '../../verbs/plan/task-reviews.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { heldUp } from './held-up.ts';

const tasksAPage = 4;

export async function reviewPage(asked: Asked, no: string, page: number): Promise<Answer> {
  const { deps } = asked;
  const view = await planView(deps, no);
  if (!view.ok) return refused(view.error);
  const { plan } = view.value;
  const mine = reviewerIn(asked, view.value);
  if (!mine.ok) return refused(mine.error);
  const { findings } = await reviewOf(deps, view.value);
  const { items } = await registryAsHeld(deps.db);
  const byCode = new Map(items.map((item) => [item.code, item]));
  const of = Math.max(1, Math.ceil(plan.tasks.length / tasksAPage));
  const at = Math.min(page, of - 1);
  const progress = progressOf(view.value, mine.value);
  const words = {
    zh: `计划 ${plan.no} 第 ${plan.version} 版逐项审核，${progress.name.zh}：${progress.value.zh}。第 ${at + 1} 页，共 ${of} 页。`,
    en: `Reviewing plan ${plan.no}, version ${plan.version}, ${progress.name.en}: ${progress.value.en}. Page ${at + 1} of ${of}.`,
  };
  const parts = plan.tasks.slice(at * tasksAPage, (at + 1) * tasksAPage).flatMap((task): readonly Part[] => {
    const about = { plan: no, version: plan.version, page: at, task: task.no };
    const found = findings.filter((each) => each.task === task.no).slice(0, findingsATask);
    return [
      { kind: 'divider' },
      { kind: 'text', words: trimmed(sayTask(task, view.value.names)) },
      {
        kind: 'list',
        items: [...basisOf(task, byCode), ...found.map((each) => wordsOfFinding(each, view.value.names))],
      },
      ...returnedBefore(view.value, task),
      { kind: 'note', words: saidOf(view.value, mine.value, task) },
      { kind: 'choices', choices: [planChoice('passTask', about), planChoice('returnTask', about)] },
    ];
  });
  const turning = pages('review', { plan: no, version: plan.version }, at, of);
  const message: Message = {
    summary: words,
    parts: [
      { kind: 'text', words },
      ...parts,
      ...(turning.length === 0 ? [] : [{ kind: 'divider' as const }, { kind: 'choices' as const, choices: turning }]),
    ],
  };
  return show(message);

  function trimmed({ zh, en }: Words): Words {
    return { zh: zh.trim(), en: en.trim() };
  }
}

const findingsATask = 3;
const itemsATask = 4;

/** For whom the person speaks here, and on which points; refused for everybody else. */
export function reviewerIn({ actor }: Asked, { plan, reviewers }: PlanView) {
  const party = partyOf(actor, plan, undefined, reviewers);
  if (!party.ok) return party;
  const points = ownPoints(party.value, undefined, reviewers);
  return points.ok ? { ok: true as const, value: { by: party.value, points: points.value } } : points;
}

/** What each item rests on, as the list has it; an item that is on no list says so. */
function basisOf(task: Task, items: ReadonlyMap<string, Item>): readonly Words[] {
  const codes = task.bodies.flatMap((body) => body.items);
  const lines = codes.slice(0, itemsATask).map((code): Words => {
    const item = items.get(code);
    if (item === undefined) return { zh: `事项“${code}”不在清单内`, en: `item “${code}” is on no list` };
    const { name, basis, powerNumber, ratioText } = item;
    const zh = [
      `依据：${basis || '未登记'}`,
      `权责清单编号：${powerNumber || '未登记'}`,
      ...(ratioText === '' ? [] : [`清单比例：${ratioText}`]),
    ];
    const en = [
      `basis: ${basis || 'none'}`,
      `power list: ${powerNumber || 'none'}`,
      ...(ratioText === '' ? [] : [`listed ratio: ${ratioText}`]),
    ];
    return { zh: `事项“${name}”（${code}）　${zh.join('；')}`, en: `item “${name}” (${code}): ${en.join('; ')}` };
  });
  const more = codes.length - lines.length;
  return more > 0 ? [...lines, { zh: `另有 ${more} 个事项`, en: `${more} more items` }] : lines;
}

/** What was asked to be mended in it before, so that the reviewer sees whether it was. */
function returnedBefore({ returned }: PlanView, task: Task): readonly Part[] {
  const before = returned?.tasks?.find((each) => each.task === task.no);
  if (returned === null || before === undefined) return [];
  const said = before.words === '' ? returned.words : before.words;
  const words = {
    zh: `第 ${returned.version} 版曾退回：${said}`,
    en: `Returned in version ${returned.version}: ${said}`,
  };
  return [{ kind: 'note', words }];
}

function saidOf({ taskReviews }: PlanView, { by, points }: Reviewer, task: Task): Words {
  const said = points.map((point) => lastWord(taskReviews, by, task.no, point));
  const back = said.find((each) => each?.verdict === 'returned');
  if (back !== undefined) return { zh: `已退回：${back.words}`, en: `Returned: ${back.words}` };
  return said.every((each) => each?.verdict === 'approved')
    ? { zh: '已通过', en: 'Passed' }
    : { zh: '未审核', en: 'Not reviewed yet' };
}

/** One task passes on all of the reviewer's points; the page is shown again, or what became of the plan. */
export async function passTask(asked: Asked, about: string): Promise<Answer> {
  const { plan, version, page, task } = read(about);
  const verdicts = [{ task, verdict: 'approved' as const, words: '' }];
  const done = await reviewTask(asked.deps, asked.actor, { plan, version, verdicts });
  return done.ok ? afterwards(asked, done.value, page) : heldUp(asked, done.error);
}

/** What became of it: the page again, or that all is said. */
export async function afterwards(
  asked: Asked,
  { plan, open, returned, wentBack }: TaskReviewed,
  page: number,
): Promise<Answer> {
  if (wentBack) {
    return told({ ok: true, value: null }, () => ({
      zh: `各项已审完，退回 ${returned.length} 项：${returned.map(({ task }) => task).join('、')}。计划已退回起草人修改。`,
      en: `All tasks are done, ${returned.length} of them returned: ${returned.map(({ task }) => task).join(', ')}. The plan went back.`,
    }));
  }
  if (open.length > 0) return reviewPage(asked, plan.no, page);
  return told({ ok: true, value: null }, () => ({
    zh: `各项已审完，全部通过（${plan.tasks.length} 项）。`,
    en: `All ${plan.tasks.length} tasks are done and passed.`,
  }));
}
