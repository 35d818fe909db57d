/**
 * How large a ZIP archive says it becomes. Read before anything is unpacked: the reader of workbooks holds every part to the
 * size stated here, but has no limit of ours for all parts together, and a part that states none may grow without end.
 * Source: PKWARE APPNOTE 6.3.10, 4.3.12 (central directory) and 4.3.16 (its end).
 */

/** Bytes of all parts after unpacking; null where the directory cannot be read, or parts hide their size or lie over each other. */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  let totalPacked = 0;
  for (let i = 0; i < parts; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    // 64-bit sizes are marked by all ones; no table that passes our limits needs them.
    if (unpacked === 0xffffffff || packed === 0xffffffff) return null;
    // An empty part packs to two bytes; a part that packs to more and states nothing is hiding.
    if (unpacked === 0 && packed > 2) return null;
    // What a packed part states here as nothing it may state beside its data instead, where the reader looks then.
    const besideData = (view.getUint16(at + 8, true) & 8) !== 0 && view.getUint16(at + 10, true) !== 0;
    if (besideData && packed === 0) return null;
    total += unpacked;
    totalPacked += packed;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Parts that lie over each other are unpacked over and over.
  return totalPacked > view.byteLength ? null : total;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
