/** Under the office's root of a consultation: what last year's checks show for the plan that is asked for (三明 2025 四(九)). */
import { firstOf, withLines } from '../../../message/message.ts';
import { guideLines, guideSummary } from '../../../say/guide.ts';
import { guideFor } from '../../../verbs/consult/guide.ts';
import { heldConsultation } from '../../../verbs/consult/held.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { type OfConsultation, rootSlot } from './place.ts';

const linesShown = 30;

export const guidePost: PostKind<OfConsultation> = {
  place: () => 'office',
  under: rootSlot,
  say: async (deps, { consultation }) => {
    const held = await heldConsultation(deps.db, consultation);
    if (held === null) return null;
    const guide = await guideFor(deps, held.year, null);
    if (guide.lines.length === 0 && guide.proposals.length === 0) return null;
    const nameOf = await departmentNames(deps.db);
    return withLines(guideSummary(guide), firstOf(guideLines(guide, nameOf), linesShown, '项'));
  },
};
