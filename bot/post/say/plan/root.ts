/** The plan in the office's channel, updated in place: its state, what stands against it, whose review is missing, who has seen it. */
import { dateInChinese } from '../../../../core/calendar.ts';
import type { Finding } from '../../../../core/plan/review/finding.ts';
import { never } from '../../../../core/result.ts';
import type { Words } from '../../../../core/words.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { type Choice, firstOf, type Message, type Part, same } from '../../../message/message.ts';
import { stateWords } from '../../../say/plan.ts';
import { changeWords } from '../../../say/plan-changes.ts';
import { findingCounts, findingList, onTheMatter } from '../../../say/plan-findings.ts';
import { sayPlanState } from '../../../say/plan-page.ts';
import { progressOf, returnWords } from '../../../say/plan-reviews.ts';
import { span } from '../../../say/time.ts';
import { type PlanView, planView, reviewOf, seenOf } from '../../../verbs/plan/plan-view.ts';
import type { SeenBy } from '../../../verbs/plan/see-plan.ts';
import type { PostKind } from '../../post.ts';
import { freezeChoice } from '../draw/choices.ts';
import { type PlanAbout, planChoice } from './choices.ts';

export const planRoot: PostKind<{ readonly plan: string }> = {
  place: () => 'office',
  under: () => null,
  say: async (deps, { plan: no }) => {
    const view = await planView(deps, no);
    return view.ok ? planMessage(deps, view.value) : null;
  },
};

/** Findings shown in the post; a button shows the rest. */
const shownMost = 8;
const changesMost = 8;

/** The post, and what `/plan` answers. */
export async function planMessage(deps: ChatDeps, view: PlanView): Promise<Message> {
  const { plan } = view;
  // An issued plan has been checked by then; what the lists say later belongs to its next version.
  const isOpen = plan.state === 'draft' || plan.state === 'reviewing' || plan.state === 'approved';
  const findings = isOpen ? onTheMatter((await reviewOf(deps, view)).findings) : null;
  const seen = await seenOf(deps, view);
  const parts: readonly Part[] = [
    { kind: 'heading', words: { zh: `${plan.year} 年度抽查计划`, en: `Annual plan ${plan.year}` } },
    { kind: 'facts', facts: [...factsOf(view), ...openFacts(view, findings), ...seenFacts(view, seen)] },
    ...returnedParts(view),
    ...changedParts(view),
    ...(findings === null
      ? []
      : findingParts(
          findings.filter(({ weight }) => weight !== 'notice'),
          view,
        )),
    { kind: 'choices', choices: choicesOf(view, findings ?? []) },
    ...(isOpen ? [bySheet] : []),
  ];
  return { summary: sayPlanState(plan), parts };
}

const bySheet: Part = {
  kind: 'note',
  words: {
    zh: '也可在本条下回复计划表（.xlsx、.csv）并写明调整理由：表中任务按编号替换，未列的任务保留。',
    en: 'Or reply here with a plan sheet and the reason: its tasks take the place of those numbers, others stay.',
  },
};

function factsOf({ plan, names, note }: PlanView) {
  const joint = plan.tasks.filter(({ reach }) => reach === 'joint').length;
  const above = plan.tasks.filter(({ origin }) => origin !== 'own').length;
  const from = [...new Set((note?.lines ?? []).map(({ department }) => department))].map(names.department);
  const first = plan.tasks.map(({ window }) => window.from).sort()[0];
  const last = plan.tasks
    .map(({ window }) => window.to)
    .sort()
    .at(-1);
  const state = stateWords[plan.state];
  const fact = (zh: string, en: string, value: Words) => ({ name: { zh, en }, value });
  return [
    fact('计划编号', 'Number', same(plan.no)),
    fact('状态', 'State', { zh: `第 ${plan.version} 版，${state.zh}`, en: `version ${plan.version}: ${state.en}` }),
    fact('任务', 'Tasks', {
      zh: `${plan.tasks.length} 项，其中部门联合 ${joint} 项${above === 0 ? '' : `，上级任务 ${above} 项`}`,
      en: `${plan.tasks.length}, ${joint} of them joint${above === 0 ? '' : `, ${above} from above`}`,
    }),
    fact('来源', 'From', {
      zh: from.length === 0 ? '没有反馈记录' : `${from.length} 个单位的反馈：${from.join('、')}`,
      en: from.length === 0 ? 'no reply on record' : `replies of ${from.join(', ')}`,
    }),
    ...(first === undefined || last === undefined
      ? []
      : [fact('检查实施期', 'Windows', span({ from: first, to: last }))]),
  ];
}

