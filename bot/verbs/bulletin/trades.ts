/**
 * 行业研判: per trade and per item what was checked, found, found again and is open, with the visits behind each number, for whoever drafts
 * the next plan (三明 2025 四(九), 福安 2018 二(三)2, 甘州 2023 二(二)5). The office sees all, a department what it checked itself.
 */
import type { FigureRow } from '../../../core/bulletin/figure.ts';
import { concerns } from '../../../core/bulletin/recorded.ts';
import { type Analysed, analysed } from '../../../core/bulletin/trade.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { rowNames } from './names.ts';
import { type Period, recordedFor } from './recorded.ts';
import { sideOf } from './shown.ts';

export interface TradeShown extends Analysed {
  readonly by: 'trade' | 'item';
  readonly name: string;
  /** Visits with a finding and findings that are open, by the numbers that papers have. */
  readonly behind: { readonly found: readonly string[]; readonly open: readonly string[] };
}

export async function tradesShown(
  deps: Deps,
  actor: Actor,
  { from, to }: Period,
): Promise<Result<readonly TradeShown[], Refusal>> {
  if (from > to) return refuse('bulletin', { reason: 'span-backwards', from, to });
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return side;
  const { department } = side.value;
  const recorded = await recordedFor(deps, { from, to });
  const names = await rowNames(deps);
  const items = new Map(recorded.items.map((item) => [item.code, item]));
  // 未公示即未检查, here too.
  const outcomes = recorded.outcomes.filter(
    (each) =>
      each.state === 'public' &&
      each.checkedOn !== null &&
      from <= each.checkedOn &&
      each.checkedOn <= to &&
      concerns(recorded, { from, to, department }, each.department),
  );
  const named = (kind: FigureRow['kind']) => (id: string) =>
    names.row({ kind, id, department: '', n: 0, of: 1, lacking: null });
  const shown =
    (by: TradeShown['by'], nameOf: (key: string) => string) =>
    (each: Analysed): TradeShown => ({
      ...each,
      by,
      name: nameOf(each.key),
      behind: { found: each.found.map(named('visit')), open: each.open.map(named('case')) },
    });
  const trades = analysed(outcomes, recorded.findings, (code) => items.get(code)?.field || null);
  const single = analysed(outcomes, recorded.findings, (code) => code);
  return ok([
    ...trades.map(shown('trade', (key) => key)),
    ...single.map(shown('item', (code) => items.get(code)?.name ?? code)),
  ]);
}
