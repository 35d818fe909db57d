/** Posts that follow from facts of this stage. */
import type { After } from '../post.ts';

export const afterConsult = {} as const satisfies After;
