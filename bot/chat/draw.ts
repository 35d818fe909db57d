/** The ceremony in a chat: everything of it that can be typed, pressed and filled. */
import type { Chapter } from './door.ts';
import { drawCommand } from './draw/command.ts';
import { abortForm, annulForm, confirmAnnulmentAct, confirmCorrectionAct, correctForm } from './draw/end.ts';
import { freezeForm, planForm } from './draw/freeze.ts';
import { numberForm, passOverForm } from './draw/number.ts';
import { checkpointAct, discloseAct, openAct } from './draw/open.ts';
import { listPeopleForm, postsForm } from './draw/people-only.ts';
import { cosignForm, pressedReveal, sealForm } from './draw/secrets.ts';
import { slipAct } from './draw/slip.ts';

export const drawChapter: Chapter = {
  commands: { draw: drawCommand },
  choices: {
    'draw-freeze': { kind: 'form', form: 'draw-freeze' },
    'draw-cosign': { kind: 'form', form: 'draw-cosign' },
    'draw-seal': { kind: 'form', form: 'draw-seal' },
    'draw-reveal': { kind: 'act', act: pressedReveal },
    'draw-number': { kind: 'form', form: 'draw-number' },
    'draw-pass-over': { kind: 'form', form: 'draw-pass-over' },
    'draw-open': { kind: 'act', act: openAct },
    'draw-slip': { kind: 'act', act: slipAct },
    'draw-abort': { kind: 'form', form: 'draw-abort' },
    'draw-correct': { kind: 'form', form: 'draw-correct' },
    'draw-posts': { kind: 'form', form: 'draw-posts' },
    /** About the number of a list that was drawn elsewhere. */
    'draw-list-people': { kind: 'form', form: 'draw-list-people' },
    'draw-checkpoint': { kind: 'act', act: checkpointAct },
    'draw-disclose': { kind: 'act', act: discloseAct },
    'draw-confirm-correction': { kind: 'act', act: confirmCorrectionAct },
    'draw-confirm-annulment': { kind: 'act', act: confirmAnnulmentAct },
  },
  forms: {
    'draw-plan': planForm,
    'draw-freeze': freezeForm,
    'draw-posts': postsForm,
    'draw-list-people': listPeopleForm,
    'draw-cosign': cosignForm,
    'draw-seal': sealForm,
    'draw-number': numberForm,
    'draw-pass-over': passOverForm,
    'draw-abort': abortForm,
    'draw-correct': correctForm,
    'draw-annul': annulForm,
  },
};
