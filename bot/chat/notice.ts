/** Publication in the chat: a task finished, outcomes published, answers of destinations, objections, what is kept back and what ends. */
import type { Chapter } from './door.ts';
import { acknowledgeForm, reconcileForm } from './notice/answers.ts';
import { notice } from './notice/command.ts';
import { endForm } from './notice/end.ts';
import { matterForm } from './notice/matter.ts';
import { decideOneForm } from './notice/objection.ts';
import { decideForm, objectForm } from './notice/objections.ts';
import { confirmForm, finishForm, publishForm } from './notice/publish.ts';
import { endRepairedRows } from './notice/repaired.ts';
import { liftForm, withholdForm } from './notice/withhold.ts';

const form = (name: string) => ({ kind: 'form', form: name }) as const;

export const noticeChapter: Chapter = {
  commands: { notice },
  choices: {
    'notice-finish': form('notice-finish'),
    'notice-publish': form('notice-publish'),
    'notice-acknowledge': form('notice-acknowledge'),
    'notice-reconcile': form('notice-reconcile'),
    'notice-withhold': form('notice-withhold'),
    'notice-lift': form('notice-lift'),
    'notice-end': form('notice-end'),
    'notice-object': form('notice-object'),
    'notice-decide': form('notice-decide'),
    'notice-matter': form('notice-matter'),
    'notice-end-repaired': { kind: 'act', act: endRepairedRows },
    'objection-keep': form('objection-keep'),
    'objection-correct': form('objection-correct'),
    'objection-withdraw': form('objection-withdraw'),
  },
  forms: {
    'notice-finish': finishForm,
    'notice-publish': publishForm,
    'notice-publish-confirm': confirmForm,
    'notice-acknowledge': acknowledgeForm,
    'notice-reconcile': reconcileForm,
    'notice-withhold': withholdForm,
    'notice-lift': liftForm,
    'notice-end': endForm,
    'notice-object': objectForm,
    'notice-decide': decideForm,
    'notice-matter': matterForm,
    'objection-keep': decideOneForm('keep'),
    'objection-correct': decideOneForm('correct'),
    'objection-withdraw': decideOneForm('withdraw'),
  },
};
