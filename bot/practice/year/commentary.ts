/** The year as it is told to whoever watches, and kept in a file beside its papers. */
import { appendFileSync, writeFileSync } from 'node:fs';

export interface Commentary {
  readonly day: (civil: string, title: string) => void;
  /** Who did what through which door, and what came of it. */
  readonly did: (at: string, who: string, what: string, answer?: string) => void;
  readonly note: (words: string) => void;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
/** Answers are told in a few lines; the whole is in the chat. */
const linesMost = 3;
const lineMost = 150;

export function commentary(file: string, watched: (line: string) => void): Commentary {
  writeFileSync(file, '');
  const print = (line: string): void => {
    watched(line);
    appendFileSync(file, `${line}\n`);
  };
  return {
    day: (civil, title) => {
      const day = civil.slice(0, 10);
      const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
      print(`\n━━ ${day} 星期${weekday}　${title}`);
    },
    did: (at, who, what, answer = '') => {
      print(`${at.slice(11, 16)}  ${who}：${what}`);
      for (const line of shortened(answer)) print(`         ${line}`);
    },
    note: (words) => {
      for (const line of words.split('\n')) print(`         ${line}`);
    },
  };
}

function shortened(answer: string): readonly string[] {
  const lines = answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines
    .slice(0, linesMost)
    .map((line) => (line.length > lineMost ? `${line.slice(0, lineMost)}…` : line));
  return lines.length > linesMost ? [...first, `（另有 ${lines.length - linesMost} 行）`] : first;
}
