/**
 * 阅核、签章 (福安 2018 二(二)2): the inspected reads the joint form and signs, refuses before a witness with a picture of it, or is not there. What changes
 * afterwards does not take the signature away; it is shown as changed since, until it is read and signed anew.
 */
import type { Digest } from '../digest.ts';
import type { Words } from '../words.ts';
import type { FormVersion } from './form.ts';
import type { Evidence } from './outcome.ts';

export const signWays = ['signed', 'refused', 'absent'] as const;
export type SignWay = (typeof signWays)[number];

export const signWayWords = {
  signed: { zh: '已阅核签章', en: 'read and signed' },
  refused: { zh: '拒绝签章', en: 'refused to sign' },
  absent: { zh: '被检查人不在场', en: 'nobody there to sign' },
} as const satisfies Record<SignWay, Words>;

/** What became of the form when it was shown to the inspected. */
export interface Signing {
  readonly way: SignWay;
  /** Who read it: name and position; '' where nobody did. */
  readonly signer: string;
  /** Who saw the refusal. */
  readonly witness: string;
  /** 被检查人意见; or why nobody signed. */
  readonly words: string;
  /** Photographs and films of a refusal. */
  readonly record: readonly Evidence[];
}

export type SigningFault =
  | 'signer-missing'
  | 'witness-missing'
  | 'witness-inspects'
  | 'record-missing'
  | 'absence-unexplained';

/** What a signing lacks. @param inspecting names and numbers of those who inspect at the visit */
export function faultOfSigning(
  { way, signer, witness, words, record }: Signing,
  inspecting: readonly string[],
): SigningFault | null {
  switch (way) {
    case 'signed':
      return signer === '' ? 'signer-missing' : null;
    case 'refused':
      if (witness === '') return 'witness-missing';
      if (inspecting.includes(witness)) return 'witness-inspects';
      return record.length === 0 ? 'record-missing' : null;
    case 'absent':
      return words === '' ? 'absence-unexplained' : null;
  }
}

export interface Signed extends Signing {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly department: string;
  /** Of the form as it was read. */
  readonly digest: Digest;
  readonly versions: readonly FormVersion[];
}

/** What stands now and was not read then: entered anew, or for the first time. */
export function changedSince(
  { versions }: Pick<Signed, 'versions'>,
  now: readonly FormVersion[],
): readonly Pick<FormVersion, 'department' | 'item'>[] {
  const read = new Map(versions.map((each) => [`${each.department}/${each.item}`, each.outcome]));
  return now
    .filter(({ department, item, outcome }) => read.get(`${department}/${item}`) !== outcome)
    .map(({ department, item }) => ({ department, item }));
}
