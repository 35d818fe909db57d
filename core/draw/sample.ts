/**
 * A ceremony that draws outcomes to be looked at again and sends nobody anywhere: no task of it has a body, so that there are no posts, and
 * its visits are no calls at a door. The protocol is the same; only whoever reads draws as inspections has to leave these out.
 */
import type { Manifest } from './manifest.ts';

export const isSample = ({ kind, tasks }: Pick<Manifest, 'kind' | 'tasks'>): boolean =>
  kind === 'draw' && tasks.length > 0 && tasks.every(({ bodies }) => bodies.length === 0);
