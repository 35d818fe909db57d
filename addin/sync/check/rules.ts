/** The rules of checking, a third of the program, come in while people look at the first screen and not before it. */
import type { CheckGrid } from '../../../core/sheet/check.ts';

/** Asked once or often, they are loaded once. */
export const rules = async (): Promise<CheckGrid> => (await import('../../../core/sheet/check.ts')).checkGrid;
