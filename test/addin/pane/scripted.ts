/**
 * A small honest desk and workbook in memory, for screens whose states are hard to reach with the real ones: one list of items with real checks over real
 * cells, books, draws, and on demand a lost line, an unfinished submission, conflicts, or twenty thousand rows. What it says is worked out from
 * its cells; nothing is counted by hand.
 */
import type { SheetHost } from '../../../addin/host/sheet-host.ts';
import type {
  BoundSheet,
  Done,
  Filling,
  OnStep,
  OpenConflict,
  Preview,
  RowState,
  Sent,
  Trouble,
} from '../../../addin/sync/filling.ts';
import { stayedInOutbox } from '../../../addin/sync/words.ts';
import type { Who } from '../../../core/api/shapes.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { BookLine, BookRef } from '../../../core/sheet/book.ts';
import { type Checked, checkGrid, type Reference } from '../../../core/sheet/check.ts';
import { cellAddress, type Grid } from '../../../core/sheet/grid.ts';
import type { Words } from '../../../core/words.ts';

export interface Scenario {
  readonly signedIn?: boolean;
  readonly practice?: boolean;
  readonly offline?: boolean;
  /** The first submission is cut off before its answer. */
  readonly cut?: boolean;
  readonly unfinished?: number;
  readonly conflicts?: boolean;
  /** Every change asks for a reason. */
  readonly reason?: boolean;
  /** Rows of the list. */
  readonly rows?: number;
  /** How long a step of an act takes. */
  readonly stepMs?: number;
  /** What a draw's record is; undefined: there are no draws. */
  readonly record?: unknown;
  readonly empty?: boolean;
  /** A header was renamed. */
  readonly renamed?: boolean;
  /** Throws where a real one would not. */
  readonly broken?: boolean;
}

export interface Scripted {
  readonly filling: Filling;
  /** Somebody types. */
  type(row: number, column: number, text: string): void;
  onChange: SheetHost['onChange'];
  /** Cells that were gone to. */
  readonly shown: string[];
}

const worksheet = '抽查事项清单';
const ref: BookRef = { sheet: 'items', book: 'standing' };
const code = 'ABCDEFGHJKMNPQRS';
const words = (zh: string, en = zh): Words => ({ zh, en });
const good = <T>(value: T): Done<T> => ({ ok: true, value });
const bad = (kind: Trouble['kind'], zh: string, en: string): Done<never> => ({
  ok: false,
  trouble: { kind, words: { zh, en } },
});

const department: Department = {
  code: 'market',
  name: '市场监督管理局',
  aliases: ['市场监管局'],
  kind: 'member',
  parent: '',
  enforces: true,
  legal: false,
  leadSection: '信用监管股',
  liaison: '综合股',
  head: '局长',
  sharedPool: '',
  joined: '2020-01-01',
  ended: null,
};
const reference: Reference = {
  ref,
  today: '2026-11-29',
  year: null,
  own: { code: department.code, name: department.name },
  departments: [department],
  demand: [],
  plan: null,
};
const line: BookLine = {
  ...ref,
  title: words('抽查事项清单', 'List of items'),
  note: words('常设名录，随时可改；现有 6 项。', 'A standing list; 6 items.'),
  year: null,
  rows: 6,
  readOnly: null,
  reason: false,
  withdrawable: true,
};
const books: readonly BookLine[] = [
  {
    ...line,
    sheet: 'plan-tasks',
    book: '2026-1',
    title: words('2026 年度抽查计划征询反馈', 'Replies to the consultation of 2026'),
    note: words('反馈期限 2026-12-05，还有 4 个工作日。', 'Due 2026-12-05, in 4 working days.'),
    year: 2026,
    rows: 0,
  },
  {
    ...line,
    sheet: 'plan-tasks',
    book: 'P-2026',
    title: words('2026 年度抽查计划', 'Plan of 2026'),
    note: words('已印发，共 41 项任务。', 'Issued, 41 tasks.'),
    year: 2026,
    rows: 41,
    readOnly: words('计划已印发，由联席办修改。', 'It is issued; the office changes it.'),
  },
  line,
  {
    ...line,
    sheet: 'visit-list',
    book: '3',
    title: words('第 3 次抽取待检名单（本单位）', 'Visits of draw 3'),
    note: words('检查期限 2026-12-31，12 户。', 'Until 2026-12-31, 12 doors.'),
    year: 2026,
    rows: 12,
    readOnly: words('抽取结果不能修改。', 'What was drawn does not change.'),
  },
  {
    ...line,
    sheet: 'outcomes',
    book: '3',
    title: words('第 3 次抽取检查结果录入', 'Outcomes of draw 3'),
    note: words('12 户，已录入 5 户；公示期限 2027-01-29。', '12 doors, 5 entered.'),
    year: 2026,
    rows: 12,
    withdrawable: false,
  },
];
const who = (practice: boolean): Who => ({
  person: 'p-1',
  name: '林小满',
  department: department.code,
  departmentName: department.name,
  roles: ['liaison'],
  office: '青溪县“双随机、一公开”联席会议办公室',
  practice,
});

