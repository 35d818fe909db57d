/**
 * 阅核签章: somebody who inspects at the visit shows the joint form and records what became of it, once for all departments (万年 2022 二: 填一张表; 福安
 * 2018 二(二)2). The fact binds what was read by its digest and names the versions, so that a later change shows as one.
 */
import { canonical } from '../../../core/canonical.ts';
import { writtenAs } from '../../../core/ledger/dossier.ts';
import { readEvidence } from '../../../core/outcome/evidence.ts';
import { digestOfForm, type FormVersion, unfilled, versionsOf } from '../../../core/outcome/form.ts';
import { visitId } from '../../../core/outcome/key.ts';
import { faultOfSigning, type Signed, type Signing, type SignWay } from '../../../core/outcome/sign.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type DossierEntry, dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf, personOf, signed } from '../act.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { atSigning, type DoorDone, type DoorTold, nothingAtDoor } from '../visit/at-signing.ts';
import { jointForm } from './joint-form.ts';
import { ownerOf } from './reach.ts';

export interface SignInput {
  readonly book: string;
  readonly visit: number;
  readonly way: SignWay;
  readonly signer: string;
  readonly witness: string;
  readonly words: string;
  /** 照片、录像, one a line: 名称；存放位置；SHA-256. */
  readonly record: string;
  /** Of the form that was shown; null where the door shows none and the one that stands is meant. */
  readonly digest: string | null;
  /** What is said of the door along with it; null where only the signing is recorded. */
  readonly door: DoorTold | null;
}

/** The fact's body. */
export interface FormSigned extends Signing {
  readonly visit: string;
  readonly book: string;
  readonly source: string;
  /** Of whoever showed it. */
  readonly department: string;
  readonly digest: string;
  readonly versions: readonly FormVersion[];
}

export interface SignDone {
  readonly way: SignWay;
  readonly no: string;
  /** Items that nobody had filled in when it was read. */
  readonly unfilled: number;
  /** 现场检查 and 办结 that were recorded along with it. */
  readonly door: DoorDone;
}

export async function signForm(deps: Deps, actor: Actor, input: SignInput): Promise<Result<SignDone, Refusal>> {
  return enact<SignDone>(deps, async (at) => {
    const held = await jointForm(deps, actor, input);
    if (!held.ok) return held;
    const { book, visit, form, reach, own } = held.value;
    const notHere = () => refuse('outcome', { reason: 'not-at-visit', no: visit.no, person: actor.person });
    const owner = ownerOf(actor, own?.department ?? '', reach.departments);
    const allowed = authorise(actor, 'sign-form', owner);
    if (!allowed.ok) return allowed;
    if (own === null) return notHere();
    const text = { signer: input.signer.trim(), witness: input.witness.trim(), words: input.words.trim() };
    const long = tooLong(text.words) ?? tooLong(text.signer, lineMost) ?? tooLong(text.witness, lineMost);
    if (long !== null) return refuse('outcome', long);
    const record = readEvidence(input.record);
    if (!record.ok) return refuse('outcome', { reason: 'record-unread', line: record.error.line });
    const signing: Signing = {
      ...{ way: input.way, words: text.words, record: record.value },
      // What belongs to another way is no part of this one.
      signer: input.way === 'signed' ? text.signer : '',
      witness: input.way === 'refused' ? text.witness : '',
    };
    const inspecting = form.parts.flatMap(({ sent }) => sent.flatMap(({ number, name }) => [number, name]));
    const fault = faultOfSigning(signing, inspecting);
    if (fault === 'witness-inspects') return refuse('outcome', { reason: fault, witness: signing.witness });
    if (fault !== null) return refuse('outcome', { reason: fault });
    const versions = versionsOf(form);
    if (versions.length === 0) return refuse('outcome', { reason: 'form-empty', no: visit.no });
    const digest = digestOfForm(form);
    if (input.digest !== null && input.digest !== digest)
      return refuse('outcome', { reason: 'form-changed', no: visit.no });
    const id = visitId(book.source, visit.visit);
    const before = await signatureOf(deps.db, id);
    const part = form.parts.find(({ department }) => department === own.department);
    const recorded = { seq: at.seq, at: at.now, by: signed(actor) };
    // Where nobody was there to sign, how it went is told in 现场检查.
    const { facts, ...door } =
      input.door === null || part === undefined || signing.way === 'absent'
        ? { ...nothingAtDoor, facts: [] }
        : await atSigning(deps, actor, { book: book.book, visit: visit.visit, part }, input.door, {
            recorded,
            today: dayOf(at.now),
          });
    const done: SignDone = { way: signing.way, no: visit.no, unfilled: unfilled(form).length, door };
    if (before !== null && before.digest === digest && isSame(before, signing))
      return facts.length === 0 ? already(done) : ok({ facts, value: done });
    const body: FormSigned = {
      ...{ visit: id, book: book.book, source: book.source, department: own.department },
      ...signing,
      ...{ digest, versions },
    };
    return ok({ facts: [factOf(actor, 'sign-form', asJson(body)), ...facts], value: done });
  });
}

/** Another witness, or other words of the inspected, are another signing of the same form. */
const isSame = (a: Signing, b: Signing): boolean => canonical(asJson(signingOf(a))) === canonical(asJson(signingOf(b)));

const signingOf = ({ way, signer, witness, words, record }: Signing): Signing => ({
  ...{ way, signer, witness, words, record },
});

/** The last signing of a visit's form, or null. @param visit `source/number` */
export async function signatureOf(db: Db, visit: string): Promise<Signed | null> {
  const entry = (await dossierOf(db, { matter: 'visit', id: visit }))
    .filter(({ kind }) => kind === 'form-signed')
    .at(-1);
  return entry === undefined ? null : signatureIn(entry);
}

/** Null where it was erased on record. */
export const signatureIn = ({ body, seq, at, actor }: DossierEntry): Signed | null =>
  body === null ? null : { ...writtenAs<FormSigned>(body), seq, at, by: personOf(actor) };
