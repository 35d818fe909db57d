/** What a paper is filled from, once its facts are read: who issues it, whose matter it is, and the paper but for number and date. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Imprint, Issuer, OfficialPaper } from '../../paper/official/official-paper.ts';
import type { PaperKind } from '../../paper/official/papers.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise, personOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { peopleNames } from '../people/roll.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { isOwn } from './own-area.ts';
import type { Lack } from './refusal.ts';

export interface Loaded {
  /** Code of the department that issues it; null for the office. */
  readonly issuer: string | null;
  /** What it is about as it is kept, however it was typed; null where only one way is taken. */
  readonly about: string | null;
  /** 成文日期: the day of the fact that it rests on (it was served, reminded, decided), whenever it is drawn up; null where that is today. */
  readonly on: CivilDate | null;
  /** 印发单位 by name, where the document has its own or several; null where the issuer signs alone. */
  readonly names: readonly string[] | null;
  /** Only the department itself may have it: what it says is kept from the office too. */
  readonly ownOnly: boolean;
  /** Fields that file it under its matters. */
  readonly matters: Readonly<Record<string, string>>;
  /** In place of the issuer's liaison. */
  readonly contact: OfficialPaper['contact'];
  readonly build: (imprint: Imprint) => OfficialPaper;
}

/** Reads the facts of one kind of paper. */
export type Source = (deps: Deps, asked: Asked, desk: PaperDesk) => Promise<Result<Loaded, Refusal>>;

export interface Asked {
  readonly kind: PaperKind;
  readonly about: string;
  readonly actor: Actor;
}

/** Names that every paper needs, read once. */
export interface PaperDesk {
  readonly departments: readonly Department[];
  readonly nameOf: (department: string) => string;
  readonly personName: (person: string) => string;
  readonly bodyOf: (department: string) => string;
  /** The department whose paper is meant where none is named. */
  readonly own: string;
}

export async function paperDesk(deps: Deps, actor: Actor): Promise<PaperDesk> {
  const departments = await departmentsAsHeld(deps.db);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const personName = await peopleNames(deps);
  return {
    departments,
    nameOf: (code) => names.get(code) ?? code,
    personName: (signed) => personName(personOf(signed)),
    bodyOf: (code) => bodyOf(code, departments),
    own: actor.department === '' ? '' : bodyOf(actor.department, departments),
  };
}

/** A paper with what most of them have not. */
export const loaded = (said: Pick<Loaded, 'issuer' | 'matters' | 'build'> & Partial<Loaded>): Result<Loaded, never> =>
  ok({ about: null, on: null, names: null, ownOnly: false, contact: null, ...said });

/** Asked before anything is told of a department's matter, even that there is nothing. */
export const mayIssue = ({ actor }: Asked, department: string, { departments }: PaperDesk): Result<true, Refusal> =>
  authorise(actor, 'issue-paper', ownerOf(actor, department, departments));

export const unread = ({ kind, about }: Asked) => refuse('paper', { reason: 'about-unread', kind, about });
export const lacking = ({ kind, about }: Asked, lacks: Lack) =>
  refuse('paper', { reason: 'not-recorded', kind, about, lacks });

/** How the issuer signs: the office with the seal that the policy names, a department with its own, several each with theirs. */
export async function issuersOf(deps: Deps, { issuer, names }: Loaded, desk: PaperDesk): Promise<readonly Issuer[]> {
  if (issuer !== null) return [{ name: desk.nameOf(issuer), standIn: null }];
  const policy = await policyInForce(deps.db, dayOf(deps.now()));
  // The seal of a city's bureau does not stand for a county's office; whose does, its own document would say.
  const standIn = policy !== null && isOwn(policy, deps.office) ? (policy.head.seal?.value ?? null) : null;
  const [only = deps.office, ...others] = names ?? [];
  return others.length === 0 ? [{ name: only, standIn }] : [only, ...others].map((name) => ({ name, standIn: null }));
}

/** The liaison of whoever issues it, where the register names one. */
export function contactOf({ issuer, contact }: Loaded, { departments }: PaperDesk): OfficialPaper['contact'] {
  if (contact !== null) return contact;
  const own = departments.find(({ code, kind }) => (issuer === null ? kind === 'office' : code === issuer));
  return own === undefined || own.liaison === '' ? null : { person: own.liaison, phone: '' };
}
