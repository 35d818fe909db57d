/**
 * The guided tour of the practice county: from the letter to the bulletin, one step at a time. A step is done when what was to happen is on
 * record, whoever did it; the boring ones can be done in the reader's place, by the same acts and the same signed requests.
 */
import type { Words } from '../../../core/words.ts';
import { factsOf } from '../../../db/ledger.ts';
import { drive } from '../workspace/driver.ts';
import type { PageTour } from '../workspace/page.ts';
import type { PageStep } from '../workspace/page-shape.ts';
import { imOf } from '../workspace/world.ts';
import { bulletinSteps } from './bulletin.ts';
import { consultSteps } from './consult.ts';
import { drawSteps } from './draw.ts';
import { NotDoneForMe, type Step, type Tour, type TourGround, type TourPart } from './ground.ts';
import { noticeSteps } from './notice.ts';
import { outcomeSteps } from './outcome.ts';
import { partnersEnter } from './partners.ts';
import { visitSteps } from './visit.ts';

const parts: readonly TourPart[] = [
  { title: { zh: '征询和计划', en: 'Letter and plan' }, steps: consultSteps },
  { title: { zh: '抽取', en: 'The draw' }, steps: drawSteps },
  { title: { zh: '检查', en: 'The visit' }, steps: [...visitSteps, ...outcomeSteps, partnersEnter] },
  { title: { zh: '公示和处置', en: 'In public, and put right' }, steps: noticeSteps },
  { title: { zh: '通报和核验', en: 'Bulletin, and checked by anybody' }, steps: bulletinSteps },
];
const steps = parts.flatMap((part) => part.steps);

export function practiceTour(ground: TourGround): PageTour {
  const { deps, workspace, idle } = ground;
  const tour: Tour = {
    ...ground,
    driver: drive(workspace, { idle }),
    count: async (kind) => (await factsOf(deps.db, kind)).length,
    secrets: new Map(),
  };
  // What is done stays done, and the ledger need not be asked for it again.
  const done = new Set<string>();
  // One step after the other, however often and from how many windows they are asked for.
  let last: Promise<unknown> = Promise.resolve();

  async function isDone(step: Step): Promise<boolean> {
    if (!done.has(step.id) && (await step.done(tour))) done.add(step.id);
    return done.has(step.id);
  }

  async function shown(part: TourPart, step: Step): Promise<PageStep> {
    const { id, title, lines, forMe, inSpreadsheet, link } = step;
    const as = accountOf(tour, step.as);
    const isDoneNow = await isDone(step);
    return {
      id,
      part: part.title,
      title,
      lines,
      as,
      where: placeOf(tour, as, step.where),
      done: isDoneNow,
      forMe: forMe !== undefined,
      inSpreadsheet: inSpreadsheet !== undefined,
      copy: isDoneNow || inSpreadsheet === undefined ? null : await inSpreadsheet(tour),
      link: link === undefined ? null : link(tour),
    };
  }

  return {
    steps: async () => {
      const all: PageStep[] = [];
      for (const part of parts) for (const step of part.steps) all.push(await shown(part, step));
      return all;
    },
    forMe: (id) => {
      const mine = last.then(() => inReadersPlace(id));
      last = mine;
      return mine;
    },
  };

  async function inReadersPlace(id: string): Promise<Words | null> {
    const step = steps.find((each) => each.id === id);
    if (step?.forMe === undefined) return null;
    // The step before may have left posts in the outbox, and this one is done at their buttons.
    await tour.driver.settle();
    if (await isDone(step)) return null;
    try {
      await step.forMe(tour);
    } catch (thrown) {
      console.error(`tour ${id} ${thrown instanceof Error ? thrown.message : typeof thrown}`);
      if (thrown instanceof NotDoneForMe && !(await isDone(step))) return thrown.words;
    }
    return (await isDone(step)) ? null : notDone;
  }
}

const notDone: Words = {
  zh: '这一步没能代您做完，请照上面的说明自己做，或者再点一次“代我做”。',
  en: 'This step could not be done for you; please do it as described above, or press the button once more.',
};

/** Of several who have the title the first who has got something to read. */
function accountOf({ workspace: { ground } }: Tour, title: string): string {
  const all = [...ground.world.members.values()].filter((member) => member.title === title);
  const reader = all.find(
    ({ id }) => (ground.world.posts.get(imOf(ground.world, id, ground.app.botUser)?.id ?? '') ?? []).length > 0,
  );
  return (reader ?? all[0])?.id ?? '';
}

function placeOf({ workspace: { ground } }: Tour, as: string, where: string): string {
  if (where === 'home') return where;
  if (where === '私聊') return imOf(ground.world, as, ground.app.botUser)?.id ?? '';
  return [...ground.world.channels.values()].find(({ name }) => name === where)?.id ?? '';
}
