/**
 * The workspace as its members use it, for tests: everything is found by the words that a member sees, and each act waits until the
 * bot has done all that follows from it. What cannot be found is an error that says what there was to see.
 */
import { actsOf, type Person } from './driver-person.ts';
import { type FormSeen, textOf } from './driver-sight.ts';
import type { Fault } from './faults.ts';
import type { Delivery, Raw, Release } from './outgoing.ts';
import type { Workspace } from './workspace.ts';
import { postsIn } from './world.ts';

export interface DriverOptions {
  /** When the bot has nothing to do any more: its listeners are done and its outbox is empty. */
  readonly idle?: () => Promise<void>;
}

/** What an act brought: to be read by the one who acted. */
export interface Shown {
  /** Posts that are new or say something new to this member, oldest first. */
  readonly said: readonly string[];
  readonly form: FormSeen | null;
}

export interface Driver {
  readonly workspace: Workspace;
  /** By the name or the title that people read, or a part of them that only one has: `县应急管理局联络员`. @throws where there is none or several */
  readonly user: (name: string) => Person;
  /** Everything that everybody in the channel sees, threads in place, oldest first. */
  readonly channel: (name: string) => readonly string[];
  readonly settle: () => Promise<void>;
  readonly fault: (fault: Fault) => void;
  readonly strictPace: (on: boolean) => void;
  /** Events are kept back until they are let go: in which order, and how often each. */
  readonly hold: () => void;
  readonly release: (how?: Release) => Promise<void>;
  /** Anything at all, well signed or not. */
  readonly raw: (how: Raw) => Promise<Response>;
  readonly deliveries: () => readonly Delivery[];
}

export function drive(workspace: Workspace, { idle = async () => {} }: DriverOptions = {}): Driver {
  const { world, store } = workspace.ground;

  async function settle(): Promise<void> {
    for (;;) {
      const before = store.size();
      await workspace.outgoing.settled();
      await idle();
      await workspace.outgoing.settled();
      if (store.size() === before) return;
    }
  }

  function user(name: string): Person {
    const all = [...world.members.values()].filter(({ bot }) => !bot);
    const exact = all.filter(({ realName, title }) => realName === name || title === name);
    const found = exact.length > 0 ? exact : all.filter(({ realName, title }) => `${title}${realName}`.includes(name));
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const names = (found.length > 1 ? found : all)
        .map(({ realName, title }) => `${title} ${realName}`.trim())
        .join('、');
      throw new Error(`${found.length} members are called «${name}»; there are ${names}`);
    }
    return actsOf(workspace, settle, only);
  }

  return {
    workspace,
    user,
    channel: (name) => {
      const channel = [...world.channels.values()].find((each) => each.name === name);
      if (channel === undefined) throw new Error(`no channel «${name}»`);
      return postsIn(world, channel.id)
        .filter(({ only }) => only === null)
        .map(textOf);
    },
    settle,
    fault: workspace.faults.add,
    strictPace: workspace.ground.pace.set,
    hold: workspace.outgoing.hold,
    release: async (how = {}) => {
      workspace.outgoing.release(how);
      await settle();
    },
    raw: workspace.outgoing.raw,
    deliveries: workspace.outgoing.deliveries,
  };
}
