/** Which draw and department a button or form about publication means. */
import type { Publication } from '../../verbs/notice/publications.ts';
import { publicationsOf } from '../../verbs/notice/publications.ts';
import { ownBody } from '../../verbs/notice/whose.ts';
import type { Asked } from '../door.ts';

export interface AboutBook {
  readonly book: string;
  readonly department: string;
}

/** `3 scjg`; where no department stands it is the asker's own. */
export async function aboutIn({ deps, actor }: Asked, about: string): Promise<AboutBook> {
  const [book = '', ...rest] = about.trim().split(/\s+/);
  const department = rest.join(' ');
  const no = book.normalize('NFKC').toUpperCase();
  return { book: no, department: department === '' ? await ownBody(deps, actor) : department };
}

export const aboutOf = ({ book, department }: AboutBook): string => `${book} ${department}`;

/** What stands of that department in the draw, and of tasks that it leads. */
export async function standingOf(asked: Asked, { book, department }: AboutBook): Promise<readonly Publication[]> {
  return (await publicationsOf(asked.deps, { book })).filter(
    (each) => each.department === department || each.lead === department,
  );
}

/** Names of outcomes, one a line or separated by marks. */
export const idsIn = (text: string): readonly string[] =>
  text
    .split(/[\n,，;；\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
