/** The door of files over the file host, which reads and writes the workbook itself. */
import type { FileHost } from '../../host/file/file-host.ts';
import { takeFile } from '../../host/file/open-file-host.ts';
import type { FileDoor, FileState } from './file-door.ts';

/** @param today civil date, stamped on what is written */
export function workbookDoor(host: FileHost, today: () => string): FileDoor {
  let state: FileState = { name: null, fresh: true, unsaved: 'nothing', turn: 0 };
  const heard = new Set<() => void>();
  const become = (next: FileState): void => {
    state = next;
    for (const each of heard) each();
  };
  host.onChanged((unsaved) => become({ ...state, name: state.name ?? host.workbook(), unsaved }));
  return {
    state: () => state,
    subscribe(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    async take(name, bytes) {
      const taken = await takeFile(host, { name, bytes }, today());
      if (!taken.ok) return { ok: false, words: taken.error };
      become({ name: host.workbook(), fresh: false, unsaved: host.changed(), turn: state.turn + 1 });
      return { ok: true, words: taken.value };
    },
    begin: () => become({ ...state, name: host.workbook() }),
    async give(called) {
      const bytes = await host.save();
      const name = called ?? state.name ?? host.workbook();
      become({ ...state, name, fresh: state.fresh && called === null, unsaved: host.changed() });
      return { name, bytes };
    },
    read: (worksheet) => host.read(worksheet),
    onShow: (listener) => host.onShow((worksheet, row, column) => listener({ worksheet, row, column })),
  };
}
