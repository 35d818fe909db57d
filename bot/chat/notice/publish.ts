/** 完成任务 and 公示: all of a department's tasks of one draw at once, or those that are ticked. */
import type { Words } from '../../../core/words.ts';
import { type Form, one, optionsMost, some } from '../../message/form.ts';
import { type Part, same, sentence, withLines } from '../../message/message.ts';
import { finishedWords, publicationWords, publishedSummary } from '../../say/notices.ts';
import { civil } from '../../say/time.ts';
import { dayOf } from '../../today.ts';
import { finishTasks } from '../../verbs/notice/finish.ts';
import type { Publication } from '../../verbs/notice/publications.ts';
import { type Published, type PublishInput, publishOutcomes } from '../../verbs/notice/publish.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { fieldsBy, filled, noForm, show } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { aboutIn, aboutOf, standingOf } from './about.ts';

const nothingHere = (book: string) =>
  sentence({
    zh: `第 ${book} 号抽取中没有可办理的任务（尚未派发，或者已经办结）。`,
    en: `Nothing is open in draw ${book}: not handed out yet, or done.`,
  });

export const finishForm: FormDoor = {
  open: async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, 'finish-task', about.department);
    if (!allowed.ok) return noForm(allowed.error);
    const led = (await standingOf(asked, about)).filter((each) => each.lead === about.department);
    const tasks = [...new Map(led.map((each) => [each.task, each])).values()].slice(0, optionsMost);
    if (tasks.length === 0) return { message: nothingHere(about.book) };
    const open = tasks.filter(({ ended }) => ended === null);
    const name = await departmentNames(asked.deps.db);
    const form: Form = {
      id: 'notice-finish',
      about: aboutOf(about),
      title: { zh: '登记任务完成', en: 'Tasks finished' },
      submit: { zh: '登记', en: 'Record it' },
      intro: [
        { kind: 'list', items: led.slice(0, 20).map((each) => ofDepartment(name(each.department), each)) },
        {
          kind: 'note',
          words: {
            zh: '公示期限自任务完成之日起按工作日计算（含调休）。没有检查结果的事项不计入已检查。',
            en: 'Working days to publication are counted from the end of the task, make-up days included. What has no outcome is not counted as inspected.',
          },
        },
      ],
      fields: [
        {
          kind: 'some-of',
          id: 'tasks',
          label: { zh: '任务', en: 'Tasks' },
          options: tasks.map(({ task, taskName }) => ({ value: task, label: same(taskName) })),
          initial: open.map(({ task }) => task),
        },
        {
          kind: 'date',
          id: 'ended',
          label: { zh: '完成日期', en: 'Finished on' },
          hint: { zh: '不填为最后一次检查的日期', en: 'left blank: the day of the last check' },
          optional: true,
        },
        {
          kind: 'text',
          id: 'words',
          label: { zh: '说明', en: 'Words' },
          hint: {
            zh: '确实不再检查的，写明原因，不计入已检查；只是尚未录入的，请等录入以后再登记。更改完成日期的也写在这里',
            en: 'why some will not be inspected at all, which then count as not inspected; wait for those that are only not entered yet. Or why the day is another',
          },
          lines: 'many',
          atMost: 1000,
          optional: true,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, typed, values) => {
    const { book } = await aboutIn(asked, typed);
    const done = await finishTasks(asked.deps, asked.actor, {
      book,
      tasks: some(values, 'tasks'),
      ended: one(values, 'ended'),
      words: one(values, 'words'),
    });
    const field = fieldsBy({
      'not-a-date': 'ended',
      'in-future': 'ended',
      'ends-before-checks': 'ended',
      'not-all-entered': 'words',
      'finished-otherwise': 'words',
      'too-long': 'words',
    });
    return filled(done, field, (finished) =>
      withLines({ zh: '任务完成已登记。', en: 'On record.' }, finished.map(finishedWords)),
    );
  },
};

/** A lead reads the lines of all who take part: each says whose it is. */
function ofDepartment(name: string, publication: Publication): Words {
  const { zh, en } = publicationWords(publication);
  return { zh: `${name}｜${zh}`, en: `${name} | ${en}` };
}

export const publishForm: FormDoor = {
  open: async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, 'publish-outcomes', about.department);
    if (!allowed.ok) return noForm(allowed.error);
    const own = (await standingOf(asked, about)).filter((each) => each.department === about.department);
    if (own.length === 0) return { message: nothingHere(about.book) };
    const form: Form = {
      id: 'notice-publish',
      about: aboutOf(about),
      title: { zh: '公示检查结果', en: 'Publish outcomes' },
      submit: { zh: '下一步', en: 'Next' },
      intro: [
        { kind: 'list', items: own.slice(0, 20).map(publicationWords) },
        {
          kind: 'note',
          words: {
            zh: '只公示已经审核的检查结果；更正后再次公示的，原版本保留在记录中。公开之前，任何群组和页面都不出现企业名称。',
            en: 'Only reviewed outcomes are published; a corrected one stands beside its old version. No channel and no page names an enterprise before the day.',
          },
        },
        ...unfinishedNote(own.filter(({ ended }) => ended === null)),
      ],
      fields: [
        {
          kind: 'some-of',
          id: 'tasks',
          label: { zh: '任务', en: 'Tasks' },
          options: own.slice(0, optionsMost).map(({ task, taskName }) => ({ value: task, label: same(taskName) })),
          initial: own.slice(0, optionsMost).map(({ task }) => task),
        },
        {
          kind: 'date',
          id: 'day',
          label: { zh: '自哪一天起公开', en: 'Public from' },
          initial: dayOf(asked.deps.now()),
        },
        {
          kind: 'text',
          id: 'destinations',
          label: { zh: '其他公布渠道', en: 'Other channels' },
          hint: {
            zh: '政策规定的平台自动列入；另有公开栏、报刊等的，每行一个',
            en: 'those of the policy are included; a board or a paper, one a line',
          },
          lines: 'many',
          atMost: 500,
          optional: true,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, typed, values) => {
    const { book, department } = await aboutIn(asked, typed);
    const meant: Meant = {
      book,
      department,
      tasks: some(values, 'tasks'),
      day: one(values, 'day'),
      destinations: one(values, 'destinations').split('\n'),
    };
    const tried = await publishOutcomes(asked.deps, asked.actor, { ...meant, tried: true });
    // Refused, or public already: there is nothing to confirm.
    if (!tried.ok || tried.value.published + tried.value.corrected === 0)
      return filled(tried, fieldOf, publishedSummary);
    return { kind: 'form', form: confirmFormOf(meant, tried.value, await unfinishedIn(asked, meant)) };
  },
};

const fieldOf = fieldsBy({
  'not-a-date': 'day',
  'day-past': 'day',
  'day-after-due': 'day',
  'too-long': 'destinations',
});

type Meant = Omit<PublishInput, 'tried'>;

/** Those of the tasks whose end is not on record: the days to publication are counted from it. */
const unfinishedIn = async (asked: Asked, { book, department, tasks }: Meant): Promise<readonly Publication[]> =>
  (await standingOf(asked, { book, department })).filter(
    (each) =>
      each.department === department && each.ended === null && (tasks.length === 0 || tasks.includes(each.task)),
  );

const unfinishedNote = (all: readonly Publication[]): readonly Part[] => {
  if (all.length === 0) return [];
  const names = [...new Set(all.map(({ taskName }) => taskName))];
  const named = names.slice(0, 3).join('、');
  const more = names.length > 3 ? `等 ${names.length} 项任务` : '';
  return [
    {
      kind: 'note',
      words: {
        zh: `注意：${named}${more}尚未登记“完成任务”。公示期限自任务完成之日起计算，未登记完成的任务不计入已完成；建议由牵头单位先登记“完成任务”，再公示。`,
        en: `Mind: the end of ${names.length} of these tasks is not on record. The days to publication are counted from it, and no task counts as finished without it; have the lead record it first.`,
      },
    },
  ];
};

/** What becomes public, from which day: what anybody has read cannot be taken back. */
function confirmFormOf(meant: Meant, { day, published, corrected }: Published, open: readonly Publication[]): Form {
  return {
    id: 'notice-publish-confirm',
    about: JSON.stringify({ ...meant, day }),
    title: { zh: '确认公示', en: 'Confirm' },
    submit: { zh: '确认公示', en: 'Publish' },
    intro: [
      {
        kind: 'text',
        words: {
          zh: `将公示检查结果 ${published + corrected} 项${corrected === 0 ? '' : `（其中更正后重新公示 ${corrected} 项）`}，自${civil(day).zh}起任何人可以查阅。公示后不能收回，只能更正或者依法停止公示。请核对日期和项数。`,
          en: `${published + corrected} outcomes${corrected === 0 ? '' : `, ${corrected} of them corrected,`} can be read by anybody from ${day} on. That cannot be taken back, only corrected or ended. Check the day and the number.`,
        },
      },
      ...unfinishedNote(open),
    ],
    fields: [],
  };
}

/** Opened only by the form before it. */
export const confirmForm: FormDoor = {
  open: async (asked, about) => {
    const meant = meantIn(about);
    if (meant === null) return { message: nothingHere('') };
    const tried = await publishOutcomes(asked.deps, asked.actor, { ...meant, tried: true });
    return tried.ok
      ? { form: confirmFormOf(meant, tried.value, await unfinishedIn(asked, meant)) }
      : noForm(tried.error);
  },
  submit: async (asked, about, _) => {
    const meant = meantIn(about);
    if (meant === null) return show(nothingHere(''));
    return filled(await publishOutcomes(asked.deps, asked.actor, meant), () => null, publishedSummary);
  },
};

/** What the form before was filled with; null where it is none of ours. */
function meantIn(about: string): Meant | null {
  let read: unknown;
  try {
    read = JSON.parse(about);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const texts = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter((each: unknown) => typeof each === 'string') : [];
  const given: { readonly [key in keyof Meant]?: unknown } = read;
  return {
    book: text(given.book),
    department: text(given.department),
    tasks: texts(given.tasks),
    day: text(given.day),
    destinations: texts(given.destinations),
  };
}