const headers = ['事项编码', '抽查事项名称', '抽查依据', '抽查主体', '抽查对象', '抽查比例', '校验结果', '行标识'];
const fields = ['code', 'name', 'basis', 'body', 'subjects', 'ratio'];
const desk: readonly (readonly string[])[] = [
  ['SC-01', '食品经营监督检查', '《中华人民共和国食品安全法》第一百一十条', '市场监督管理局', '食品经营者', '5%'],
  [
    'SC-02',
    '特种设备使用检查',
    '《中华人民共和国特种设备安全法》第五十七条',
    '市场监督管理局',
    '特种设备使用单位',
    '10%',
  ],
  ['SC-03', '登记事项检查', '《企业信息公示暂行条例》第十四条', '市场监督管理局', '企业', '3%'],
  ['SC-04', '价格行为检查', '《中华人民共和国价格法》第三十三条', '市场监督管理局', '经营者', '2%'],
];
const typed: readonly (readonly string[])[] = [
  ['SC-01', '食品经营监督检查', '《中华人民共和国食品安全法》第一百一十条', '市场监督管理局', '食品经营者', '8%'],
  ...desk.slice(1, 2),
  ['SC-03', '登记事项检查', '', '市场监管局', '企业', '百分之几'],
  ['SC-05', '广告行为检查', '《中华人民共和国广告法》第四十九条', '市场监督管理局', '广告经营者、广告发布者', '5%'],
  ['SC-06', '计量器具检查', '《中华人民共和国计量法》第十八条', '某某管理局', '计量器具使用单位', '5%'],
];

