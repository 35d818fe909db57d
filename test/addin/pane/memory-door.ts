/** A workbook in memory that is taken and given, as the pane's file page needs it. */
import type { FileDoor, FileState } from '../../../addin/pane/file/file-door.ts';

export interface MemoryDoor extends FileDoor {
  /** Something was written into the workbook. */
  touch(what?: FileState['unsaved']): void;
}

export function memoryDoor(): MemoryDoor {
  let state: FileState = { name: null, fresh: true, unsaved: 'nothing', turn: 0 };
  let held = new Uint8Array();
  const heard = new Set<() => void>();
  const become = (next: FileState): void => {
    state = next;
    for (const each of heard) each();
  };
  return {
    state: () => state,
    subscribe(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    async take(name, bytes) {
      if (bytes.length < 4) return { ok: false, words: { zh: `“${name}”打不开。`, en: `“${name}” cannot be opened.` } };
      held = new Uint8Array(bytes);
      become({ name, fresh: false, unsaved: 'nothing', turn: state.turn + 1 });
      return { ok: true, words: null };
    },
    begin: () => become({ ...state, name: '新建工作簿.xlsx', unsaved: 'content' }),
    async give(called) {
      const name = called ?? state.name ?? '';
      become({ ...state, name, fresh: false, unsaved: 'nothing' });
      return { name, bytes: held };
    },
    read: async (name) => ({ name, rows: [] }),
    onShow: () => () => {},
    touch: (unsaved = 'content') => become({ ...state, unsaved }),
  };
}
