/** How far each department is with a visit, beside its joint form: approval, notice, 现场检查 and 办结. */
import { visitId } from '../../../core/outcome/key.ts';
import { approvalBinds, isDecided } from '../../../core/visit/need.ts';
import { type BodyState, bodyState, isApproved, visitState } from '../../../core/visit/state.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import type { HeldForm } from './joint-form.ts';

export interface VisitNowAt {
  readonly of: (department: string) => BodyState;
  /** Somebody goes before the head has said yes, on a day on which the law asks for it (国办发〔2024〕54号). */
  readonly isUnapproved: (department: string) => boolean;
}

export async function visitNow(
  deps: Pick<Deps, 'db' | 'now'>,
  { book, form }: Pick<HeldForm, 'book' | 'form'>,
): Promise<VisitNowAt> {
  const id = visitId(book.source, form.visit);
  const state = visitState(id, await dossierOf(deps.db, { matter: 'visit', id }));
  const of = (department: string): BodyState => bodyState(state, department);
  const binds = approvalBinds(dayOf(deps.now()));
  return {
    of,
    isUnapproved: (department) =>
      binds && form.planned === 'on-site' && !isApproved(of(department)) && !isDecided(of(department)),
  };
}
