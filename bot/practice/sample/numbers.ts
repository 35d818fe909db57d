/**
 * Numbers of invented subjects that check as real ones do: GB 32100 codes with their inner GB 11714 organisation code,
 * 15-digit registration numbers, and a few older ones, in the shares of a real list of 42,774. A row's number is its own:
 * consecutive rows are spread over each space by a multiplier coprime to its size, so that none repeats.
 */
import type { SubjectKey, SubjectType } from '../../../core/registry/subject.ts';
import { organisationCheckCharacter, registrationCheckDigit, usccCheckCharacter } from '../../../core/registry/uscc.ts';
import { type Chance, weighted } from './chance.ts';
import { areas } from './county.ts';

const area = weighted(areas, (each) => each.weight);

/** Without I, O, S, V, Z, which GB 32100 leaves out. */
const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Prime, and so coprime to powers of 10 and of 31. */
const stride = 15_485_863;

const prefixes: Record<SubjectType, string> = {
  enterprise: '91',
  'sole-trader': '92',
  cooperative: '93',
  'foreign-office': '91',
  institution: '12',
  association: '52',
  other: '91',
};

/** The number of one row, and the authority whose area it names. */
export function subjectNumber(row: number, type: SubjectType, of: Chance): SubjectKey & { readonly authority: string } {
  const { code, authority } = area(of);
  const old = type === 'enterprise' || type === 'sole-trader' ? of.below(1000) : 999;
  if (old < 4) return { kind: 'older', number: `${code}2${spread(row, 10, 6)}`, authority };
  if (old < 150) {
    const first14 = `${code}${spread(row, 10, 8)}`;
    return { kind: 'reg15', number: first14 + sure(registrationCheckDigit(first14)), authority };
  }
  return { kind: 'uscc', number: uscc(prefixes[type] + code, row, of), authority };
}

/** Newer organisation codes begin with MA, older ones are eight digits; the two never meet. */
function uscc(first8: string, row: number, of: Chance): string {
  const body = of.permille(600) ? `MA${spread(row, 31, 6)}` : spread(row, 10, 8);
  const first17 = first8 + body + sure(organisationCheckCharacter(body));
  return first17 + sure(usccCheckCharacter(first17));
}

function spread(row: number, base: 10 | 31, length: number): string {
  const size = base ** length;
  let place = (row * stride + 271_828) % size;
  let text = '';
  for (let i = 0; i < length; i++) {
    text = letters.charAt(place % base) + text;
    place = Math.floor(place / base);
  }
  return text;
}

function sure(character: string | null): string {
  if (character === null) throw new Error('an invented number has a character outside its alphabet');
  return character;
}
