/** Links into the pages: the private one that signs a person in, and where it may lead. */
import type { Actor } from '../actor.ts';
import type { ChatDeps } from '../chat/door.ts';
import { signInCode } from '../verbs/chat/sign-in.ts';

/** Only our own pages: a path of plain segments. Whatever else a link says, it leads to the first page. */
export const ownPath = (path: string): string =>
  path.length <= 200 && /^\/(?:[0-9A-Za-z_.-]+(?:\/[0-9A-Za-z_.-]+)*)?$/.test(path) && !path.includes('..')
    ? path
    : '/';

/**
 * A link that signs the actor in once, within ten minutes, and leads to the path; for an answer that only he is shown.
 * @param path e.g. `/witness/3`
 */
export async function webLink(deps: ChatDeps, actor: Actor, path = '/'): Promise<string> {
  const code = await signInCode(deps, actor);
  const to = ownPath(path);
  return `${deps.site}/in/${code}${to === '/' ? '' : `?to=${to}`}`;
}
