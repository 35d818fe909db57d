/** Every act about findings that has a form, in the order in which people meet them. */
import type { FormDoor } from '../door.ts';
import { type ActForm, doorOf, formNamed } from './act-form.ts';
import { checkForm, closeForm, guidanceForm, orderForm } from './correction.ts';
import { jointForm, repairForm } from './credit.ts';
import { crimeAnswerForm, crimeForm, transferForm } from './hand-over.ts';
import { leniencyForm } from './leniency.ts';
import { listForm, remindForm } from './listing.ts';
import { letterForm, penaltyForm } from './penalty.ts';

export const actForms: readonly ActForm[] = [
  orderForm,
  checkForm,
  guidanceForm,
  penaltyForm,
  letterForm,
  leniencyForm,
  transferForm,
  crimeForm,
  crimeAnswerForm,
  remindForm,
  listForm,
  jointForm,
  repairForm,
  closeForm,
];

const doors = new Map(actForms.map((act) => [act.kind, doorOf(act)]));

export const formOfAct = (act: ActForm): FormDoor => doors.get(act.kind) ?? doorOf(act);

export const formsOfActs: Readonly<Record<string, FormDoor>> = Object.fromEntries(
  actForms.map((act) => [formNamed(act.kind), formOfAct(act)]),
);
