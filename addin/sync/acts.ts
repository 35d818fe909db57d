/**
 * Everything that reads or writes worksheets, as one piece that a browser loads after the first screen: it brings the lists of fields along. Only
 * `open-filling.ts` asks for it.
 */

export { checkAndMark } from './check/check-marks.ts';
export { preview } from './check/preview.ts';
export { recheck } from './check/recheck.ts';
export { conflictsOf } from './conflict/open-conflicts.ts';
export { solve } from './conflict/solve.ts';
export { adopt } from './open/adopt.ts';
export { boundSheets } from './open/bound.ts';
export { candidatesOf } from './open/candidates.ts';
export { openBook } from './open/open-book.ts';
export { refresh } from './refresh/refresh.ts';
export { resume } from './submit/send.ts';
export { submit } from './submit/submit.ts';
export { figuresSheet } from './worksheet/figures.ts';
export { nameColumns } from './worksheet/name-columns.ts';
export { showCell } from './worksheet/show.ts';
