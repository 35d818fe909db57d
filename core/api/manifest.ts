/**
 * The add-in's manifest of one environment, made of its one source: the installation's own address, and for tests an identity and a label of
 * their own, so that both can be installed. The server gives it out, and the command writes it.
 */

/** The address in `manifest.xml`, which nobody can have (RFC 2606). */
export const placeholder = 'https://mingchou.invalid';

export interface Environment {
  /** `https://mingchou.example.gov.cn`, without a slash at the end. */
  readonly site: string;
  /** Identity; the source's own where left out. */
  readonly id?: string;
  /** Put before every name that people see: 测试. */
  readonly label?: string;
}

/** @param source text of `manifest.xml` */
export function manifestFor(source: string, { site, id, label }: Environment): string {
  const placed = source.replaceAll(placeholder, escaped(site));
  const known = id === undefined ? placed : placed.replace(/(<Id>)[^<]*(<\/Id>)/, `$1${escaped(id)}$2`);
  return label === undefined ? known : labelled(known, escaped(label));
}

/** The names of the add-in and of its tab. */
function labelled(text: string, label: string): string {
  return text
    .replace(/<DisplayName [\s\S]*?<\/DisplayName>/, (names) => names.replaceAll(/(Value=")/g, `$1${label}`))
    .replace(/<bt:String id="Tab\.Label"[\s\S]*?<\/bt:String>/, (names) =>
      names.replaceAll(/(Value=")/g, `$1${label}`),
    );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
