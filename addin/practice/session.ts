/** One add-in that is open beside a workbook: what it holds on to, what it listens for, and whether its events are on. */

import { written } from './model/address.ts';
import { ExcelTrouble } from './model/trouble.ts';
import type { Change, Origin, Place, Workbook } from './model/workbook.ts';

/** An event as Office.js takes it: its number, whom it concerns, and its arguments. */
export interface ApiEvent {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Numbers of events in the library. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  rowSorted: 19,
  nameChanged: 25,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Target of events that concern the workbook. */
export const ofWorkbook = 'Workbook';

export class Session {
  readonly workbook: Workbook;
  /** `context.runtime.enableEvents`. */
  eventsOn = true;
  readonly #places = new Map<string, Place>();
  readonly #registered = new Map<string, number>();
  readonly #send: (event: ApiEvent) => void;
  readonly #stop: () => void;
  #next = 1;
  #shown: string;

  constructor(workbook: Workbook, send: (event: ApiEvent) => void) {
    this.workbook = workbook;
    this.#send = send;
    this.#shown = workbook.book.active;
    this.#stop = workbook.listen((change, origin) => this.#heard(change, origin));
  }

  close(): void {
    this.#stop();
  }

  /** Keeps a range for later requests. @returns its reference */
  keep(place: Place): string {
    for (const [id, held] of this.#places) if (held === place) return id;
    const id = `RangeRef${this.#next++}`;
    this.#places.set(id, this.workbook.follow(place));
    return id;
  }

  referenceOf(place: Place): string | null {
    for (const [id, held] of this.#places) if (held === place) return id;
    return null;
  }

  release(id: string): void {
    this.#places.delete(id);
  }

  held(id: string): Place {
    const place = this.#places.get(id);
    if (!place) throw new ExcelTrouble('InvalidReference', '引用无效，对象已被释放。');
    return place;
  }

  get heldCount(): number {
    return this.#places.size;
  }

  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const left = (this.#registered.get(key) ?? 0) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }

  #fire(type: number, targets: readonly string[], args: Readonly<Record<string, unknown>>): void {
    for (const target of targets) if (this.#registered.has(`${type} ${target}`)) this.#send({ type, target, args });
  }

  #heard(change: Change, origin: Origin): void {
    if (!this.eventsOn) return;
    const source = origin === 'remote' ? 'Remote' : 'Local';
    const triggerSource = origin === 'addin' ? 'ThisLocalAddin' : 'Unknown';
    switch (change.kind) {
      case 'cells': {
        const sheet = this.workbook.findSheet(change.sheet);
        if (!sheet) return;
        const address = written(change.area);
        const detail =
          'before' in change
            ? {
                valueBefore: plainOf(change.before),
                valueAfter: plainOf(change.after),
                valueTypeBefore: kindOf(change.before),
                valueTypeAfter: kindOf(change.after),
              }
            : {};
        const shiftDirection = shifts[change.type];
        const args = {
          changeType: change.type,
          source,
          worksheetId: sheet.id,
          address,
          triggerSource,
          shiftDirection,
          ...detail,
        };
        const referenceId = this.#registered.size > 0 ? this.#lend({ sheet, area: change.area, gone: false }) : '';
        this.#fire(eventTypes.changed, [sheet.id, ofWorkbook], { ...args, referenceId });
        for (const table of sheet.tables)
          if (touches(table.area, change.area))
            this.#fire(eventTypes.tableChanged, [table.id, sheet.id, ofWorkbook], {
              ...args,
              tableId: table.id,
              referenceId,
            });
        return;
      }
      case 'selected': {
        const args = { address: written(change.area), worksheetId: change.sheet };
        this.#fire(eventTypes.selectionChanged, [change.sheet, ofWorkbook], args);
        return;
      }
      case 'rows-sorted': {
        const args = { address: written(change.area), worksheetId: change.sheet, source };
        this.#fire(eventTypes.rowSorted, [change.sheet, ofWorkbook], args);
        return;
      }
      case 'sheet-activated': {
        const before = this.#shown;
        this.#shown = change.sheet;
        this.#fire(eventTypes.deactivated, [before, ofWorkbook], { worksheetId: before });
        this.#fire(eventTypes.activated, [change.sheet, ofWorkbook], { worksheetId: change.sheet });
        return;
      }
      case 'sheet-added':
        this.#fire(eventTypes.added, [ofWorkbook], { worksheetId: change.sheet, source });
        return;
      case 'sheet-deleted':
        this.#fire(eventTypes.deleted, [ofWorkbook], { worksheetId: change.sheet, source });
        return;
      case 'sheet-renamed':
        this.#fire(eventTypes.nameChanged, [change.sheet, ofWorkbook], { worksheetId: change.sheet, source });
        return;
      case 'table-added':
        this.#fire(eventTypes.tableAdded, [change.sheet, ofWorkbook], {
          tableId: change.table,
          worksheetId: change.sheet,
          source,
        });
        return;
      case 'table-deleted':
        this.#fire(eventTypes.tableDeleted, [change.sheet, ofWorkbook], {
          tableId: change.table,
          worksheetId: change.sheet,
          source,
        });
        return;
      case 'look':
        return;
    }
  }

  /** Ranges of events are held for a while only. */
  #lend(place: Place): string {
    const id = this.keep(place);
    setTimeout(() => this.release(id), 30_000).unref?.();
    return id;
  }
}

const shifts = {
  RangeEdited: 'None',
  RowInserted: 'ShiftCellDown',
  RowDeleted: 'ShiftCellUp',
  ColumnInserted: 'ShiftCellRight',
  ColumnDeleted: 'ShiftCellLeft',
} as const;

type Rectangle = Place['area'];
const touches = (one: Rectangle, other: Rectangle): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

const plainOf = (value: unknown): unknown =>
  value === null || value === undefined ? '' : typeof value === 'object' && 'error' in value ? value.error : value;
const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'boolean' ? 'Boolean' : 'Double';
};
