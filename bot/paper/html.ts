/**
 * HTML whose values are escaped because there is no other way to put them in. Names on these papers come from sheets that
 * strangers filled: a name may be a script, or hold a character that turns the line around.
 */

/** Markup that is already safe. Only `html` and `verbatim` make it. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[];

/** Markup as it stands: for texts of our own, never for input. */
export const verbatim = (markup: string): Html => ({ markup });

/** A template whose values are escaped, apart from Html and lists of it. Values stand in text or in quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, i) => {
    markup += written(value) + (parts[i + 1] ?? '');
  });
  return { markup };
}

const isHtml = (value: Html | readonly Html[]): value is Html => 'markup' in value;

function written(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return isHtml(value) ? value.markup : value.map(({ markup }) => markup).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (c) => entities[c] ?? c);

/**
 * The text with what cannot be printed shown as a box: control characters, invisible ones such as those that turn the
 * direction of writing (a paper must read as its bytes do), lone surrogates. Line feeds stay.
 */
export const printable = (text: string): string =>
  text.toWellFormed().replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
