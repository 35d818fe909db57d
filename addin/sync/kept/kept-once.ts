/**
 * The workbook during one act: each kept part is read once, since every reading of it is a wait on the web. What the act itself writes is known
 * along; what a co-author writes meanwhile is not, so that whoever replaces a whole part looks anew first.
 */
import type { KeptPart, SheetHost } from '../../host/sheet-host.ts';
import type { Lines } from './lines.ts';

export interface ActHost extends SheetHost {
  /** As it stands at this moment, co-authors' lines included. */
  readonly keptNow: (part: KeptPart) => Promise<Lines>;
}

export function keptOnce(host: SheetHost): ActHost {
  const known = new Map<KeptPart, Lines>();
  const keptNow = async (part: KeptPart): Promise<Lines> => {
    const lines = await host.readKept(part);
    known.set(part, lines);
    return lines;
  };
  /** What a write that failed has left behind nobody knows. */
  const written = async (part: KeptPart, write: Promise<void>, now: () => Lines | undefined): Promise<void> => {
    const lines = now();
    known.delete(part);
    await write;
    if (lines !== undefined) known.set(part, lines);
  };
  return {
    ...host,
    keptNow,
    readKept: async (part) => known.get(part) ?? (await keptNow(part)),
    writeKept: (part, rows) => written(part, host.writeKept(part, rows), () => rows),
    appendKept: (part, rows) =>
      written(part, host.appendKept(part, rows), () => {
        const before = known.get(part);
        return before === undefined ? undefined : [...before, ...rows];
      }),
  };
}
