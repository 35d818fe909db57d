/**
 * The text of a record, as a file holds it (README §1): JSON in which no object names a member twice. Of two members of one name a
 * reader shows the first and a parser keeps the last, so such a text could say one thing to people and another to a verifier.
 */

/** What the text holds; undefined where it is not JSON, or names a member twice. A byte order mark before it plays no part. */
export function parseRecordText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return namesTwice(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Of a text that is JSON. A string followed by a colon is a name, and nothing else is. */
function namesTwice(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, name] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (name !== undefined) {
      const names = open.at(-1);
      const written: unknown = JSON.parse(token.slice(0, -name.length));
      if (names === undefined || typeof written !== 'string') continue;
      if (names.has(written)) return true;
      names.add(written);
    }
  }
  return false;
}
