/** Who asks: the token that a request shows, and the address that it comes from. */
import type { Context } from 'hono';

/** The token of `Authorization: Bearer …` (RFC 6750); null where there is none. It is in no cookie, so no foreign page can use it. */
export function bearerOf(c: Context): string | null {
  const [, token] = /^Bearer +([!-~]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return token ?? null;
}

/** As Node's server gives it along. */
interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * For counting only. A proxy on the same machine adds where it was asked from as the last of `x-forwarded-for`; from anywhere else that
 * header is what the asker likes to say. At the edge the platform says it.
 */
export function addressOf(c: Context): string {
  const { incoming }: Incoming = c.env ?? {};
  if (incoming === undefined) return blockOf(c.req.header('cf-connecting-ip') ?? 'unknown');
  const near = incoming.socket?.remoteAddress ?? 'unknown';
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return blockOf(isLoopback(near) && forwarded !== '' ? forwarded : near);
}

const isLoopback = (address: string): boolean => /^(::1$|(::ffff:)?127\.)/.test(address);

/** Whoever has an IPv6 address has 2^64 of them, however it is written (RFC 4291 2.2). */
function blockOf(address: string): string {
  const plain = address
    .slice(0, 60)
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [before = [], after = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const network = [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
