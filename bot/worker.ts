/** The Worker of an office: server time, WebCrypto's chance, a database of its own and never one of practice. */
import { edge } from './edge/edge.ts';

export default edge({
  now: () => new Date().toISOString(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  realNow: () => Date.now(),
  spacingMs: 1000,
  practice: false,
});
