/** What a member has before him: posts as text, the form that stands open, the home tab. */
import type { OpenForm } from './forms.ts';
import type { Ground } from './ground.ts';
import { listOf, objOf } from './json.ts';
import { controlsOf, fieldsOf, linesOf, mrkdwnWords, optionsOf, wordsOf } from './seen.ts';
import { channelsOf, type Post, postsIn } from './world.ts';

export interface FormSeen {
  readonly title: string;
  /** Everything above and between the fields. */
  readonly text: string;
  readonly fields: readonly FieldSeen[];
  readonly buttons: readonly string[];
  /** What stands on the button that sends it; '' where there is none. */
  readonly submit: string;
  /** By label of the field. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface FieldSeen {
  readonly label: string;
  readonly kind: string;
  readonly hint: string;
  readonly optional: boolean;
  readonly options: readonly string[];
}

/** A post as it is read; pictures and files by their names. */
export const textOf = (post: Post): string =>
  post.blocks.length > 0 ? linesOf(post.blocks).join('\n') : mrkdwnWords(post.text);

export function formSeen(form: OpenForm | null): FormSeen | null {
  if (form === null) return null;
  const blocks = listOf(form.view.blocks);
  const fields = fieldsOf(blocks);
  const label = (block: string) => fields.find((field) => field.block === block)?.label ?? block;
  return {
    title: wordsOf(form.view.title),
    text: linesOf(blocks.filter((block) => objOf(block).type !== 'input')).join('\n'),
    fields: fields.map(({ label: words, type, hint, optional, element }) => ({
      label: words,
      kind: type,
      hint,
      optional,
      options: optionsOf(element).map((option) => option.label),
    })),
    buttons: controlsOf(blocks).map((control) => control.label),
    submit: wordsOf(form.view.submit),
    errors: Object.fromEntries(Object.entries(form.errors).map(([block, said]) => [label(block), said])),
  };
}

/** Posts that the member sees in a channel, oldest first. */
export const postsSeen = ({ world }: Ground, user: string, channel: string): readonly Post[] =>
  postsIn(world, channel).filter(({ only }) => only === null || only === user);

/** Posts that the member sees anywhere, oldest first. */
export const allSeen = (ground: Ground, user: string): readonly Post[] =>
  channelsOf(ground.world, user)
    .flatMap(({ id }) => postsSeen(ground, user, id))
    .toSorted((one, other) => Number(one.ts) - Number(other.ts));

export const homeText = ({ world }: Ground, user: string): string => {
  const home = world.homes.get(user);
  return home === undefined ? '' : linesOf(listOf(home.view.blocks)).join('\n');
};
