/** What somebody in the room would throw or think of. */

/** Decimal digits by chance, each as likely as any other: 256 is no multiple of ten, so bytes from 250 on are thrown away. */
export function digits(count: number): string {
  let found = '';
  while (found.length < count) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) found += String(byte % 10);
  }
  return found;
}
