/** 外部平台抽取名单: taken in by a form, or uploaded under the plan from above that it belongs to. */
import type { Task } from '../../../core/plan/task.ts';
import type { Result } from '../../../core/result.ts';
import { wordsOfFaultyUnquoted } from '../../../core/sheet/words.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { type Form, one, some } from '../../message/form.ts';
import { firstOf, type Message, same, sentence, withLines } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import type { Refusal } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { sayDifferences, sayTakenIn } from '../../say/outside-list.ts';
import { type TakenInList, takeInList } from '../../verbs/draw/take-in-list.ts';
import { superiorPlansIn } from '../../verbs/invite/recorded.ts';
import { atField, filled, quiet, refused, tell, told } from '../answer.ts';
import type { Answer, Asked, FormDoor, Talk, TalkFile } from '../door.ts';
import { fieldOf } from './fields.ts';
import { fileIn, noFile } from './superior.ts';

/** Faulty cells told to the one who uploads. */
const shownMost = 10;

const isSheet = ({ name }: TalkFile): boolean => /\.(xlsx|csv)$/i.test(name);

interface Meant {
  readonly plan: string;
  readonly task: Task;
}

/** Tasks of published plans that a list can be for: those that came with the plan from above, or all. */
async function tasksMeant({ deps }: Asked, superior: string | null): Promise<readonly Meant[]> {
  const published = (await plans(deps.db)).filter(({ state }) => state === 'published');
  const held = await Promise.all(published.map(({ no }) => heldPlan(deps.db, no)));
  return held.flatMap((each) =>
    (each?.plan.tasks ?? [])
      .filter(({ above }) => superior === null || above?.plan === superior)
      .map((task) => ({ plan: each?.plan.no ?? '', task })),
  );
}

const numberOf = async ({ deps }: Asked, no: number) =>
  (await superiorPlansIn(deps.db)).find((each) => each.no === no) ?? null;

export const takeInForm: FormDoor = {
  open: async (asked, about) => {
    const superior = await numberOf(asked, readNumber(about).no);
    const own = (await tasksMeant(asked, superior?.number ?? null)).filter(
      ({ task }) => may(asked.actor, 'take-in-draw', { department: task.lead }).ok,
    );
    if (own.length === 0) {
      return {
        message: sentence({
          zh: '没有可录入名单的任务：任务列入的计划须已公布，且由联席办或者本部门牵头。',
          en: 'There is no task to take a list in for: its plan is published, and you are of the office or its lead.',
        }),
      };
    }
    const form: Form = {
      id: 'outside-list',
      about,
      title: { zh: '录入外部抽取名单', en: 'A list drawn elsewhere' },
      submit: { zh: '核对并录入', en: 'Compare, take in' },
      intro: [
        {
          kind: 'note',
          words: {
            zh: '逐行与名录库核对，差异逐条列出；名单注明“外部平台抽取，本系统无法核验”。',
            en: 'Every row is compared with the roll; the list is marked as drawn elsewhere, not verifiable.',
          },
        },
      ],
      fields: [
        {
          kind: 'one-of',
          id: 'task',
          label: { zh: '抽查任务', en: 'Task' },
          options: own.map(({ plan, task }) => {
            const label = same(`${task.no} ${task.name}`);
            return { value: JSON.stringify([plan, task.no]), label };
          }),
        },
        {
          kind: 'text',
          id: 'platform',
          label: { zh: '抽取平台', en: 'Drawn by' },
          atMost: 100,
          ...(superior === null ? {} : { initial: superior.from }),
        },
        { kind: 'file', id: 'file', label: { zh: '名单文件', en: 'The list' }, types: ['xlsx', 'csv'] },
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const file = await fileIn(asked, some(values, 'file')[0] ?? '');
    if (file === null) return atField('file', noFile);
    const { no } = readNumber(about);
    const [plan = '', task = ''] = pairIn(one(values, 'task'));
    const taken = await takeInList(asked.deps, asked.actor, {
      bytes: await file.bytes(),
      file: file.name,
      plan,
      task,
      platform: one(values, 'platform'),
      ...(no === 0 ? {} : { superior: no }),
    });
    return filled(taken, fieldOf, (value) => takenMessage(asked, value));
  },
};

function pairIn(text: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** A list uploaded under a plan from above; which of its tasks it is for is said in words, unless there is one only. */
export async function listUnderPlan(asked: Asked, { under, what, text, files }: Talk): Promise<Answer> {
  const [file, ...more] = files.filter(isSheet);
  if (what !== 'written' || file === undefined) return quiet;
  const superior = await numberOf(asked, readNumber(under.split('/')[1] ?? '').no);
  if (superior === null) return tell({ zh: '找不到这份上级计划。', en: 'That plan from above is not on record.' });
  const meant = await tasksMeant(asked, superior.number);
  if (meant.length === 0) {
    return tell({
      zh: '这份上级计划的任务还没有列入已公布的计划，请先列入、公布，再录入名单。',
      en: 'Its tasks are in no published plan yet; enter and publish them before taking in a list.',
    });
  }
  const named = meant.filter(({ task }) => text.includes(task.no) || file.name.includes(task.no));
  const [one, ...others] = named.length > 0 ? named : meant;
  if (one === undefined || others.length > 0 || more.length > 0) {
    const why = { reason: 'no-task-meant', tasks: meant.map(({ task }) => task.no) } as const;
    return refused({ stage: 'invite', why });
  }
  const taken: Result<TakenInList, Refusal> = await takeInList(asked.deps, asked.actor, {
    bytes: await file.bytes(),
    file: file.name,
    plan: one.plan,
    task: one.task.no,
    platform: superior.from,
    superior: superior.no,
  });
  return told(taken, (value) => takenMessage(asked, value));
}

/** Row and column of what could not be read, and how much differs; which enterprises differ is on the page, behind the sign-in. */
function takenMessage({ deps }: Asked, { list, differences, peopleDifferences, rejected }: TakenInList): Message {
  const faults = rejected.flatMap((row) => row.faults.map(wordsOfFaultyUnquoted));
  const counted = sayDifferences([...differences, ...peopleDifferences]);
  const { summary, parts } = withLines(sayTakenIn(list), [...firstOf(faults, shownMost, '处填写有误'), ...counted]);
  const words = { zh: '查看名单及各处差异（需登录）', en: 'The list and what differs (sign in)' };
  return { summary, parts: [...parts, { kind: 'link', words, url: `${deps.site}/outside/${list.list}` }] };
}
