/** Whether a request comes from Slack: HMAC-SHA256 over `v0:timestamp:body`, and not older than five minutes. */

/** Slack's own advice against a recorded request that is sent again. */
const toleranceSeconds = 300;

export interface Signed {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** @param nowMs real time, never a practice clock's: Slack's stamp is real */
export async function isSigned(secret: string, raw: string, signed: Signed, nowMs: number): Promise<boolean> {
  // Over a socket nothing is signed and no secret need be set; then nothing that comes by HTTP is from Slack.
  if (secret === '') return false;
  const { timestamp, signature } = signed;
  if (timestamp === undefined || signature === undefined) return false;
  if (!/^[0-9]{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) > toleranceSeconds) return false;
  const digits = signature.slice('v0='.length).match(/../g) ?? [];
  const given = Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
  // The platform compares in constant time.
  return crypto.subtle.verify('HMAC', await keyOf(secret), given, bytes(`v0:${timestamp}:${raw}`));
}

/** The signature that Slack puts on a request. */
export async function sign(secret: string, raw: string, timestamp: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(secret), bytes(`v0:${timestamp}:${raw}`));
  return `v0=${[...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

const keyOf = (secret: string) =>
  crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

const bytes = (text: string) => new TextEncoder().encode(text);
