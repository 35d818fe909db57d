/**
 * Bytes of a text file to text. Offices send UTF-8 with and without a mark, UTF-16 from Excel's “Unicode text”, and
 * GB18030 from everything older; anything that is none of these is refused and never read as rubbish.
 */
import { err, ok, type Result } from '../result.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type DecodeRefusal = { readonly kind: 'empty-file' } | { readonly kind: 'not-text' };

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text without its byte order mark. UTF-8 is tried before GB18030: few GB18030 texts are also valid UTF-8. */
export function decode(bytes: Uint8Array): Result<Decoded, DecodeRefusal> {
  if (bytes.length === 0) return err({ kind: 'empty-file' });
  const text = decodeAs(bytes, encodingByMark(bytes));
  // A NUL never stands in a table; where it does, the bytes are a picture, an archive or a database.
  if (text === null || text.text.includes('\u0000')) return err({ kind: 'not-text' });
  return ok(text);
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, marked: Encoding | null): Decoded | null {
  for (const encoding of marked === null ? (['utf-8', 'gb18030'] as const) : [marked]) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // not this one: `fatal` makes the decoder throw at the first byte that does not belong
    }
  }
  return null;
}
