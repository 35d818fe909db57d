/**
 * Where entering stands, a post of the draw for each department and one for the office: counts and days, and never which enterprise or what
 * was found there, since neither is public before it is published.
 */
import { wordsOfMinute } from '../../../core/consult/words.ts';
import { reviewStates } from '../../../core/outcome/review.ts';
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { firstOf, type Message, type Part } from '../../message/message.ts';
import { civil } from '../../say/time.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { type BookProgress, outcomeProgress, type Progress } from '../../verbs/outcome/progress.ts';
import { inState, reviewDesk } from '../../verbs/outcome/review-desk.ts';
import { peopleNames } from '../../verbs/people/roll.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { sayDraw } from '../../verbs/sheet/visit/visit-book.ts';
import { placeOfCeremony } from '../after/draw.ts';
import { type About, type PostKind, postKindOf, type Said } from '../post.ts';
import { enterChoices } from './outcome/choices.ts';
import { reviewing } from './outcome/reviewing.ts';
import { gone } from './visit/gone.ts';

type OfBook = { readonly book: string };
type OfDepartment = OfBook & { readonly department: string };

/** A list drawn elsewhere has no thread of visits at its departments; its post there stands by itself. */
const isListed = (book: string): boolean => book.startsWith('L');

const own: PostKind<OfDepartment> = {
  place: ({ department }) => `department:${department}`,
  under: ({ book, department }) => (isListed(book) ? null : `department-visits/${book}/${department}`),
  say: (deps, { book, department }) =>
    saidOf(deps, book, async (progress) => {
      const found = progress.departments.find((each) => each.department === department);
      if (found === undefined || found.entered === 0) return null;
      const { zh, en } = counted(found, await peopleNames(deps));
      const draw = sayDraw(progress.book);
      const until = untilWords(deps, progress, found.entered === found.items);
      const review = await reviewWords(deps, { book, department });
      return said(
        {
          zh: `${draw.zh}检查结果录入 ${zh}${until.zh}${review.zh}`,
          en: `Outcomes of ${draw.en}: ${en}${until.en}${review.en}`,
        },
        [{ kind: 'choices', choices: enterChoices(book) }],
      );
    }),
};

const office: PostKind<OfBook> = {
  place: () => 'office',
  under: ({ book }) => (isListed(book) ? `outside-list/${book.slice(1)}/office` : placeOfCeremony(Number(book))),
  say: (deps, { book }) =>
    saidOf(deps, book, async (progress) => {
      const { departments } = progress;
      const [items, entered] = [total(departments, 'items'), total(departments, 'entered')];
      if (entered === 0) return null;
      const nameOf = await departmentNames(deps.db);
      const draw = sayDraw(progress.book);
      const until = untilWords(deps, progress, entered === items);
      const personName = await peopleNames(deps);
      const lines = departments.map((each): Words => {
        const { zh, en } = counted(each, personName);
        const name = nameOf(each.department);
        return { zh: `${name}：${zh}`, en: `${name}: ${en}` };
      });
      return said(
        {
          zh: `${draw.zh}检查结果录入 ${entered}/${items} 项${until.zh}`,
          en: `Outcomes of ${draw.en}: ${entered} of ${items} entered${until.en}`,
        },
        [{ kind: 'list', items: firstOf(lines, linesMost, '个单位') }],
      );
    }),
};

/** More departments than take part anywhere. */
const linesMost = 60;

const total = (all: readonly Progress[], of: 'items' | 'entered'): number =>
  all.reduce((sum, each) => sum + each[of], 0);

async function saidOf(
  deps: ChatDeps,
  book: string,
  say: (progress: BookProgress) => Promise<Said | null>,
): Promise<Said | null> {
  const progress = await outcomeProgress(deps, book);
  if (progress.ok) return say(progress.value);
  return isListed(book) ? null : gone(Number(book), progress.error);
}

/** How many wait, passed or came back; nothing before the first was reviewed. */
async function reviewWords(deps: ChatDeps, about: OfDepartment): Promise<Words> {
  const desk = await reviewDesk(deps, about);
  if (!desk.ok) return { zh: '', en: '' };
  const [waiting, passed, returned] = reviewStates.map((state) => inState(desk.value, state).length);
  if (passed === 0 && returned === 0) return { zh: '', en: '' };
  const again = returned === 0 ? '' : `，退回 ${returned} 项（请按退回意见重新录入）`;
  return {
    zh: `审核通过 ${passed} 项，待审核 ${waiting} 项${again}。`,
    en: ` ${passed} passed review, ${waiting} wait${returned === 0 ? '' : `, ${returned} were returned: enter them anew`}.`,
  };
}

/** 12/36 项，最近由向佳宁于7月8日 09:07 录入 */
function counted({ items, entered, last }: Progress, personName: (person: string) => string): Words {
  const many = { zh: `${entered}/${items} 项`, en: `${entered} of ${items} entered` };
  if (last === null) return many;
  const name = personName(last.person);
  const at = wordsOfMinute(minuteOf(last.at));
  return { zh: `${many.zh}，最近由${name}于${at.zh}录入`, en: `${many.en}, last by ${name}, ${at.en}` };
}

function untilWords({ now }: ChatDeps, { book: { window } }: BookProgress, isWhole: boolean): Words {
  if (isWhole) return { zh: '，已全部录入。', en: '; all is entered.' };
  const last = civil(window.to);
  return dayOf(now()) > window.to
    ? { zh: `。检查实施期${last.zh}已结束，请尽快录入。`, en: `. Visits ended on ${last.en}; please enter the rest.` }
    : { zh: `，检查实施期至${last.zh}。`, en: `; visits until ${last.en}.` };
}

const said = (summary: Words, more: readonly Part[] = []): Message => ({
  summary,
  parts: [{ kind: 'text', words: summary }, ...more],
});

export const outcomePosts: Readonly<Record<string, PostKind<About>>> = {
  outcomes: postKindOf(own),
  'outcomes-office': postKindOf(office),
  reviewing: postKindOf(reviewing),
};
