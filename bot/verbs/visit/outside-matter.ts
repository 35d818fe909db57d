/** What an outside number is of, as people write it: `计划编号/任务编号`, `3-0004`, `3-0004/单位代码/事项编号`. */
import type { OutsideMatter } from './record-outside-number.ts';

export function outsideMatterIn(text: string): OutsideMatter | null {
  const typed = text.trim();
  const [, book = '', number = '', rest = ''] = /^(L?\d{1,6})-(\d{1,6})(\/.*)?$/u.exec(typed.normalize('NFKC')) ?? [];
  if (book !== '') {
    if (rest === '') return { matter: 'visit', book, visit: Number(number) };
    const [, department = '', item = '', ...more] = rest.split('/');
    return department === '' || item === '' || more.length > 0
      ? null
      : { matter: 'case', book, visit: Number(number), department, item };
  }
  // A number of a plan may hold a stroke of its own, that of a task does not.
  const at = typed.lastIndexOf('/');
  return at < 1 || at === typed.length - 1
    ? null
    : { matter: 'task', plan: typed.slice(0, at), task: typed.slice(at + 1) };
}
