/**
 * The archive that a workbook is: parts are kept packed as they came, and only those that are asked for are unpacked. So what
 * nobody touched leaves the file as it entered it, byte for byte. Source: PKWARE APPNOTE 6.3.10.
 */

export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
}

/** The archive cannot be read; its reader has looked at sizes before. */
export class BrokenZip extends Error {}

/** Entries of the central directory, in its order; of two with one name the later holds. */
export function readZip(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  try {
    const end = endOfDirectory(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new BrokenZip('directory');
      const method = view.getUint16(at + 10, true);
      if (method !== 0 && method !== 8) throw new BrokenZip('method');
      // Its mark would be lost, and with it the part.
      if ((view.getUint16(at + 8, true) & 1) !== 0) throw new BrokenZip('encrypted');
      const packedSize = view.getUint32(at + 20, true);
      const nameLength = view.getUint16(at + 28, true);
      const local = view.getUint32(at + 42, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + packedSize > bytes.length) throw new BrokenZip('length');
      entries.set(name, {
        name,
        method,
        packed: new Uint8Array(bytes.subarray(start, start + packedSize)),
        crc: view.getUint32(at + 16, true),
        size: view.getUint32(at + 24, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenZip('cut off');
    throw error;
  }
  return [...entries.values()];
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new BrokenZip('no directory');
}

export async function unpack(entry: Entry): Promise<Uint8Array> {
  if (entry.method === 0) return entry.packed;
  try {
    return await through(entry.packed, new DecompressionStream('deflate-raw'), entry.size);
  } catch {
    throw new BrokenZip(entry.name);
  }
}

/** @param quick stored, for a file that is only read again at once */
export async function pack(name: string, data: Uint8Array, quick = false): Promise<Entry> {
  const own = new Uint8Array(data);
  const deflated = quick ? own : await through(own, new CompressionStream('deflate-raw'));
  const smaller = deflated.length < own.length;
  return {
    name,
    method: smaller ? 8 : 0,
    packed: smaller ? deflated : own,
    crc: crc32(own),
    size: own.length,
  };
}

/** @param most bytes that come out; more is an error, before memory is full of it */
async function through(
  data: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      size += chunk.length;
      if (size > most) throw new BrokenZip('larger than it says');
      out.enqueue(chunk);
    },
  });
  const packed = new Blob([data]).stream().pipeThrough(stream).pipeThrough(counted);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Without clock: every entry bears the first day that the format knows, so that equal content gives equal bytes. */
const firstDay = 0x0021;

export function writeZip(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const named = entries.map((entry) => ({ entry, name: new TextEncoder().encode(entry.name) }));
  const total = named.reduce((sum, { entry, name }) => sum + 76 + 2 * name.length + entry.packed.length, 22);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const places: number[] = [];
  for (const { entry, name } of named) {
    places.push(at);
    view.setUint32(at, 0x04034b50, true);
    shared(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  }
  const directory = at;
  named.forEach(({ entry, name }, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    shared(view, at + 6, entry, name.length);
    view.setUint32(at + 42, places[i] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** What the header of an entry and its line in the directory have in common, from `version needed` on. */
function shared(view: DataView, at: number, { method, crc, packed, size }: Entry, nameLength: number): void {
  view.setUint16(at, 20, true);
  // Names are UTF-8.
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
