/**
 * What Slack sends is worked on here, by whichever way it came (`receiver.ts`, `socket.ts`). An event is well received once its work is
 * done; what fails, or takes longer than two and a half seconds, is delivered again by Slack, and what was done is marked only
 * afterwards. Acting twice is harmless (verbs know their keys); losing is not.
 */
import type { ReceiverEvent } from '@slack/bolt';
import { within } from './patience.ts';
import { isObject, type Payload, teamOf, textIn } from './payload.ts';

export interface Work {
  /** The one workspace that this installation serves. */
  readonly team: string;
  /** Does what is asked for; rejects where that failed, so that the platform delivers it again. */
  readonly process: (event: ReceiverEvent) => Promise<void>;
  readonly isDone: (key: string) => Promise<boolean>;
  readonly markDone: (key: string) => Promise<void>;
  /** Called whenever a piece of work has ended, well or not: there may be something to deliver. */
  readonly ended: () => void;
}

/** What Slack is to be told now. */
export type Taken =
  /** @param reply the body of the answer; null or '' where there is none */
  | { readonly kind: 'answered'; readonly reply: unknown }
  /** @param again whether Slack shall deliver it again */
  | { readonly kind: 'failed'; readonly again: boolean }
  /** Of another workspace, or an event without a number, which could not be known again. */
  | { readonly kind: 'refused'; readonly why: 'other-team' | 'no-event-id' };

export interface Intake {
  /** @param retry which delivery of it this is: 0 for the first @param outlive given the work, which may go on after the answer */
  readonly take: (payload: Payload, retry: number, outlive?: (work: Promise<void>) => void) => Promise<Taken>;
  /** Resolves when nothing that was taken in is still being worked on. */
  readonly idle: () => Promise<void>;
}

/** Slack waits three seconds. */
const patienceMs = 2500;
/** Slack tries three more times: at once, after a minute, after five. */
export const lastRetry = 3;

/** Told whenever anybody changes his status, and harmless twice: not worth a row in the database each time. */
const isPassing = ({ event }: Payload): boolean => isObject(event) && event.type === 'user_change';

export const isEvent = (payload: Payload): boolean => payload.type === 'event_callback';

export function intakeOf(work: Work): Intake {
  /** Deliveries of one event that come while it is worked on wait for that work instead of doing it beside. */
  const atWork = new Map<string, Promise<void>>();
  const works = new Set<Promise<void>>();

  function keep(doing: Promise<unknown>): Promise<void> {
    const kept: Promise<void> = doing
      .then(() => {})
      .catch(() => {})
      .finally(() => {
        works.delete(kept);
        work.ended();
      });
    works.add(kept);
    return kept;
  }

  async function onEvent(payload: Payload, retry: number, outlive: (work: Promise<void>) => void): Promise<Taken> {
    const key = `slack:${textIn(payload, 'event_id')}`;
    const again = retry < lastRetry;
    const doing = atWork.get(key) ?? begin();
    outlive(keep(doing));
    try {
      const { done } = await within(doing, patienceMs);
      // Well received is what is done: at the edge work may end with its isolate. Delivered again, it is found done, waited for or done then.
      return done || !again ? { kind: 'answered', reply: null } : { kind: 'failed', again };
    } catch {
      return { kind: 'failed', again };
    }

    function begin(): Promise<void> {
      const begun = (async () => {
        const isNoted = !isPassing(payload);
        if (isNoted && (await work.isDone(key))) return;
        await work.process({
          body: { ...payload },
          retryNum: retry,
          customProperties: { again },
          ack: async () => {},
        });
        if (isNoted) await work.markDone(key);
      })().finally(() => atWork.delete(key));
      atWork.set(key, begun);
      return begun;
    }
  }

  function onInteraction(payload: Payload, outlive: (work: Promise<void>) => void): Promise<Taken> {
    return new Promise((answer) => {
      const doing = work
        .process({
          body: { ...payload },
          customProperties: { again: false },
          ack: async (reply: unknown) => answer({ kind: 'answered', reply }),
        })
        // Whatever nobody listens to (a closed window) is well received all the same; a second answer is ignored.
        .then(() => answer({ kind: 'answered', reply: null }))
        .catch(() => answer({ kind: 'failed', again: false }));
      outlive(keep(doing));
    });
  }

  return {
    take: async (payload, retry, outlive = () => {}) => {
      if (teamOf(payload) !== work.team) return { kind: 'refused', why: 'other-team' };
      if (!isEvent(payload)) return onInteraction(payload, outlive);
      if (textIn(payload, 'event_id') === '') return { kind: 'refused', why: 'no-event-id' };
      return onEvent(payload, retry, outlive);
    },
    idle: async () => {
      while (works.size > 0) await Promise.all(works);
    },
  };
}
