/** A database that is written into, as it is named at the command line: a file's path, with or without `file:`, or the address of a server. */
import { isFile, type Where } from '../../db/open.ts';
import { addressFault } from '../desk/database-address.ts';
import { pathOf } from '../desk/desk.ts';
import { WrongCall } from './door.ts';

export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'server'; readonly where: Where; readonly name: string };

/** The variable that holds the token of the database that is written into. */
const tokenName = 'MINGCHOU_TARGET_TOKEN';

/** @throws WrongCall where it names neither, or where a token stands in it, which everybody on the machine could read */
export function placeOf(text: string, env: Readonly<Record<string, string | undefined>>): Place {
  if (isFile(text) || !text.includes('://')) {
    const path = isFile(text) ? pathOf(text) : text;
    return { kind: 'file', path, name: path };
  }
  const fault = addressFault(text, tokenName);
  if (fault !== null) throw new WrongCall(fault);
  const token = env[tokenName]?.trim() ?? '';
  return {
    kind: 'server',
    where: { url: text, ...(token === '' ? {} : { authToken: token }) },
    name: new URL(text).host,
  };
}
