/**
 * 列入情形 and 提出单位 of a row of a pool (万年 2022 三(一)1), kept as part of the words that say where the row comes from: a class is one
 * statement with one source, whoever makes it, and lists without pools need no columns for this.
 */
export interface PoolSource {
  /** Who says so, and from which list. */
  readonly source: string;
  /** One of the policy's grounds of entry, or ''. */
  readonly ground: string;
  /** The member that put it forward, or ''. */
  readonly proposer: string;
}

const marks = { ground: '列入情形：', proposer: '提出单位：' } as const;
const between = '；';

export const writtenSource = ({ source, ground, proposer }: PoolSource): string =>
  [source, ground === '' ? '' : `${marks.ground}${ground}`, proposer === '' ? '' : `${marks.proposer}${proposer}`]
    .filter((part) => part !== '')
    .join(between);

/** The same words taken apart; a source that says neither is a source alone. */
export function sourceRead(text: string): PoolSource {
  const rest: string[] = [];
  const found = { ground: '', proposer: '' };
  for (const part of text.split(between)) {
    if (part.startsWith(marks.ground)) found.ground = part.slice(marks.ground.length);
    else if (part.startsWith(marks.proposer)) found.proposer = part.slice(marks.proposer.length);
    else rest.push(part);
  }
  return { source: rest.join(between), ...found };
}