function openFacts(view: PlanView, findings: readonly Finding[] | null) {
  if (findings === null) return [];
  return [
    { name: { zh: '核对意见', en: 'Findings' }, value: findingCounts(findings) },
    ...view.reviewers.map((reviewer) => progressOf(view, reviewer)),
  ];
}

function seenFacts({ plan, issued }: PlanView, seen: readonly SeenBy[]) {
  const published = plan.published
    .map(({ channel, where, on }) => `${dateInChinese(on)} ${channel} ${where}`)
    .join('；');
  const noted = seen.filter((each) => each.seen).length;
  const version = issued.at(-1)?.version;
  return [
    ...(published === '' ? [] : [{ name: { zh: '公示', en: 'Published' }, value: same(published) }]),
    ...(version === undefined
      ? []
      : [
          {
            name: { zh: '阅知', en: 'Noted' },
            value: {
              zh: `第 ${version} 版：${noted}/${seen.length} 人`,
              en: `version ${version}: ${noted} of ${seen.length}`,
            },
          },
        ]),
  ];
}

function returnedParts({ plan, returned, names }: PlanView): readonly Part[] {
  return returned === null || plan.state !== 'draft' ? [] : [{ kind: 'list', items: returnWords(returned, names) }];
}

/** What this version changes in the one that was issued before it, and why. */
function changedParts({ plan, issued, reasons, names }: PlanView): readonly Part[] {
  const before = issued.findLast(({ version }) => version < plan.version);
  if (before === undefined) return [];
  const changes = changeWords(before, plan, names);
  const why = [...reasons].filter(([version]) => version > before.version && version <= plan.version);
  const reason = why.map(([, words]) => words).join('；');
  return [
    {
      kind: 'text',
      words: {
        zh: `与已印发的第 ${before.version} 版相比${reason === '' ? '' : `（调整理由：${reason}）`}：`,
        en: `Against version ${before.version} as issued${reason === '' ? '' : ` (reason: ${reason})`}:`,
      },
    },
    {
      kind: 'list',
      items:
        changes.length === 0
          ? [{ zh: '任务没有变动', en: 'no task differs' }]
          : firstOf(changes, changesMost, '处变动'),
    },
  ];
}

function findingParts(findings: readonly Finding[], { names }: PlanView): readonly Part[] {
  const more = findings.length - shownMost;
  const words = { zh: `另有 ${more} 条，见“全部核对意见”。`, en: `${more} more under “All findings”.` };
  return [...findingList(findings.slice(0, shownMost), names), ...(more > 0 ? [{ kind: 'note' as const, words }] : [])];
}

/** 会商 comes before the plan is published (甘州 二(一)2). */
const inviting = (plan: string): Choice => ({
  id: 'invite-list',
  about: plan,
  label: { zh: '会商配合部门', en: 'Consult the partners' },
});

function choicesOf({ plan }: PlanView, findings: readonly Finding[]): readonly Choice[] {
  const about: PlanAbout = { plan: plan.no, version: plan.version };
  const tasks = planChoice('tasks', about);
  const change = planChoice('change', about);
  const all = planChoice('findings', about);
  const partners = plan.tasks.some((task) => task.partners.length > 0) ? [inviting(plan.no)] : [];
  switch (plan.state) {
    case 'draft': {
      const keep = findings.some(({ weight }) => weight === 'in-principle') ? [planChoice('keep', about)] : [];
      return [planChoice('submit', about), all, ...keep, change, ...partners, tasks];
    }
    case 'reviewing':
      return [planChoice('review', about), all, change, ...partners, tasks];
    case 'approved':
      return [planChoice('issue', about), all, change, ...partners, tasks];
    case 'issued':
    case 'published':
      return [
        planChoice(
          'publish',
          about,
          plan.state === 'issued' ? {} : { label: { zh: '再登记公示', en: 'Another place' } },
        ),
        ...(plan.state === 'published' ? [freezeChoice(plan.no)] : []),
        planChoice('seen', about),
        change,
        tasks,
      ];
    default:
      return never(plan.state);
  }
}
