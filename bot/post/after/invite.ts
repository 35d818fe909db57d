/** Posts that follow from facts of this stage. */
import type { After } from '../post.ts';

export const afterInvite = {} as const satisfies After;
