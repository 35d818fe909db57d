/**
 * The guided tour of the practice county: from the letter to what inspectors found, one step at a time. A step is done when what was to happen is on
 * record, whoever did it; the boring ones can be done in the reader's place, by the same acts and the same signed requests.
 */
import { factsOf } from '../../../db/ledger.ts';
import { drive } from '../workspace/driver.ts';
import type { PageTour } from '../workspace/page.ts';
import type { PageStep } from '../workspace/page-shape.ts';
import { imOf } from '../workspace/world.ts';
import { consultSteps } from './consult.ts';
import { drawSteps, inspector } from './draw.ts';
import type { Step, Tour, TourGround } from './ground.ts';
import { outcomeSteps } from './outcome.ts';

const steps: readonly Step[] = [...consultSteps, ...drawSteps, ...outcomeSteps];

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

  async function isDone(step: Step): Promise<boolean> {
    if (!done.has(step.id) && (await step.done(tour))) done.add(step.id);
    return done.has(step.id);
  }

  async function shown(step: Step): Promise<PageStep> {
    const { id, title, text, forMe, inSpreadsheet } = step;
    const as = accountOf(tour, step.as);
    const isDoneNow = await isDone(step);
    return {
      id,
      title,
      text,
      as,
      where: placeOf(tour, as, step.where),
      done: isDoneNow,
      forMe: forMe !== undefined,
      inSpreadsheet: inSpreadsheet !== undefined,
      copy: isDoneNow || inSpreadsheet === undefined ? null : await inSpreadsheet(tour),
    };
  }

  return {
    steps: async () => {
      const all: PageStep[] = [];
      for (const step of steps) all.push(await shown(step));
      return all;
    },
    forMe: async (id) => {
      const step = steps.find((each) => each.id === id);
      if (step?.forMe === undefined || (await isDone(step))) return null;
      try {
        await step.forMe(tour);
      } catch (thrown) {
        console.error(`tour ${id} ${thrown instanceof Error ? thrown.message : typeof thrown}`);
      }
      return (await isDone(step)) ? null : 'not-done-for-me';
    },
  };
}

/** Of several inspectors the first who has got something to read. */
function accountOf({ workspace: { ground } }: Tour, title: string): string {
  const all = [...ground.world.members.values()].filter((member) => member.title === title);
  if (title !== inspector) return all[0]?.id ?? '';
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
