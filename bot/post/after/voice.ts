/**
 * Posts that follow from what the public says. Which it is decides whom it is for, so that the verb says it: what is about an inspector is told
 * to the discipline body's persons, privately, and to no channel.
 */
import type { Outgoing } from '../../../db/outbox.ts';
import { type Post, slotOf } from '../post.ts';

/** @param discipline persons of the discipline body; null where it is the office's matter */
export function postsOfVoices(discipline: readonly string[] | null): readonly Outgoing[] {
  const posts: readonly Post[] =
    discipline === null
      ? [{ kind: 'voices', about: {} }]
      : discipline.map((person) => ({ kind: 'voices-discipline', about: { person } }));
  return posts.map((post) => ({ destination: slotOf(post), message: JSON.stringify(post) }));
}
