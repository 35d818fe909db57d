/** 拍照、录像 (福安 2018 二(二)1): of a picture only what it is, where it is kept and what its bytes were; no file is taken in. */
import type { Json } from '../canonical.ts';
import type { Digest } from '../digest.ts';
import { writtenAs } from '../ledger/dossier.ts';
import type { MediaKept } from './fact.ts';

export type Media = MediaKept['media'][number];

export const isSha256 = (text: string): text is Digest => /^[0-9a-f]{64}$/.test(text);

/** Everything kept of a ceremony, each once. @param entries the ceremony's dossier */
export function mediaOf(entries: readonly { readonly kind: string; readonly body: Json | null }[]): readonly Media[] {
  const found = new Map<string, Media>();
  for (const { kind, body } of entries) {
    if (kind !== 'draw-media-kept' || body === null) continue;
    for (const each of writtenAs<MediaKept>(body).media) found.set(nameOf(each), each);
  }
  return [...found.values()];
}

export const nameOf = ({ kind, name, place, digest }: Media): string => [kind, name, place, digest ?? ''].join('\n');
