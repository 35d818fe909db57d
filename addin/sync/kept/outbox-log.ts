/** What a workbook keeps of the outbox: a line for each batch before it is sent, and another when its answer stands in the worksheet. */
import { type Submission, submission } from '../../../core/api/shapes.ts';
import { parseWire } from '../../../core/wire.ts';
import { isCells, isObject, type Lines, parsed } from './lines.ts';

/** Field → what stood in the cell where that was written otherwise than it was sent (2026.3.1 for 2026-03-01). */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;
export interface Batch {
  readonly worksheet: string;
  readonly request: Submission;
  /** By row. */
  readonly typed: Typed;
}

export const batchLine = ({ worksheet, request, typed }: Batch): readonly string[] => [
  'batch',
  request.batch,
  worksheet,
  JSON.stringify(request),
  JSON.stringify(typed),
];
export const doneLine = (batch: string): readonly string[] => ['done', batch];

/** Batches without an answer, in the order in which they were written. */
export function readOutbox(lines: Lines): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const [kind, id = '', worksheet = '', request = '', typed = ''] of lines) {
    if (kind === 'done') batches.delete(id);
    if (kind !== 'batch') continue;
    const read = parseWire(submission, parsed(request));
    const texts = parsed(typed);
    // Under another name than its own it would never be taken out.
    if (read.ok && read.value.batch === id)
      batches.set(id, { worksheet, request: read.value, typed: isTyped(texts) ? texts : {} });
  }
  return [...batches.values()];
}

const isTyped = (value: unknown): value is Typed => isObject(value) && Object.values(value).every(isCells);
