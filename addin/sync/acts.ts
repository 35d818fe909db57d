/**
 * Everything that reads or writes worksheets, as one piece that a browser loads after the first screen: it brings the lists of fields along. Only
 * `open.ts` asks for it.
 */
export { adopt } from './adopt.ts';
export { boundSheets } from './bound.ts';
export { candidatesOf } from './candidates.ts';
export { checkAndMark } from './check-marks.ts';
export { conflictsOf, solve } from './conflict.ts';
export { figuresSheet } from './figures.ts';
export { openBook } from './open-book.ts';
export { preview } from './preview.ts';
export { refresh } from './refresh.ts';
export { resume } from './send.ts';
export { showCell } from './show.ts';
export { submit } from './submit.ts';
