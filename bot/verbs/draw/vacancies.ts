/** Posts that a draw left open, or that ran out of substitutes, as far as no later ceremony is there to fill them. */
import type { PostAsked } from '../../../core/draw/manifest.ts';
import { readRoster } from '../../../core/draw/roster.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import type { Deps } from '../../deps.ts';
import type { Standing } from '../visit/assignment.ts';
import { type Held, standingCeremonies } from './held.ts';
import { rosterTexts } from './record.ts';

/** One visit whose posts are to be filled, and who cannot take them (they go there already, or held the post before). */
export interface Vacancy {
  readonly subject: SubjectKey & { readonly place: string };
  readonly posts: readonly PostAsked[];
  readonly not: readonly string[];
}

/** Visits with open posts; whoever goes there, went there or was barred before is not asked. */
export function vacanciesOf({ record: { manifest }, assignment }: Standing): readonly Vacancy[] {
  return assignment.visits.flatMap(({ row, posts, ended }): Vacancy[] => {
    const open = posts.flatMap((no) => (assignment.posts[no]?.officer === null ? [assignment.posts[no]] : []));
    if (ended || open.length === 0) return [];
    const key = assignment.roster.key(row);
    const barred = manifest.barred.flatMap(([officer, kind, number]) =>
      kind === key.kind && number === key.number ? [officer] : [],
    );
    const not = [...barred, ...posts.flatMap((no) => [...(assignment.posts[no]?.holders ?? [])])];
    const asked = open.map(({ department, pool, need }) => ({ department, pool, need }));
    return [{ subject: { ...key, place: assignment.roster.place(row) }, posts: asked, not }];
  });
}

/** Nothing is ever redrawn: posts that a later ceremony which stands was frozen for are not open any more. */
export async function askedSince({ db }: Deps, { state, manifest }: Held): Promise<readonly string[]> {
  const later = (await standingCeremonies(db)).filter(
    (each) => each.state.no > state.no && each.manifest.kind === 'people' && each.manifest.plan === manifest.plan,
  );
  const asked: string[] = [];
  for (const each of later) {
    const roster = readRoster(each.manifest, await rosterTexts(db, each.manifest));
    if (!roster.ok) throw new Error(`the roster of ceremony ${each.state.no} is damaged: ${roster.error.at}`);
    for (const { row, posts } of each.manifest.given) {
      asked.push(...posts.map((post) => postKey(roster.value.key(row), post)));
    }
  }
  return asked;
}

export function withoutAsked(vacancies: readonly Vacancy[], asked: readonly string[]): readonly Vacancy[] {
  const left = [...asked];
  return vacancies.flatMap((vacancy) => {
    const posts = vacancy.posts.filter((post) => {
      const at = left.indexOf(postKey(vacancy.subject, post));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return posts.length === 0 ? [] : [{ ...vacancy, posts }];
  });
}

/** Equal for posts of one subject that ask for the same. */
export const postKey = (subject: SubjectKey, { department, pool, need }: PostAsked): string =>
  [keyText(subject), department, pool, need].join('\t');
