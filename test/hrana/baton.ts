/**
 * Batons tie the requests of a stream together: signed, good for one request, and none can be guessed (HRANA_3_SPEC “Execute a pipeline
 * of requests”). They are made as the server makes them: 8 bytes of the stream, 8 of its turn, 32 of HMAC-SHA256.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refused } from './protocol.ts';

export interface Batons {
  sign(stream: bigint, turn: bigint): string;
  /** @throws Refused where it is none of ours */
  read(baton: string): { readonly stream: bigint; readonly turn: bigint };
}

const payloadBytes = 16;
/** Of 48 bytes, without padding. */
const shape = /^[A-Za-z0-9+/]{64}$/;

export function batons(): Batons {
  const key = randomBytes(32);
  const macOf = (payload: Uint8Array): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    sign: (stream, turn) => {
      const payload = Buffer.alloc(payloadBytes);
      payload.writeBigUInt64BE(stream, 0);
      payload.writeBigUInt64BE(turn, 8);
      return Buffer.concat([payload, macOf(payload)]).toString('base64');
    },
    read: (baton) => {
      const bytes = Buffer.from(baton, 'base64');
      const payload = bytes.subarray(0, payloadBytes);
      if (!shape.test(baton) || !timingSafeEqual(bytes.subarray(payloadBytes), macOf(payload)))
        throw new Refused(400, 'Received an invalid baton');
      return { stream: payload.readBigUInt64BE(0), turn: payload.readBigUInt64BE(8) };
    },
  };
}

/** Where a stream's numbering begins: two streams are never taken for one another. */
export const randomNumber = (): bigint => randomBytes(8).readBigUInt64BE();
