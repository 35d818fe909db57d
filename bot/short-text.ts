/** The beginning of an answer from whatever stands at an address that somebody typed: it may go on for ever. */

/** As long as anything of ours that is asked for in this way. */
const bytesMost = 1_000_000;

export async function shortText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  if (body === null) return text;
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    bytes += part.length;
    // Leaving the loop ends the connection.
    if (bytes >= bytesMost) break;
  }
  return text + decoder.decode();
}
