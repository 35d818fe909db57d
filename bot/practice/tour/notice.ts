/** 公示 and 后续处置: published from a day, seen by anybody from that day on, and what was found looked at again until it is closed. */
import type { TaskFinished } from '../../../core/notice/finished.ts';
import { factsOf } from '../../../db/ledger.ts';
import { dayOf } from '../../today.ts';
import { casesOf } from '../../verbs/follow-up/cases.ts';
import { factBodies } from '../../verbs/ledger/fact-bodies.ts';
import type { OutcomesPublished } from '../../verbs/notice/publish.ts';
import { anonymous } from '../browser.ts';
import { lookedSince } from '../looked.ts';
import { ofFiller } from './filler-facts.ts';
import { NotDoneForMe, type Step, type Tour } from './ground.ts';
import { partnersPublish, publishAs } from './partners.ts';
import { filler } from './workbook-reply.ts';

export const noticeSteps: readonly Step[] = [
  {
    id: 'notice-publish',
    title: { zh: '任务完成，公示结果', en: 'The task is finished, its outcomes published' },
    lines: [
      {
        zh: '换成县农业农村局联络员，输入 /notice 列表（“检查任务已派发”的回复里也有），点“完成任务”，登记。各部门的结果都录入了，说明不用填；公示期限从这一天起算。',
        en: 'Become the bureau’s liaison, type /notice list (it also stands in the replies under 检查任务已派发) and press 完成任务 (finished). All outcomes are there, so that 说明 stays empty; the days to publication are counted from here.',
      },
      {
        zh: '再点旁边的“公示”，“自哪一天起公开”选 2025-07-15，核对日期和项数，点“确认公示”。这一天以前，谁也查不到。',
        en: 'Press 公示 (publish) beside it, public from 2025-07-15, and confirm. Until that day nobody finds it.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: isPublished,
    forMe: publish,
  },
  partnersPublish,
  {
    id: 'notice-look',
    title: { zh: '公众在网上查结果', en: 'Anybody looks it up' },
    lines: [
      {
        zh: '打开公众网页，在“按任务查看”里点“2025年农药经营单位联合抽查”：现在还什么都查不到。',
        en: 'Open the public pages and the outcomes of 2025年农药经营单位联合抽查 under 按任务查看 (by task): nothing is found yet.',
      },
      {
        zh: '点上方的演练时间，走到 2025-07-15，刷新那个网页：企业、事项、结果、处置都在；点企业名称，看它自己的一页。',
        en: 'Go on to 2025-07-15 by the practice time and load that page again: enterprise, item, outcome and what follows. Its name leads to its own page.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: hasLooked,
    forMe: lookUp,
    link: ({ deps }) => ({
      label: { zh: '打开公众网页', en: 'The public pages' },
      url: `${deps.site}/outcomes`,
    }),
  },
  {
    id: 'follow-up',
    title: { zh: '复查整改，办结', en: 'Looked at again, and closed' },
    lines: [
      {
        zh: '发现的问题要处置到底。点演练时间，走到整改期限 2025-07-22。',
        en: 'What was found is followed up to its end. Go on to 2025-07-22, the day by which it is to be put right.',
      },
      {
        zh: '县农业农村局联络员在“后续处置”（或当天的提醒）下面点“处置”：勾“本单位全部适合这项处置的问题”，选“整改复查”，下一步；复查结果“已整改”，登记。',
        en: 'The bureau’s liaison presses 处置 (deal with it) under 后续处置, or under the reminder of that day: all, 整改复查 (check the correction), 已整改 (corrected).',
      },
      {
        zh: '再点“处置”，勾“本单位全部适合这项处置的问题”，选“办结”，怎样办结选“处置完毕，办结”。没有处置的，办结不了。',
        en: 'Once more: all, 办结 (close), 处置完毕，办结. Nothing closes that was not dealt with.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: isFollowedUp,
    forMe: followUp,
  },
];

/** Published, and the task's end is on record: without it the task counts as unfinished. */
async function isPublished(tour: Tour): Promise<boolean> {
  return (
    (await ofFiller<OutcomesPublished>(tour, 'outcomes-published')).length > 0 &&
    (await ofFiller<TaskFinished>(tour, 'task-finished')).length > 0
  );
}

async function publish(tour: Tour): Promise<void> {
  const person = tour.driver.user(filler.title).in(filler.channel);
  if (person.buttons().includes('完成任务')) {
    await person.press('完成任务');
    await person.submit();
    await person.close();
  }
  if ((await ofFiller<OutcomesPublished>(tour, 'outcomes-published')).length === 0)
    await publishAs(tour, filler.title, filler.channel);
}

/** The first day on which something of the department is public, and when that was said. */
async function firstPublic({ deps }: Tour): Promise<{ readonly day: string; readonly said: string } | null> {
  const all = (await factBodies<OutcomesPublished>(deps.db, 'outcomes-published')).filter(
    ({ body }) => body.department === filler.department,
  );
  const [first] = all.toSorted((one, other) => (one.body.day < other.body.day ? -1 : 1));
  if (first === undefined) return null;
  const said = (await factsOf(deps.db, 'outcomes-published')).find(({ row }) => row.seq === first.seq)?.row.at ?? '';
  return { day: first.body.day, said };
}

async function hasLooked(tour: Tour): Promise<boolean> {
  const first = await firstPublic(tour);
  if (first === null || !(await isPublished(tour))) return false;
  // Midnight of Beijing, as an instant.
  const dawn = new Date(`${first.day}T00:00:00+08:00`).toISOString();
  return lookedSince(tour.workspace.ground.store, 'outcomes', dawn > first.said ? dawn : first.said);
}

async function lookUp(tour: Tour): Promise<void> {
  const shown = await firstPublic(tour);
  if (shown === null)
    throw new NotDoneForMe({
      zh: '还没有公示的检查结果：请先完成上一步。',
      en: 'Nothing is published yet: do the step before.',
    });
  await until(tour, shown.day);
  const [first] = await ofFiller<OutcomesPublished>(tour, 'outcomes-published');
  const [plan = '', task = ''] = (first?.body.tasks[0] ?? '').split('/');
  const found = new URLSearchParams({ plan, task });
  await anonymous({ site: tour.deps.site, driver: tour.driver }).get(`/outcomes?${found}`);
}

/** On to nine o'clock of a day. */
async function until({ clock, moved, driver }: Tour, day: string): Promise<void> {
  clock.moveTo(`${day}T09:00`);
  await moved();
  await driver.settle();
}

/** Everything is closed; where nothing was found there is nothing to close. */
async function isFollowedUp(tour: Tour): Promise<boolean> {
  if ((await ofFiller<OutcomesPublished>(tour, 'outcomes-published')).length === 0) return false;
  const cases = await casesOf(tour.deps, { department: filler.department });
  return cases.every(({ state }) => state === 'closed');
}

const ofAll = '本单位全部适合这项处置的问题';

async function followUp(tour: Tour): Promise<void> {
  const open = async () => casesOf(tour.deps, { department: filler.department });
  const due = (await open())
    .flatMap(({ owed }) => owed.flatMap((step) => step.due ?? []))
    .toSorted()
    .at(-1);
  if (due !== undefined && due > dayOf(tour.deps.now())) await until(tour, due);
  const person = tour.driver.user(filler.title).in(filler.channel);
  if ((await open()).some(({ state }) => state === 'open' || state === 'under-way')) {
    await person.press('处置');
    await person.fill({ 哪些问题: [ofAll], 怎样处置: '整改复查' }).submit();
    await person.fill({ 复查结果: '已整改', 复查情况: '台账已补登供货者名称。' }).submit();
    await person.close();
  }
  await person.press('处置');
  await person.fill({ 哪些问题: [ofAll], 怎样处置: '办结' }).submit();
  await person.fill({ 怎样办结: '处置完毕，办结' }).submit();
  await person.close();
}
