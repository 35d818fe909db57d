/** Batons tie the requests of a stream together: signed, good for one request, and none can be guessed (HRANA_3_SPEC “Execute a pipeline”). */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refused } from './protocol.ts';

export interface Batons {
  sign(stream: number, turn: number): string;
  /** @throws Refused where it is none of ours */
  read(baton: string): { readonly stream: number; readonly turn: number };
}

export function batons(): Batons {
  const key = randomBytes(32);
  const macOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sign: (stream, turn) => {
      const text = `${stream}.${turn}`;
      return `${text}.${macOf(text).toString('base64url')}`;
    },
    read: (baton) => {
      const [, stream = '', turn = '', mac = ''] = /^(\d{1,15})\.(\d{1,15})\.([\w-]+)$/.exec(baton) ?? [];
      const given = Buffer.from(mac, 'base64url');
      const right = macOf(`${stream}.${turn}`);
      if (given.length !== right.length || !timingSafeEqual(given, right))
        throw new Refused(400, 'The baton is invalid');
      return { stream: Number(stream), turn: Number(turn) };
    },
  };
}
