/** Posts that a draw or an outside list left open and a later ceremony for people only filled: who goes is what both say together. */
import type { PostAsked } from '../../../core/draw/manifest.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import { standingCeremonies } from '../draw/held.ts';
import { postKey } from '../draw/vacancies.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { standingAssignment } from '../visit/assignment.ts';

export interface Filled {
  /** The next officer who was found for such a post at this subject; each is given once. */
  readonly take: (subject: SubjectKey, post: PostAsked) => string | undefined;
  /** All who were found for a department at this subject. */
  readonly of: (subject: SubjectKey, department: string) => readonly string[];
}

/** @param after number of the ceremony that left posts open; 0 for a list */
export async function filledLater(db: Db, plan: string, after: number): Promise<Filled> {
  const isHanded = await handedOut(db);
  const later = (await standingCeremonies(db)).filter(
    ({ state, manifest }) =>
      manifest.kind === 'people' &&
      manifest.plan === plan &&
      state.no > after &&
      state.stage === 'opened' &&
      isHanded(state.no),
  );
  const byPost = new Map<string, string[]>();
  const byDepartment = new Map<string, string[]>();
  for (const { state } of later) {
    const standing = await standingAssignment(db, state.no);
    if (!standing.ok) continue;
    const { posts, visits, roster } = standing.value.assignment;
    for (const post of posts) {
      const visit = visits[post.visit];
      if (visit === undefined || visit.ended || post.officer === null) continue;
      const subject = roster.key(visit.row);
      put(byPost, postKey(subject, post), post.officer);
      put(byDepartment, departmentKey(subject, post.department), post.officer);
    }
  }
  return {
    take: (subject, post) => byPost.get(postKey(subject, post))?.shift(),
    of: (subject, department) => byDepartment.get(departmentKey(subject, department)) ?? [],
  };
}

/** Whether a ceremony's visits were handed out; what was handed out of an earlier result is not handed out of a corrected one. */
export async function handedOut(db: Db): Promise<(ceremony: number) => boolean> {
  const lastOf = async (kind: 'visits-assigned' | 'ceremony-opened') =>
    new Map((await factBodies<{ ceremony: number }>(db, kind)).map(({ seq, body }) => [body.ceremony, seq]));
  const [handed, opened] = [await lastOf('visits-assigned'), await lastOf('ceremony-opened')];
  return (ceremony) => (handed.get(ceremony) ?? 0) > (opened.get(ceremony) ?? 0);
}

const departmentKey = (subject: SubjectKey, department: string): string => `${keyText(subject)}\t${department}`;

function put(into: Map<string, string[]>, key: string, officer: string): void {
  const held = into.get(key);
  if (held === undefined) into.set(key, [officer]);
  else held.push(officer);
}
