/** Rows of 检查结果录入 beside their cells: the rules of an entered outcome, asked of each row that somebody has filled in. */
import type { CivilDate } from '../../calendar.ts';
import type { OutcomeFinding } from '../../outcome/check.ts';
import { wordsOfFinding } from '../../outcome/words.ts';
import type { Checked } from '../check.ts';
import { checkOutcomeRow, type OutcomeRow } from '../outcomes.ts';
import { oneLine } from '../words.ts';
import type { OpenSheet } from './rows.ts';

export function checkOutcomes({ rows, say }: OpenSheet<OutcomeRow>, today: CivilDate): Checked['remarks'] {
  for (const row of rows) {
    if (row.value === null) continue;
    for (const { field, weight, finding } of checkOutcomeRow(row.value, today))
      say(row, field, weight, wordsOfFinding(short(finding)));
  }
  return [];
}

/** More names than anybody sends to one door are not read out. */
const namesMost = 6;

/** Names stand in a cell that anybody may fill with anything. */
const short = (finding: OutcomeFinding): OutcomeFinding =>
  finding.kind === 'not-sent'
    ? { ...finding, inspectors: finding.inspectors.slice(0, namesMost).map(oneLine) }
    : finding;
