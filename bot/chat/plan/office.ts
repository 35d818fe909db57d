/** What the office fills in about a plan: a reason for a finding, where it was published. */
import type { Finding } from '../../../core/plan/review/finding.ts';
import { wordsOfFault, wordsOfFinding } from '../../../core/plan/review/words.ts';
import type { Names } from '../../../core/plan/words.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { Words } from '../../../core/words.ts';
import { type Form, one, some } from '../../message/form.ts';
import { type Part, same } from '../../message/message.ts';
import { read, written } from '../../post/say/plan/choices.ts';
import type { Refusal } from '../../refusal.ts';
import { sayPlanState } from '../../say/plan-page.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { dayOf } from '../../today.ts';
import { keepFinding } from '../../verbs/plan/keep-finding.ts';
import { reviewOf } from '../../verbs/plan/plan-view.ts';
import { publishPlan } from '../../verbs/plan/publish-plan.ts';
import { atField, fieldsBy, filled, noForm, tell } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { viewMeant } from './meant.ts';

/** 说明理由: findings that bind in principle, and why the plan keeps to itself; several of them may have one reason. */
export const keepForm: FormDoor = {
  open: async (asked, about) => {
    const view = await viewMeant(asked, read(about).plan, 'keep-finding');
    if (!view.ok) return noForm(view.error);
    const { plan, names } = view.value;
    // Buttons under an older answer are still there when the plan has gone on.
    if (plan.state !== 'draft') {
      const why = { reason: 'wrong-state', plan: plan.no, state: plan.state, needs: ['draft'] } as const;
      return noForm({ stage: 'plan', why });
    }
    const { findings } = await reviewOf(asked.deps, view.value);
    const waiting = findings.filter(({ weight, reason }) => weight === 'in-principle' && reason === null);
    const open = [...Map.groupBy(waiting, ({ kind, task }) => `${kind} ${task ?? ''}`)];
    if (open.length === 0) {
      const words = {
        zh: `计划 ${plan.no} 没有须说明理由的意见。`,
        en: `Nothing of plan ${plan.no} waits for a reason.`,
      };
      return { message: { summary: words, parts: [{ kind: 'text', words }] } };
    }
    const form: Form = {
      id: 'plan-keep',
      about: written({ plan: plan.no }),
      title: { zh: '说明理由后保留', en: 'Keep for a reason' },
      submit: { zh: '记录理由', en: 'Record it' },
      intro: introOf(open, names),
      fields: [
        {
          kind: 'some-of',
          id: 'finding',
          label: { zh: '哪几条意见', en: 'Which findings' },
          hint: { zh: '理由相同的可以一并选', en: 'Those with the same reason may be chosen together' },
          options: open.flatMap(([value, [each]], i) =>
            each === undefined ? [] : [{ value, label: optionOf(each, i + 1, names) }],
          ),
        },
        { kind: 'text', id: 'words', label: { zh: '理由', en: 'Reason' }, lines: 'many', atMost: 1000 },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const { plan } = read(about);
    const chosen = some(values, 'finding');
    if (chosen.length === 0) return atField('finding', { zh: '请至少选一条。', en: 'Choose one at least.' });
    for (const [kept, key] of chosen.entries()) {
      const [, finding = '', task = ''] = /^(\S*) ?(.*)$/su.exec(key) ?? [];
      const request = { plan, finding, task: task === '' ? null : task, words: one(values, 'words') };
      const done = await keepFinding(deps, actor, request);
      if (!done.ok) return kept === 0 ? filled(done, keepFields, recordedWords) : tell(partly(kept, done.error));
    }
    return tell(recordedWords());
  },
};

type Open = readonly (readonly [string, readonly Finding[]])[];

/** Every finding in full, with its basis; an option below has room for its number and its first words only. */
function introOf(open: Open, names: Names): readonly Part[] {
  const count = open.reduce((sum, [, group]) => sum + group.length, 0);
  const joined =
    count === open.length
      ? { zh: '', en: '' }
      : {
          zh: `，同一任务的同类意见并为一项，列 ${open.length} 项`,
          en: `, in ${open.length} groups of one kind and task`,
        };
  const lines = open.flatMap(([, group], i) =>
    group.map((each): Words => {
      const { zh, en } = wordsOfFinding(each, names);
      return { zh: `${i + 1}．${zh}`, en: `${i + 1}. ${en}` };
    }),
  );
  return [
    {
      kind: 'text',
      words: {
        zh: `须修改或说明理由的意见 ${count} 条${joined.zh}：`,
        en: `${count} findings to be mended or given a reason${joined.en}:`,
      },
    },
    { kind: 'list', items: lines.slice(0, linesMost) },
  ];
}
const linesMost = 40;

function optionOf(finding: Finding, no: number, names: Names): Words {
  const { zh, en } = wordsOfFault(finding, names);
  const task = finding.task === null ? { zh: '计划', en: 'plan' } : same(names.task(finding.task));
  return { zh: `${no}．${task.zh}：${zh}`, en: `${no}. ${task.en}: ${en}` };
}

const keepFields = fieldsBy({ 'no-reason-given': 'words' });

const recordedWords = (): Words => ({
  zh: '理由已记入计划，审核人员可见。',
  en: 'The reason stands in the plan; reviewers see it.',
});

/** What was recorded stays; the rest says why not. */
const partly = (kept: number, refusal: Refusal): Words => {
  const { zh, en } = sayRefusal(refusal);
  return { zh: `已记入 ${kept} 条的理由；其余没有记入：${zh}`, en: `${kept} have their reason; the others not: ${en}` };
};

/** 登记公示: a channel that the policy names, or any where it names none. */
export const publishForm: FormDoor = {
  open: async (asked, about) => {
    const view = await viewMeant(asked, read(about).plan, 'publish-plan');
    if (!view.ok) return noForm(view.error);
    const { plan, policy } = view.value;
    const today = dayOf(asked.deps.now());
    const channels = [...new Set(publicationsOf(policy, 'plan', today).flatMap(({ value }) => value.channels))];
    const label = { zh: '公示渠道', en: 'Channel' };
    const form: Form = {
      id: 'plan-publish',
      about: written({ plan: plan.no }),
      title: { zh: '登记计划公示', en: 'Record a publication' },
      submit: { zh: '登记', en: 'Record' },
      intro: [{ kind: 'text', words: sayPlanState(plan) }],
      fields: [
        channels.length === 0
          ? { kind: 'text', id: 'channel', label, atMost: 100 }
          : {
              kind: 'one-of',
              id: 'channel',
              label,
              options: channels.map((value) => ({ value, label: same(value) })),
            },
        { kind: 'text', id: 'where', label: { zh: '网址或张贴处', en: 'Address or place' }, atMost: 500 },
        { kind: 'date', id: 'on', label: { zh: '公示日期', en: 'Date' }, initial: today },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const { plan } = read(about);
    const done = await publishPlan(deps, actor, {
      plan,
      channel: one(values, 'channel'),
      where: one(values, 'where'),
      on: one(values, 'on'),
    });
    return filled(done, publishFields, sayPlanState);
  },
};

const publishFields = fieldsBy({
  'not-a-channel': 'channel',
  'no-address': 'where',
  'not-a-date': 'on',
  'in-future': 'on',
  'before-issue': 'on',
});
