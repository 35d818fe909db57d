/**
 * The partners of the task that the tour goes along with: each enters, reviews and publishes what it found itself (谁检查、谁录入、谁公开), and
 * the task is finished when all of it is public. Done in the reader's place, who has done the same for the lead.
 */
import { dayOf } from '../../today.ts';
import { type Publication, publicationsOf } from '../../verbs/notice/publications.ts';
import { pressed } from './draw.ts';
import { NotDoneForMe, type Step, type Tour } from './ground.ts';
import { visitDay } from './visit.ts';
import { changeOf, workbookOf } from './workbook.ts';
import { filler } from './workbook-reply.ts';

/** As the practice county names them. */
const partners = ['县市场监督管理局', '县生态环境局'] as const;
const liaisonOf = (name: string): string => `${name}联络员`;
/** Whoever reviews there: by name, or where nobody is named the head. */
function reviewerOf({ driver }: Tour, name: string): string {
  const named = `${name}结果审核员`;
  const { members } = driver.workspace.ground.world;
  return [...members.values()].some(({ title }) => title === named) ? named : `${name}负责人`;
}

export const partnersEnter: Step = {
  id: 'partners',
  title: { zh: '配合部门录入、审核各自的结果', en: 'The partners enter and review theirs' },
  lines: [
    {
      zh: '这是联合抽查：同一户还有县市场监督管理局、县生态环境局各一项，由其各自录入，再由没有录入、也没有到场的人审核。全部录入以后，任务才算完成。',
      en: 'It is a joint task: two partners have an item each at the same enterprise, enter it themselves and have it reviewed. The task is finished when all of it is there.',
    },
    {
      zh: '做法和前几步相同，可以点“代我做”。',
      en: 'It goes as in the steps before; it can be done for you.',
    },
  ],
  as: liaisonOf(partners[0]),
  where: partners[0],
  done: async (tour) => {
    const theirs = await ofPartners(tour);
    return theirs.length > 0 && theirs.every(({ outcomes: { asked, reviewed } }) => reviewed === asked);
  },
  forMe: enterAll,
};

export const partnersPublish: Step = {
  id: 'partners-publish',
  title: { zh: '配合部门公示各自的结果', en: 'The partners publish theirs' },
  lines: [
    {
      zh: '谁检查、谁公开：换成县市场监督管理局联络员、县生态环境局联络员，各自点“公示”，“自哪一天起公开”选 2025-07-15，核对后点“确认公示”；也可以点“代我做”。',
      en: 'Who inspects publishes: each partner’s liaison presses 公示, from 2025-07-15, and confirms; or have it done for you.',
    },
    {
      zh: '牵头、配合部门的结果都公示了，这项任务才计入“已完成并公示”。',
      en: 'The task counts as finished and public when lead and partners have published.',
    },
  ],
  as: liaisonOf(partners[0]),
  where: partners[0],
  done: async (tour) => {
    const theirs = await ofPartners(tour);
    return theirs.length > 0 && theirs.every(({ outcomes: { asked, set, public: shown } }) => set + shown === asked);
  },
  forMe: async (tour) => {
    for (const name of partners) await publishAs(tour, liaisonOf(name), name);
  },
};

/** From this day on it is public; until then nobody finds it. */
export const publicFrom = '2025-07-15';

const ofPartners = async ({ deps }: Tour): Promise<readonly Publication[]> =>
  (await publicationsOf(deps)).filter(
    ({ lead, department }) => lead === filler.department && department !== filler.department,
  );

/** A clean row for each item of the visit. */
async function enterAll(tour: Tour): Promise<void> {
  const today = dayOf(tour.deps.now());
  const on = today < visitDay ? today : visitDay;
  for (const name of partners) {
    const workbook = await workbookOf(tour, liaisonOf(name));
    for (const line of (await workbook.books()).filter(({ sheet }) => sheet === 'outcomes')) {
      const { rows } = await workbook.rows({ sheet: 'outcomes', book: line.book });
      const theirs = await numbersIn(tour);
      const changed = rows
        .filter(({ cells }) => theirs.has(cells.no ?? '') && (cells.code ?? '') === '')
        .map((row) =>
          changeOf(row.id, row, {
            ...{ code: '未发现问题', checkedOn: on, methods: row.cells.planned ?? '实地检查' },
            inspectors: '同派出',
          }),
        );
      if (changed.length > 0) await workbook.submit({ sheet: 'outcomes', book: line.book, rows: changed }, line.year);
    }
    await tour.driver.settle();
    await pressed(tour, reviewerOf(tour, name), '全部通过');
  }
}

/** 检查编号 of the visits of the task that the tour goes along with. */
const numbersIn = async (tour: Tour): Promise<ReadonlySet<string>> =>
  new Set((await ofPartners(tour)).flatMap(({ rows }) => rows.map(({ visit }) => visit.no)));

/** All that is ready, after a look at the day and the number. */
export async function publishAs(tour: Tour, title: string, channel: string): Promise<void> {
  const person = tour.driver.user(title).in(channel);
  if (!person.buttons().includes('公示'))
    throw new NotDoneForMe({
      zh: `${title}面前还没有“公示”按钮：结果审核通过以后才有。请先完成上一步。`,
      en: 'There is no button 公示 yet: it comes when the outcomes have passed review.',
    });
  await person.press('公示');
  const today = dayOf(tour.deps.now());
  await person.fill({ 自哪一天起公开: today < publicFrom ? publicFrom : today }).submit();
  await person.submit();
  await person.close();
}
