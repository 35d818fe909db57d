/**
 * What a month at the edge costs: counts times prices less what a plan includes, and nothing else. Whoever has other counts or newer prices
 * changes them here and runs `node bot/edge/costs.ts`, which prints the tables that `COSTS.md` and `COSTS.zh-CN.md` hold (a test compares).
 */
import type { Words } from '../../core/words.ts';

/** US dollars a month, as published; where and when is in COSTS.md. */
export const prices = {
  workers: { base: 5, requests: 10e6, perMillion: 0.3, cpuMs: 30e6, perMillionCpuMs: 0.02 },
  kv: { reads: 10e6, perMillionReads: 0.5, writes: 1e6, perMillionWrites: 5, lists: 1e6, perMillionLists: 5 },
  turso: [
    { name: 'Free', base: 0, storageGb: 5, rowsRead: 500e6, rowsWritten: 10e6, backDays: 1 },
    { name: 'Developer', base: 4.99, storageGb: 9, rowsRead: 2.5e9, rowsWritten: 25e6, backDays: 10 },
    { name: 'Scaler', base: 24.92, storageGb: 24, rowsRead: 100e9, rowsWritten: 100e6, backDays: 30 },
  ],
  slackPerSeat: 8.75,
  domain: 1,
  /** Yuan for a dollar, a kilowatt hour, an hour of whoever looks after a machine. */
  yuan: { dollar: 7.1, kwh: 0.6, hour: 60 },
} as const;

/** Least days that the database service can go back; one day is over before anybody has noticed a mistake. */
const backDaysLeast = 10;

export interface Counts {
  readonly title: Words;
  /** Runs of the cron trigger: each minute of 30 days. */
  readonly cron: number;
  /** Minutes in which all that is owed is worked out: those of working hours, assumed as if something were recorded in each of them. */
  readonly rounds: number;
  /** Acts in chat, requests of panes and signed-in pages, requests of the public; files of pages and panes are static and free. */
  readonly acts: number;
  readonly pages: number;
  readonly visitors: number;
  /** Rows that the month's imports write, and that its draws and imports read. */
  readonly importedRows: number;
  readonly drawnRows: number;
  /** Checkpoints posted or asked for. */
  readonly checkpoints: number;
  readonly storageGb: number;
  readonly seats: number;
  /** Assumed: a minute of the cron trigger and a page take so many times what they take on a county's database. */
  readonly weight: number;
}

/** A joint office with 30 departments and 5,000 subjects, in its busiest month. */
const county: Counts = {
  title: { zh: '县（5,000 户、30 个部门）', en: 'county (5,000 subjects, 30 departments)' },
  cron: 43_200,
  rounds: 22 * 10 * 60,
  acts: 1000,
  pages: 30 * 22 * 30,
  visitors: 20_000,
  importedRows: 2 * 5000,
  drawnRows: 4 * 3 * 5000,
  checkpoints: 200,
  storageGb: 0.05,
  seats: 60,
  weight: 1,
};

/** A city with 12 counties on one installation, whose whole list is loaded anew each month. */
const city: Counts = {
  title: { zh: '市（100 万户、12 个县）', en: 'city (1,000,000 subjects, 12 counties)' },
  cron: 43_200,
  rounds: 22 * 10 * 60,
  acts: 13_000,
  pages: 13 * 30 * 22 * 30,
  visitors: 500_000,
  importedRows: 2 * 1_000_000,
  drawnRows: 13 * 3 * 1_000_000,
  checkpoints: 3000,
  storageGb: 1,
  seats: 780,
  weight: 10,
};

/**
 * Measured on the year of 三明 2025 at the edge and on its database at the end, 2026-11-30: requests at the server, rows as SQLite counts those
 * that it visits, CPU of a busy desk's Node; how, and what was not measured, is in COSTS.md.
 */
export const measured = {
  idle: { cpuMs: 12, subrequests: 7, rowsRead: 219 },
  round: { cpuMs: 130, subrequests: 23, rowsRead: 7911 },
  /** A request of the chat, on average of 2,081. */
  act: { subrequests: 10, rowsRead: 542, rowsWritten: 5 },
  /** Of signed-in pages, panes and phones, on average of 857; the public's take less. */
  page: { cpuMs: 15, subrequests: 14, rowsRead: 1853, rowsWritten: 2 },
} as const;

/** Not measured. */
const assumed = {
  actCpuMs: 30,
  /** For a row loaded or drawn. */
  cpuMsPerRow: 0.01,
} as const;

export interface Cost {
  readonly requests: number;
  readonly cpuMs: number;
  readonly subrequests: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly workers: number;
  readonly kv: number;
  readonly turso: { readonly plan: string; readonly price: number };
  readonly domain: number;
  readonly edge: number;
  readonly slack: number;
}

const beyond = (count: number, included: number, perMillion: number): number =>
  (Math.max(0, count - included) / 1e6) * perMillion;

