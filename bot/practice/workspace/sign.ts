/** Signs a request as Slack does: HMAC-SHA256 over `v0:timestamp:body`, in lower hex. */
const encoder = new TextEncoder();

export async function signature(secret: string, timestamp: string, body: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`v0:${timestamp}:${body}`));
  return `v0=${Buffer.from(mac).toString('hex')}`;
}
