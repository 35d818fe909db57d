/**
 * Words that were not beyond doubt wait in an immutable page until a button says what they mean. Nothing is on record by that: a page
 * that no fact names is no reply. The page keeps whose words they are, so that nobody confirms somebody else's.
 */
import type { Digest } from '../../../core/digest.ts';
import { parseWire, z } from '../../../core/wire.ts';
import type { Db } from '../../../db/database.ts';
import { heldPage, stagePages } from '../../../db/pages.ts';

export interface AskedWords {
  readonly consultation: string;
  readonly department: string;
  /** The written message. */
  readonly source: string;
  readonly words: string;
}

const tag = 'mingchou/asked-words/1';

const shape = z.object({ consultation: z.string(), department: z.string(), source: z.string(), words: z.string() });

export async function keepAskedWords(db: Db, asked: AskedWords): Promise<Digest> {
  const { consultation, department, source, words } = asked;
  const [digest = ''] = await stagePages(db, tag, [JSON.stringify({ consultation, department, source, words })]);
  return digest;
}

/** The words under a digest that a button brought back, where they are that department's in that consultation; else null. */
export async function askedWords(
  db: Db,
  digest: string,
  { consultation, department }: Pick<AskedWords, 'consultation' | 'department'>,
): Promise<AskedWords | null> {
  const text = digest === '' ? null : await heldPage(db, tag, digest);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  const parsed = parseWire(shape, value);
  if (!parsed.ok) return null;
  const own = parsed.value.consultation === consultation && parsed.value.department === department;
  return own ? parsed.value : null;
}