export function costOf(counts: Counts): Cost {
  const { idle, round, page } = measured;
  const act = { cpuMs: assumed.actCpuMs, ...measured.act };
  const { cron, rounds, acts, importedRows, drawnRows, weight } = counts;
  const shown = counts.pages + counts.visitors;
  const requests = cron + acts + shown;
  const each = (name: 'cpuMs' | 'subrequests' | 'rowsRead'): number =>
    weight * ((cron - rounds) * idle[name] + rounds * round[name]) + acts * act[name] + weight * shown * page[name];
  const cpuMs = each('cpuMs') + assumed.cpuMsPerRow * (importedRows + drawnRows);
  const rowsRead = each('rowsRead') + importedRows + drawnRows;
  const rowsWritten = acts * act.rowsWritten + counts.pages * page.rowsWritten + importedRows;
  const workers =
    prices.workers.base +
    beyond(requests, prices.workers.requests, prices.workers.perMillion) +
    beyond(cpuMs, prices.workers.cpuMs, prices.workers.perMillionCpuMs);
  const { kv: k } = prices;
  const kv =
    beyond(counts.checkpoints * 50, k.reads, k.perMillionReads) +
    beyond(counts.checkpoints, k.writes, k.perMillionWrites) +
    beyond(counts.checkpoints, k.lists, k.perMillionLists);
  const plan = prices.turso.find(
    (each) =>
      each.backDays >= backDaysLeast &&
      counts.storageGb <= each.storageGb &&
      rowsRead <= each.rowsRead &&
      rowsWritten <= each.rowsWritten,
  );
  if (plan === undefined)
    throw new Error('more than the largest plan listed here includes: add the next one to the prices');
  const turso = { plan: plan.name, price: plan.base };
  const { domain } = prices;
  const subrequests = each('subrequests');
  const edge = workers + kv + turso.price + domain;
  return {
    requests,
    cpuMs,
    subrequests,
    rowsRead,
    rowsWritten,
    workers,
    kv,
    turso,
    domain,
    edge,
    slack: counts.seats * prices.slackPerSeat,
  };
}

/** A small office PC that runs day and night, and an hour or two of whoever looks after it. */
export const deskYuan = (watts = 30, hours = 2): number =>
  (watts / 1000) * 24 * 30 * prices.yuan.kwh + hours * prices.yuan.hour;

const whole = (count: number): string =>
  Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
const yuan = (amount: number): string => `¥${whole(amount)}`;

export function costTable(lang: keyof Words): string {
  const all = [county, city].map((counts) => ({ counts, cost: costOf(counts) }));
  const row = (words: Words, cell: (each: (typeof all)[number]) => string): string =>
    `| ${words[lang]} | ${all.map(cell).join(' | ')} |`;
  return [
    row({ zh: '每月', en: 'a month' }, ({ counts }) => counts.title[lang]),
    '|---|---|---|',
    row({ zh: '请求数', en: 'requests' }, ({ cost }) => whole(cost.requests)),
    row({ zh: '运算时间（CPU 毫秒）', en: 'CPU ms' }, ({ cost }) => whole(cost.cpuMs)),
    row({ zh: 'Worker 向外的请求（子请求，不收费）', en: 'subrequests (free)' }, ({ cost }) => whole(cost.subrequests)),
    row({ zh: '数据库读行数', en: 'rows read' }, ({ cost }) => whole(cost.rowsRead)),
    row({ zh: '数据库写行数', en: 'rows written' }, ({ cost }) => whole(cost.rowsWritten)),
    row({ zh: 'Workers', en: 'Workers' }, ({ cost }) => dollars(cost.workers)),
    row({ zh: 'KV', en: 'KV' }, ({ cost }) => dollars(cost.kv)),
    row({ zh: 'Turso', en: 'Turso' }, ({ cost }) => `${dollars(cost.turso.price)} (${cost.turso.plan})`),
    row({ zh: '域名', en: 'domain' }, ({ cost }) => dollars(cost.domain)),
    row(
      { zh: '**边缘合计**', en: '**edge**' },
      ({ cost }) => `**${dollars(cost.edge)}** ≈ ${yuan(cost.edge * prices.yuan.dollar)}`,
    ),
    row(
      { zh: '**边缘全年**', en: '**edge, a year**' },
      ({ cost }) => `**${dollars(12 * cost.edge)}** ≈ ${yuan(12 * cost.edge * prices.yuan.dollar)}`,
    ),
    row({ zh: 'Slack 免费版', en: 'Slack, free plan' }, () => dollars(0)),
    row(
      { zh: 'Slack Pro（括号内为席位数）', en: 'Slack Pro (seats)' },
      ({ counts, cost }) => `${dollars(cost.slack)} (${counts.seats})`,
    ),
    row(
      {
        zh: '不上云：本机服务（电费 13 元，其余为人工）',
        en: 'no edge: desk server on an office PC, ¥13 of it current',
      },
      () => yuan(deskYuan()),
    ),
  ].join('\n');
}

if (import.meta.main) for (const lang of ['zh', 'en'] as const) console.log(`${costTable(lang)}\n`);
