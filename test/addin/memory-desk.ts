/** A desk in memory behind the port of the interface: rows are settled by the project's own rule, and a batch that comes again gets its first answer. */
import type { Api, ApiDone } from '../../addin/sync/api-port.ts';
import type { RowAnswer, Submission, Submitted, Who } from '../../core/api/shapes.ts';
import { type BookLine, type BookRef, rowsPerPage } from '../../core/sheet/book.ts';
import type { Reference } from '../../core/sheet/check.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { type HeldRow, type RowCells, type RowChange, settleRow } from '../../core/sheet/row.ts';
import { readRow } from '../../core/sheet/row-value.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { wordsOfFault } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import { departments } from '../sheet/make.ts';

const both = (zh: string): Words => ({ zh, en: zh });

export interface ApiFaults {
  /** What becomes of a call, given its name and number (from 1): no answer before or after the desk did it, or a problem. */
  fate?: (name: string, nth: number) => 'offline' | 'answer lost' | 'signed-out' | number | null;
  /** Done just after the desk has answered and before the answer arrives. */
  meanwhile?: (name: string) => void;
}

export class MemoryDesk {
  readonly rows = new Map<string, HeldRow>();
  readonly batches = new Map<string, Submitted>();
  readonly reasons: string[] = [];
  line: BookLine;
  fields: readonly string[];
  who: Who;
  calls = 0;
  posts = 0;
  private made = 0;

  constructor(ref: BookRef = { sheet: 'inspectors', book: 'standing' }, more: Partial<BookLine> = {}) {
    this.line = {
      ...ref,
      title: both('执法检查人员名录库'),
      note: both('随时更新'),
      lasting: both('名录长期使用'),
      year: null,
      rows: 0,
      readOnly: null,
      reason: false,
      withdrawable: true,
      ...more,
    };
    this.fields = sheets[ref.sheet].fields.map(({ name }) => name);
    this.who = {
      person: 'l1',
      name: '黄清',
      department: 'scjg',
      departmentName: '清源县市场监督管理局',
      roles: ['liaison'],
      office: '清源县联席会议办公室',
      practice: true,
    };
  }

  reference(): Reference {
    return {
      ref: { sheet: this.line.sheet, book: this.line.book },
      today: '2026-03-01',
      year: this.line.year,
      own: null,
      departments,
      demand: [],
      plan: null,
    };
  }

  /** Whatever its rows become. */
  private sheet(): Sheet<unknown, string> {
    return sheets[this.line.sheet];
  }

  /** Somebody else's pen. */
  set(id: string, cells: RowCells, by = '吴江'): HeldRow {
    const before = this.rows.get(id);
    const version = `v${++this.made}`;
    const row = { id, version, cells: { ...before?.cells, ...cells }, by, at: '2026-03-02 09:30', locked: null };
    this.rows.set(id, row);
    return row;
  }

  take(request: Submission): Submitted {
    const known = this.batches.get(request.batch);
    if (known !== undefined) return known;
    this.reasons.push(request.reason);
    const answers = request.rows.map((change) => this.settle(change));
    const taken = answers.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'conflict').length;
    const submitted = { batch: request.batch, answers, note: both(`已收到 ${taken} 行。`) };
    this.batches.set(request.batch, submitted);
    return submitted;
  }

  private settle(change: RowChange): RowAnswer {
    const held = this.rows.get(change.id) ?? null;
    const answer = (outcome: RowAnswer['outcome'], row: HeldRow | null, more: Partial<RowAnswer> = {}): RowAnswer => ({
      id: change.id,
      outcome,
      row,
      conflicts: [],
      remarks: [],
      ...more,
    });
    const settled = settleRow(held, change);
    switch (settled.kind) {
      case 'created':
      case 'updated':
      case 'merged': {
        const read = readRow(this.sheet(), settled.cells, contextOf({ departments, year: 2026 }));
        if (!read.ok) {
          const remarks = read.error.map(({ field, fault }) => ({ field, words: wordsOfFault(fault) }));
          return answer('refused', held, { remarks });
        }
        const id = settled.kind === 'created' ? `desk-${++this.made}` : change.id;
        return answer(settled.kind, this.set(id, read.value.cells, settled.kind === 'merged' ? '吴江' : '黄清'));
      }
      case 'unchanged':
        return answer('unchanged', held);
      case 'withdrawn':
        this.rows.delete(change.id);
        return answer('withdrawn', null);
      case 'conflict':
        return answer('conflict', held, { conflicts: [...settled.conflicts] });
      case 'gone':
        return answer('refused', null, { remarks: [{ field: '', words: both('这一行已被撤回') }] });
    }
  }
}

export function memoryApi(desk: MemoryDesk, faults: ApiFaults = {}): Api {
  const call = async <T>(name: string, act: () => T): Promise<ApiDone<T>> => {
    await Promise.resolve();
    const fate = faults.fate?.(name, ++desk.calls) ?? null;
    const offline = { ok: false, trouble: { kind: 'offline', status: 0, words: both('连接不上会务台。') } } as const;
    if (fate === 'offline') return offline;
    if (fate === 'signed-out')
      return { ok: false, trouble: { kind: 'signed-out', status: 401, words: both('登录已失效。') } };
    if (typeof fate === 'number')
      return { ok: false, trouble: { kind: 'problem', status: fate, words: both(`会务台答复 ${fate}。`) } };
    const value = structuredClone(act());
    faults.meanwhile?.(name);
    return fate === 'answer lost' ? offline : { ok: true, value };
  };
  return {
    signIn: () => call('signIn', () => ({ token: 'token-1', until: '2099-01-01T00:00:00.000Z', who: desk.who })),
    signOut: () => call('signOut', () => ({})),
    books: () => call('books', () => ({ who: desk.who, books: [{ ...desk.line, rows: desk.rows.size }] })),
    rows: ({ after = '' }) =>
      call('rows', () => {
        const all = [...desk.rows.values()];
        const from = after === '' ? 0 : Number(after);
        const next = from + rowsPerPage < all.length ? String(from + rowsPerPage) : null;
        const line = { ...desk.line, rows: all.length };
        const rows = all.slice(from, from + rowsPerPage).map((row) => ({ ...row, cells: { ...row.cells } }));
        return { line, fields: [...desk.fields], rows, next };
      }),
    reference: () => call('reference', () => ({ reference: desk.reference() })),
    submit: (request) =>
      call('submit', () => {
        desk.posts++;
        return desk.take(request);
      }),
    draws: () => call('draws', () => ({ draws: [] })),
    figures: () =>
      call('figures', () => ({
        year: 2026,
        figures: [
          {
            title: both('反馈情况'),
            kind: 'column',
            note: both('已反馈单位数'),
            headers: ['答复', '单位数'],
            rows: [
              { name: '已反馈', values: [12] },
              { name: '未反馈', values: [null] },
            ],
          },
        ],
      })),
    record: () => call('record', () => ({})),
  };
}
