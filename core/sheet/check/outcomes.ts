/** Rows of 检查结果录入 beside their cells: the rules of an entered outcome, asked of each row that somebody has filled in. */
import type { CivilDate } from '../../calendar.ts';
import { contradiction } from '../../outcome/across.ts';
import type { OutcomeFinding } from '../../outcome/check.ts';
import { wordsOfFinding } from '../../outcome/words.ts';
import type { Checked } from '../check.ts';
import { checkOutcomeRow, type OutcomeRow } from '../outcomes.ts';
import { oneLine } from '../words.ts';
import type { OpenSheet } from './rows.ts';

export function checkOutcomes(open: OpenSheet<OutcomeRow>, today: CivilDate): Checked['remarks'] {
  const { rows, say } = open;
  for (const row of rows) {
    if (row.value === null) continue;
    for (const { field, weight, finding } of checkOutcomeRow(row.value, today))
      say(row, field, weight, wordsOfFinding(short(finding)));
  }
  acrossItems(open);
  return [];
}

/** What one department says of all items of one visit. */
function acrossItems({ rows, say }: OpenSheet<OutcomeRow>): void {
  const filled = rows.flatMap((row) => (row.value === null ? [] : [{ row, ...row.value }]));
  const byVisit = Map.groupBy(filled, ({ given: { no, department } }) => `${no}\t${department}`);
  for (const visit of byVisit.values()) {
    if (visit.length > itemsMost) continue;
    const said = visit.map(({ given, entry }) => ({ item: given.itemCode || given.item, code: entry.code }));
    for (const [i, of] of said.entries()) {
      const found = contradiction(of, said);
      const row = visit[i]?.row;
      if (found !== null && row !== undefined) say(row, found.field, found.weight, wordsOfFinding(found.finding));
    }
  }
}

/** More items than are inspected at any door: rows that a paste has put under one number, compared with each other for nothing. */
const itemsMost = 200;

/** More names than anybody sends to one door are not read out. */
const namesMost = 6;

/** Names stand in a cell that anybody may fill with anything. */
const short = (finding: OutcomeFinding): OutcomeFinding =>
  finding.kind === 'not-sent'
    ? { ...finding, inspectors: finding.inspectors.slice(0, namesMost).map(oneLine) }
    : finding;
