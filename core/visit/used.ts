/**
 * 互认互用 (福安 2018 二(三)4; 万年 2022 三(三)3): results of other departments, court documents and conclusions of professional bodies, one a line:
 * 类别；出具单位；文号；日期；内容.
 */
import { parseDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { UsedResult } from './fact.ts';

const kinds: Readonly<Record<string, UsedResult['kind']>> = {
  部门: 'department',
  部门结果: 'department',
  法院: 'court',
  法院文书: 'court',
  专业: 'professional',
  专业结论: 'professional',
  department: 'department',
  court: 'court',
  professional: 'professional',
};

/** @returns the number of the first line that cannot be read, from 1 */
export function readUsed(text: string): Result<readonly UsedResult[], { readonly line: number }> {
  const found: UsedResult[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [kind = '', from = '', number = '', on = '', ...words] = line
      .split(/\s*[；;|｜\t]\s*/u)
      .map((part) => part.trim());
    const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    const day = parseDate(on.normalize('NFKC'));
    if (known === undefined || from === '' || !day.ok || words.join('').trim() === '') return err({ line: i + 1 });
    found.push({ kind: known, from, number, on: day.value, words: words.join('；') });
  }
  return ok(found);
}
