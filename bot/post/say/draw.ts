/** What the posts of a ceremony say, each worked out from what is recorded. */
import { checkpointOf, formatCheckpoint } from '../../../core/ledger/checkpoint.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { heading, note, sentence, text } from '../../message/message.ts';
import type { Place } from '../../message/messenger.ts';
import { checkpointsIn } from '../../verbs/draw/checkpoint.ts';
import { drawFigures } from '../../verbs/draw/figures.ts';
import { type AnnulmentAsked, type CorrectionAsked, lastAsked } from '../../verbs/draw/second-person.ts';
import { factBodies } from '../../verbs/ledger/fact-bodies.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { rootOf } from '../after/draw.ts';
import { type About, type PostKind, postKindOf, type Said, slotOf } from '../post.ts';
import { sayCeremonyRoot } from './draw/ceremony.ts';
import { sayDepartment } from './draw/department.ts';
import { sayPicture } from './draw/picture.ts';
import { drawsByItself, type Present, presentOf } from './draw/present.ts';
import { sayResult } from './draw/result.ts';
import { sayAnnulment, sayCorrection } from './draw/second.ts';
import { sayUnsealing, sayWitness } from './draw/witness.ts';
import { ceremonyWords } from './draw/words.ts';

type OfCeremony = { readonly ceremony: number };
type OfPerson = OfCeremony & { readonly person: string };

const atOffice = (): Place => 'office';
const atPerson = ({ person }: OfPerson): Place => `person:${person}`;
const noRoot = (): null => null;
const underRoot = ({ ceremony }: OfCeremony): string => slotOf(rootOf(ceremony));

const ifHeld =
  <A extends OfCeremony>(say: (deps: ChatDeps, present: Present, about: A) => Promise<Said | null> | Said | null) =>
  async (deps: ChatDeps, about: A): Promise<Said | null> => {
    const present = await presentOf(deps, about.ceremony);
    return present === null ? null : say(deps, present, about);
  };

const ceremony: PostKind<OfCeremony> = {
  place: atOffice,
  under: noRoot,
  say: ifHeld((_, present) => sayCeremonyRoot(present)),
};

const holder: PostKind<OfCeremony & { readonly department: string }> = {
  place: ({ department: code }) => `department:${code}`,
  under: noRoot,
  say: ifHeld(async (deps, present, { department: code }) =>
    (await drawsByItself(deps, code)) ? sayCeremonyRoot(present) : null,
  ),
};

const witness: PostKind<OfPerson> = {
  place: atPerson,
  under: noRoot,
  say: ifHeld((deps, present, { person }) => sayWitness(present, person, deps.site)),
};

const unsealing: PostKind<OfPerson> = {
  place: atPerson,
  under: noRoot,
  say: ifHeld((deps, present, { person }) => sayUnsealing(present, person, deps.site)),
};

const result: PostKind<OfCeremony> = {
  place: atOffice,
  under: underRoot,
  say: ifHeld(async (deps, present) => {
    const figures = await drawFigures(deps.db, present.no);
    if (figures === null) return null;
    const handed = await factBodies<OfCeremony>(deps.db, 'visits-assigned');
    const isAssigned = handed.some(({ seq, body }) => body.ceremony === present.no && seq >= figures.record.seq);
    return sayResult(present, figures, await departmentNames(deps.db), deps.site, isAssigned);
  }),
};

const picture: PostKind<OfCeremony & { readonly record: string }> = {
  place: atOffice,
  under: underRoot,
  say: ifHeld(async (deps, present, { record }) => {
    const figures = await drawFigures(deps.db, present.no);
    // A picture of a record that a corrected number has replaced is not drawn any more.
    if (figures === null || !figures.record.digest.startsWith(record)) return null;
    return sayPicture(present, figures, await departmentNames(deps.db));
  }),
};

const department: PostKind<OfCeremony & { readonly department: string }> = {
  place: ({ department: code }) => `department:${code}`,
  under: noRoot,
  say: ifHeld(async (deps, present, about) => {
    const figures = await drawFigures(deps.db, present.no);
    return figures === null ? null : sayDepartment(present, figures, about.department, deps.site);
  }),
};

const second: PostKind<OfPerson & { readonly matter: string }> = {
  place: atPerson,
  under: noRoot,
  say: ifHeld(async (deps, present, { person, matter }) => {
    const kind = matter === 'annulment' ? 'annulment-asked' : 'public-number-correction-asked';
    const asked = await lastAsked<CorrectionAsked & AnnulmentAsked>(deps.db, kind, present.no);
    if (asked === null || asked.second !== person) return null;
    const first = (await actorOf(deps, asked.first))?.name ?? asked.first;
    return matter === 'annulment' ? sayAnnulment(present, asked, first) : sayCorrection(present, asked, first);
  }),
};

const checkpoint: PostKind<OfCeremony & { readonly size: number }> = {
  place: atOffice,
  under: underRoot,
  say: async (deps, { ceremony: no, size }) => {
    const posted = (await checkpointsIn(deps.db, no)).find((each) => each.size === size);
    if (posted === undefined) return null;
    const words = {
      zh: `${ceremonyWords(no).zh}开签后的台账校验点：${size} 行。`,
      en: `The ledger's checkpoint after ${ceremonyWords(no).en.toLowerCase()}: ${size} rows.`,
    };
    return {
      ...sentence(words),
      parts: [
        heading('台账校验点', 'Checkpoint of the ledger'),
        text(
          formatCheckpoint(checkpointOf(deps.office, { seq: size, hash: posted.head })).trim(),
          formatCheckpoint(checkpointOf(deps.office, { seq: size, hash: posted.head })).trim(),
        ),
        note(
          `请各单位留存。日后台账第 ${size} 行的摘要与此不符的，即为被改动。`,
          `Keep it: a ledger whose row ${size} has another digest was altered.`,
        ),
      ],
    };
  },
};

export const drawPosts: Readonly<Record<string, PostKind<About>>> = {
  ceremony: postKindOf(ceremony),
  'ceremony-holder': postKindOf(holder),
  'ceremony-witness': postKindOf(witness),
  'ceremony-unsealing': postKindOf(unsealing),
  'ceremony-result': postKindOf(result),
  'ceremony-picture': postKindOf(picture),
  'ceremony-department': postKindOf(department),
  'ceremony-second': postKindOf(second),
  'ceremony-checkpoint': postKindOf(checkpoint),
};