export function scripted(scenario: Scenario): Scripted {
  const heard = new Set<Parameters<SheetHost['onChange']>[0]>();
  const shown: string[] = [];
  const held = new Map(desk.map((cells) => [`r-${cells[0]}`, cells]));
  const rows = startRows(scenario.rows);
  let bound = scenario.empty !== true;
  let signed = scenario.signedIn !== false;
  let pending = scenario.unfinished ?? 0;
  let toCut = scenario.cut === true;
  let renamed = scenario.renamed === true;
  let open: OpenConflict[] = scenario.conflicts === true ? [...conflictsAtStart] : [];

  const sheet = (): BoundSheet => ({ worksheet, ref, line: { ...line, reason: scenario.reason === true } });
  const grid = (): Grid => ({ name: worksheet, rows: [['抽查事项清单'], headers, ...rows] });
  const steps = async (step: OnStep | undefined, names: readonly Parameters<OnStep>[0][]): Promise<void> => {
    for (const name of names) {
      for (let done = 0; done <= rows.length; done += Math.max(1, Math.ceil(rows.length / 4))) {
        step?.(name, done, rows.length);
        await new Promise((resolve) => setTimeout(resolve, scenario.stepMs ?? 0));
      }
    }
  };
  const asked = (): Done<never> | null => {
    if (!signed) return bad('signed-out', '登录已失效，请重新登录。', 'You are no longer signed in.');
    return scenario.offline === true ? bad('offline', '连接不上，请检查网络后重试。', 'No connection.') : null;
  };
  const check = (): Checked => {
    const checked = checkGrid(grid(), reference);
    if (!checked.ok) throw new Error(checked.error.kind);
    return checked.value;
  };
  const preview = (): Preview => {
    const states = check().rows.map(({ row, id, filled, cells, remarks }): RowState => {
      const before = held.get(id);
      const at = rows[row - 2] ?? [];
      const changes = fields.flatMap((field, column) => {
        const [was, now] = [before?.[column] ?? '', at[column] ?? ''];
        return was === now ? [] : [{ field, header: headers[column] ?? '', was, now }];
      });
      const what = remarks.some(({ weight }) => weight === 'refused')
        ? 'cannot-be-sent'
        : before === undefined
          ? 'new'
          : changes.length > 0
            ? 'changed'
            : 'unchanged';
      return {
        row,
        id,
        label: `${cells.code ?? ''} ${cells.name ?? ''}`.trim(),
        what,
        filled,
        changes,
        remarks: remarks.map(({ column, header, value, weight, words: said }) => ({
          header,
          address: column < 0 ? '' : cellAddress(row, column),
          value,
          weight,
          words: said,
        })),
      };
    });
    const here = new Set(rows.map((cells) => cells[7] ?? ''));
    const count = (what: RowState['what']): number => states.filter((each) => each.what === what).length;
    return {
      sheet: sheet(),
      rows: states,
      counts: {
        new: count('new'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        'cannot-be-sent': count('cannot-be-sent'),
      },
      missing: [...held].flatMap(([id, cells]) => (here.has(id) ? [] : [{ id, label: `${cells[0]} ${cells[1]}` }])),
      copied: 0,
      compared: 'desk',
      remarks: [],
    };
  };
  const take = (seen: Preview, withdraw: readonly string[]): Sent => {
    for (const { row, id, what } of seen.rows) {
      if (what === 'new' || what === 'changed') held.set(id, (rows[row - 2] ?? []).slice(0, 6));
    }
    for (const id of withdraw) held.delete(id);
    if (open.length === 0 && seen.rows.some(({ id }) => id === 'r-SC-01') && scenario.conflicts === true)
      open = [...conflictsAtStart];
    return {
      counts: {
        ...none,
        created: seen.counts.new,
        updated: seen.counts.changed,
        withdrawn: withdraw.length,
        conflict: open.length,
      },
      merged: [
        {
          worksheet,
          row: 3,
          label: 'SC-02 特种设备使用检查',
          header: '抽查对象',
          theirs: '特种设备使用单位',
          by: '联席办',
        },
      ],
      conflicts: open,
      refused: [],
      behind: seen.counts['cannot-be-sent'],
      note: words('本单位已报 4 项；群内已更新进度。', '4 items entered; the thread has the tally.'),
    };
  };

  const filling: Filling = {
    who: () => (signed ? who(scenario.practice === true) : null),
    signIn: async (given) => {
      await steps(undefined, ['sending']);
      if (scenario.offline === true) return bad('offline', '连接不上，请检查网络后重试。', 'No connection.');
      if (given.replaceAll('-', '') !== code)
        return bad(
          'refused',
          '填报码不对，或者已经用过、已经过期。请重新取一个。',
          'The code is wrong, used or too old.',
        );
      signed = true;
      return good(who(scenario.practice === true));
    },
    signOut: async () => {
      signed = false;
    },
    books: async () => asked() ?? good(scenario.empty === true ? [] : books),
    bound: async () => good(bound ? [sheet()] : []),
    open: async (opened, step) => {
      await steps(step, ['reading', 'writing']);
      bound = true;
      return asked() ?? good({ ...sheet(), ref: opened });
    },
    candidates: async () =>
      good(
        scenario.empty === true
          ? []
          : [
              {
                worksheet: '2026计划汇总',
                sheet: 'items',
                columns: [
                  { header: '序号', field: null },
                  { header: '检查事项', field: '抽查事项名称' },
                  { header: '设定依据', field: '抽查依据' },
                  { header: '实施主体', field: '抽查主体' },
                  { header: '被检查对象', field: '抽查对象' },
                  { header: '联系人手机', field: null },
                ],
                rows: 37,
                headerRow: 2,
                free: [{ field: 'ratio', header: '抽查比例', required: false }],
                why: null,
              },
              {
                worksheet: 'Sheet3',
                sheet: null,
                columns: [{ header: '姓名', field: null }],
                rows: 5,
                headerRow: 0,
                free: [],
                why: words('找不到认识的表头。表头行应有“抽查事项”“抽查对象”等字样。', 'No header is known.'),
              },
            ],
      ),
    adopt: async () => {
      bound = true;
      return good(sheet());
    },
    nameColumns: async () => {
      renamed = false;
      return good(true);
    },
    check: async (_, step) => {
      if (renamed) return { ok: false, trouble: renamedTrouble };
      if (scenario.broken === true) throw new TypeError('row is undefined');
      await steps(step, ['reading', 'checking', 'marking']);
      return good(check());
    },
    recheck: async (_, why, step) => {
      if (why === 'start') return good(null);
      await steps(step, ['checking']);
      return good(check());
    },
    preview: async (_, step) => {
      await steps(step, ['reading', 'checking']);
      return asked() ?? good(preview());
    },
    submit: async (seen, { withdraw }, step) => {
      await steps(step, ['writing', 'sending', 'marking']);
      const not = asked();
      if (not !== null) return not;
      if (toCut) {
        toCut = false;
        pending = 1;
        return { ok: false, trouble: { kind: 'offline', words: stayedInOutbox(words('没有收到回执。'), 2, 0) } };
      }
      return good(take(seen, withdraw));
    },
    unfinished: async () => good(pending),
    resume: async (step) => {
      await steps(step, ['sending', 'marking']);
      const not = asked();
      if (not !== null) return not;
      pending = 0;
      return good({ ...take(preview(), []), behind: 0 });
    },
    refresh: async (_, step) => {
      await steps(step, ['reading', 'writing']);
      return asked() ?? good({ created: 1, updated: 2, kept: 3, conflicts: open, withdrawn: 0 });
    },
    conflicts: async () => good(open),
    solve: async (_, id) => {
      open = open.filter((each) => each.id !== id);
      return good({
        counts: { ...none, updated: 1 },
        merged: [],
        conflicts: [],
        refused: [],
        behind: 0,
        note: words(''),
      });
    },
    show: async (_, row, header) => {
      shown.push(`${row} ${header}`);
      return good(true);
    },
    draws: async () =>
      asked() ??
      good(
        scenario.record === undefined
          ? []
          : [
              { no: 3, title: words('第 3 次联合抽取', 'Joint draw 3'), date: '2026-11-10', record: true, why: null },
              {
                no: 4,
                title: words('第 4 次联合抽取', 'Joint draw 4'),
                date: '2026-11-26',
                record: false,
                why: words('检查期限未过，2027-01-01 起公开。', 'Public from 2027-01-01.'),
              },
            ],
      ),
    record: async () => asked() ?? good(scenario.record),
    figures: async () =>
      asked() ??
      good({
        year: 2026,
        figures: [
          {
            title: words('征询反馈进度', 'Replies'),
            kind: 'column',
            note: words('已反馈单位数 ÷ 应反馈单位数', 'Replied of asked'),
            headers: ['单位', '已反馈'],
            rows: [{ name: '市场监督管理局', values: [1] }],
          },
        ],
      }),
  };
  return {
    filling,
    shown,
    type(row, column, text) {
      const cells = rows[row - 2];
      if (cells !== undefined) cells[column] = text;
      for (const each of heard) each(worksheet, 'here');
    },
    onChange(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  };
}

const renamedTrouble: Trouble = {
  kind: 'refused',
  words: words('缺少必需的列：抽查依据。'),
  renamed: { worksheet, columns: ['法条', '备考'], missing: [{ field: 'basis', header: '抽查依据', likely: '法条' }] },
};

const none: Sent['counts'] = {
  created: 0,
  updated: 0,
  merged: 0,
  unchanged: 0,
  withdrawn: 0,
  conflict: 0,
  refused: 0,
};

/** @param count rows in all; the first few are those that something is said of */
function startRows(count: number | undefined): string[][] {
  const first = typed.map((cells) => [...cells, '', `r-${cells[0]}`]);
  const more = Array.from({ length: Math.max(0, (count ?? 0) - first.length) }, (_, i) => [
    `SC-${1000 + i}`,
    `检查事项${1000 + i}`,
    i % 3 === 0 ? '' : '《中华人民共和国计量法》第十八条',
    '市场监督管理局',
    '企业',
    '5%',
    '',
    `n-${i}`,
  ]);
  return [...first, ...more];
}

const conflictsAtStart: readonly OpenConflict[] = [
  {
    worksheet,
    id: 'r-SC-01',
    row: 2,
    label: 'SC-01 食品经营监督检查',
    by: '联席办 王立',
    at: '2026-11-28 16:20',
    fields: [
      { field: 'ratio', header: '抽查比例', was: '5%', mine: '8%', theirs: '6%' },
      { field: 'subjects', header: '抽查对象', was: '食品经营者', mine: '', theirs: '食品经营者（含餐饮）' },
    ],
  },
  {
    worksheet,
    id: 'r-SC-02',
    row: 3,
    label: 'SC-02 特种设备使用检查',
    by: '联席办 王立',
    at: '2026-11-28 16:25',
    fields: [{ field: 'ratio', header: '抽查比例', was: '10%', mine: '12%', theirs: '15%' }],
  },
];
