/** A missing item on its way up: steps with the days waited, in the office's channel and in that of the department that waits. */
import { dateInChinese } from '../../../../core/calendar.ts';
import {
  type Advance,
  lastStep,
  type MissingItem,
  missingItemSteps,
  waitedDays,
  waitedSteps,
} from '../../../../core/registry/missing-item.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { type Choice, heading, type Message, same } from '../../../message/message.ts';
import { stepWords } from '../../../say/invite.ts';
import { dayOf } from '../../../today.ts';
import { advancesIn, missingItemsIn } from '../../../verbs/invite/recorded.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import { missingOf } from '../../after/invite.ts';
import { type PostKind, slotOf } from '../../post.ts';
import { stepChoice } from './choices.ts';

interface OnTheWay {
  readonly item: MissingItem;
  readonly advances: readonly Advance[];
}

async function missingNo({ db }: ChatDeps, no: number): Promise<OnTheWay | null> {
  const item = (await missingItemsIn(db)).find((each) => each.no === no);
  return item === undefined ? null : { item, advances: await advancesIn(db) };
}

async function message(deps: ChatDeps, { item, advances }: OnTheWay): Promise<Message> {
  const today = dayOf(deps.now());
  const name = (await departmentNames(deps.db))(item.department);
  const at = lastStep(item, advances);
  const days = waitedDays(item, advances, today);
  const settled = at === 'added' || at === 'refused';
  return {
    summary: {
      zh: `缺失事项第 ${item.no} 号“${item.matter}”（${name}）：${stepWords[at].zh}，${settled ? `历时 ${days} 天` : `已等待 ${days} 天`}。`,
      en: `Missing item ${item.no}, “${item.matter}” (${name}): ${stepWords[at].en}, ${days} days${settled ? '' : ' so far'}.`,
    },
    parts: [
      heading(`缺失事项第 ${item.no} 号：${item.matter}`, `Missing item ${item.no}: ${item.matter}`),
      {
        kind: 'facts',
        facts: [
          { name: { zh: '提出单位', en: 'Reported by' }, value: same(name) },
          {
            name: { zh: '依据', en: 'Basis' },
            value: item.basis === '' ? { zh: '未填写', en: 'not given' } : same(item.basis),
          },
          ...(item.task === ''
            ? []
            : [{ name: { zh: '等待的任务', en: 'Waiting task' }, value: same(`${item.plan} ${item.task}`) }]),
        ],
      },
      {
        kind: 'table',
        head: [
          { zh: '环节', en: 'Step' },
          { zh: '日期', en: 'Day' },
          { zh: '等待', en: 'Waited' },
          { zh: '说明', en: 'Words' },
        ],
        rows: waitedSteps(item, advances, today).map(({ step, on, days: waited, words }) => [
          stepWords[step],
          { zh: dateInChinese(on), en: on },
          step === 'added' || step === 'refused' ? same('—') : { zh: `${waited} 天`, en: `${waited} days` },
          same(step === 'reported' || words === '' ? '—' : words),
        ]),
      },
      ...(settled ? [] : [{ kind: 'choices' as const, choices: stepsLeft(item.no, at) }]),
    ],
  };
}

const order = ['reported', ...missingItemSteps] as const;

const stepsLeft = (no: number, at: ReturnType<typeof lastStep>): readonly Choice[] =>
  missingItemSteps.slice(order.indexOf(at)).map((step) => stepChoice(no, step));

export const missingPost: PostKind<{ readonly no: number }> = {
  place: () => 'office',
  under: () => null,
  say: async (deps, { no }) => {
    const found = await missingNo(deps, no);
    return found === null ? null : message(deps, found);
  },
};

export const missingOwnPost: PostKind<{ readonly no: number; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: missingPost.say,
};

/** Said under the department's own post when province or city has decided: the claim opens, or the reason is told. */
export const missingSettledPost: PostKind<{
  readonly no: number;
  readonly department: string;
  readonly step: 'added' | 'refused';
}> = {
  place: ({ department }) => `department:${department}`,
  under: ({ no, department }) => slotOf(missingOf(no, department)),
  say: async (deps, { no, step }) => {
    const found = await missingNo(deps, no);
    if (found === null) return null;
    const words = found.advances.findLast((each) => each.no === no && each.step === step)?.words ?? '';
    const { matter } = found.item;
    const said =
      step === 'added'
        ? {
            zh: `上级已添加“${matter}”${words === '' ? '' : `（${words}）`}，请及时认领并添加检查实施清单。`,
            en: `“${matter}” was added above${words === '' ? '' : ` (${words})`}; please claim it and make its implementation list.`,
          }
        : { zh: `上级不予添加“${matter}”：${words}`, en: `“${matter}” was refused above: ${words}` };
    return { summary: said, parts: [{ kind: 'text', words: said }] };
  },
};
