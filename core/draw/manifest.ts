/**
 * Lock 1: everything that will be drawn from and by, frozen before anybody makes a secret (README §2). Its digest M is in
 * every commitment and in the seed; nothing in it can change afterwards. The shapes here and in record.ts are type aliases,
 * not interfaces, because only these are Json to the compiler.
 */
import type { CivilDate } from '../calendar.ts';
import { canonical } from '../canonical.ts';
import { type Digest, digest } from '../digest.ts';
import type { SettledShare } from '../plan/quota.ts';
import type { NumberKind } from '../registry/subject.ts';
import { type PROTOCOL, type Time, tag } from './protocol.ts';

export type ManifestTier = {
  readonly label: string;
  readonly quota: SettledShare;
  /** For each counter of the manifest: most counted checks a year, or null. */
  readonly limits: readonly (number | null)[];
};

export type ManifestBody = {
  readonly department: string;
  readonly pool: string;
  /** Fields, each of which one of its officers must hold. */
  readonly needs: readonly string[];
  /** Two or more (行政处罚法 42); for pools `expert/…` one or more: experts are never one of the two. */
  readonly officers: number;
};

export type ManifestTask = {
  readonly no: string;
  readonly name: string;
  /** Joint group, 0 to K−1. */
  readonly group: number;
  readonly items: readonly string[];
  readonly scheme: { readonly name: string; readonly date: CivilDate };
  readonly denominator: 'frame' | 'eligible';
  readonly total: number | null;
  readonly tiers: readonly ManifestTier[];
  /** Places of the counters that a visit of this task counts toward. */
  readonly counts: readonly number[];
  readonly batches: number;
  readonly bodies: readonly ManifestBody[];
};

/** A public number that nobody in the room controls (README §4). */
export type PublicSource = {
  readonly source: 'lottery' | 'dice';
  readonly name: string;
  readonly issue: string;
  /** The time before which the number cannot exist. */
  readonly after: Time;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly ascending: boolean;
};

export type Participant = {
  readonly id: string;
  readonly kind: 'desk' | 'witness';
  readonly name: string;
  readonly department: string;
  /** Who keeps the secret until it is opened: the witness's own page, or the desk for a witness that only has chat. */
  readonly custody: 'own-page' | 'desk';
};

export type ManifestOfficer = {
  readonly number: string;
  readonly pool: string;
  readonly fields: readonly string[];
  readonly place: string;
  /** Most posts in one ceremony. */
  readonly capacity: number;
};

export type PostAsked = {
  readonly department: string;
  readonly pool: string;
  readonly need: string;
};

export type GivenVisit = {
  readonly row: number;
  readonly posts: readonly PostAsked[];
};

/** Officer number, kind and number of the subject; the reason stays with the officer's department. */
export type Barred = readonly [officer: string, kind: NumberKind, number: string];

export type Manifest = {
  readonly protocol: typeof PROTOCOL;
  readonly kind: 'draw' | 'people';
  readonly ceremony: number;
  readonly office: string;
  readonly policy: string;
  readonly plan: string;
  readonly way: '摇号' | '机选' | '抽签';
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly discloseFrom: CivilDate;
  readonly frozenAt: Time;
  readonly snapshot: CivilDate;
  readonly deadlines: { readonly seal: Time; readonly reveal: Time };
  readonly public: readonly PublicSource[];
  readonly participants: readonly Participant[];
  readonly quorum: number;
  readonly counters: readonly string[];
  readonly groups: number;
  readonly exclusions: readonly { readonly letter: string; readonly reason: string }[];
  readonly tasks: readonly ManifestTask[];
  readonly roster: {
    readonly rows: number;
    readonly pages: readonly { readonly rows: number; readonly digest: Digest }[];
  };
  readonly byPlace: boolean;
  readonly officers: readonly ManifestOfficer[];
  readonly barred: readonly Barred[];
  readonly given: readonly GivenVisit[];
};

/** M (README §2). */
export const manifestDigest = (manifest: Manifest): Digest => digest(tag('manifest'), canonical(manifest));

/** What witnesses type to co-sign. */
export const digitsOf = (manifest: Digest): string => manifest.slice(0, 8);
