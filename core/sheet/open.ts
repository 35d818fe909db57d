/**
 * A file to grids, whatever its name says: a workbook that is called .xls is read, old formats are refused with what to do.
 */
import { err, ok, type Result } from '../result.ts';
import { type CsvRefusal, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { type Grid, type Limits, limits } from './grid.ts';
import { readWorkbook, type XlsxRefusal } from './xlsx.ts';

export type OpenRefusal =
  | CsvRefusal
  | XlsxRefusal
  /** Excel 97–2003 (BIFF). */
  | { readonly kind: 'old-xls' }
  /** XML of 2003 that Excel opens under any name. */
  | { readonly kind: 'xml-2003' }
  /** A web page called .xls, as many platforms export it. */
  | { readonly kind: 'web-page' };

/** Reads a file's tables: all visible sheets of a workbook, or the one of a CSV. */
export async function openFile(
  bytes: Uint8Array,
  allowed: Limits = limits,
): Promise<Result<readonly Grid[], OpenRefusal>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes, allowed);
  if (isCompound(bytes)) return err({ kind: isEncrypted(bytes) ? 'password' : 'old-xls' });
  const start = decode(bytes.subarray(0, 2000 - (2000 % 4)));
  const head = start.ok ? start.value.text.trimStart().toLowerCase() : asciiHead(bytes);
  if (head.startsWith('<')) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return err({ kind: 'xml-2003' });
    if (/<(?:!doctype html|html|head|body|table|meta|style|div)\b/.test(head)) return err({ kind: 'web-page' });
  }
  const csv = readCsv(bytes, allowed);
  return csv.ok ? ok([csv.value]) : csv;
}

/** The compound file of OLE, in which old workbooks and encrypted new ones lie. */
const isCompound = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/** An encrypted .xlsx holds a stream named EncryptedPackage, in UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
  outer: for (let at = 0; at + name.length <= bytes.length; at += 2) {
    if (bytes[at] !== name[0]) continue;
    for (let i = 1; i < name.length; i++) if (bytes[at + i] !== name[i]) continue outer;
    return true;
  }
  return false;
}

/** The first bytes may end within a character, and then they do not decode. */
const asciiHead = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 2000).filter((byte) => byte > 0 && byte < 128))
    .trimStart()
    .toLowerCase();
