/**
 * How much the public has said and what waits for an answer: counts alone. Words that strangers write may name anybody, so that they stand in no
 * channel; whoever may read them opens them.
 */
import type { Words } from '../../../core/words.ts';
import type { Actor } from '../../actor.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { type Choice, choices, heading } from '../../message/message.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { leadsFor } from '../../verbs/voice/misconduct.ts';
import { theOffice, voicesFor } from '../../verbs/voice/voices-for.ts';
import { type About, type PostKind, postKindOf } from '../post.ts';

const openChoice: Choice = {
  id: 'voice-list',
  about: '',
  label: { zh: '查看并答复', en: 'Read and answer' },
  weight: 'primary',
};

async function counted(deps: ChatDeps, actor: Actor): Promise<{ readonly all: number; readonly open: number }> {
  const voices = await voicesFor(deps, actor);
  if (!voices.ok) return { all: 0, open: 0 };
  return { all: voices.value.length, open: voices.value.filter(({ answers }) => answers.length === 0).length };
}

const office: PostKind<Record<string, never>> = {
  place: () => 'office',
  under: () => null,
  say: async (deps) => {
    const { all, open } = await counted(deps, theOffice);
    if (all === 0) return null;
    const summary: Words = {
      zh: `群众反映 ${all} 件，待答复 ${open} 件。`,
      en: `${all} messages from the public, ${open} to be answered.`,
    };
    return {
      summary,
      parts: [heading('群众反映', 'From the public'), { kind: 'text', words: summary }, choices(openChoice)],
    };
  },
};

const discipline: PostKind<{ readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { person }) => {
    const actor = await actorOf(deps, person);
    // Somebody who has moved on reads nothing of it any more.
    if (actor === null || !actor.roles.includes('discipline')) return null;
    const voices = await voicesFor(deps, actor);
    const about = voices.ok ? voices.value.filter((each) => each.about === 'about-inspector') : [];
    const open = about.filter(({ answers }) => answers.length === 0).length;
    const leads = await leadsFor(deps.db, actor);
    const waiting = leads.filter(({ steps }) => !steps.some(({ step }) => step === 'handled')).length;
    if (about.length + leads.length === 0) return null;
    const summary: Words = {
      zh: `反映检查人员 ${about.length} 件（待答复 ${open} 件），移送的线索 ${leads.length} 件（待办理 ${waiting} 件）。`,
      en: `${about.length} letters about inspectors (${open} to be answered), ${leads.length} leads (${waiting} to be handled).`,
    };
    return {
      summary,
      parts: [
        heading('反映检查人员的情况', 'About inspectors'),
        { kind: 'text', words: summary },
        choices(openChoice, { id: 'lead-list', about: '', label: { zh: '查看线索', en: 'Leads' } }),
      ],
    };
  },
};

export const voicePosts: Readonly<Record<string, PostKind<About>>> = {
  voices: postKindOf(office),
  'voices-discipline': postKindOf(discipline),
};
