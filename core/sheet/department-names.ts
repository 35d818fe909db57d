/**
 * Finds the department that a cell names. Tables write one body in many ways (市场监管局, 市市场监督管理局, its code); a name is taken
 * only where exactly one department can be meant.
 */
import type { Department } from '../registry/department.ts';
import { folded } from './normalise.ts';

export type Named =
  | { readonly kind: 'found'; readonly code: string; readonly exact: boolean }
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

export interface DepartmentNames {
  find(text: string): Named;
  nameOf(code: string): string;
}

/** Shortenings that every office uses, undone in both what is held and what is asked. */
const shortened: readonly (readonly [string, string])[] = [
  ['监督管理', '监管'],
  ['工业和信息化', '工信'],
  ['人力资源和社会保障', '人社'],
  ['住房和城乡建设', '住建'],
  ['发展和改革', '发改'],
  ['文化广电和旅游', '文旅'],
  ['文化和旅游', '文旅'],
  ['文化体育和旅游', '文旅'],
  ['农业农村', '农业'],
  ['生态环境', '环保'],
  ['卫生健康', '卫健'],
  ['自然资源和规划', '自然资源'],
  ['烟草专卖', '烟草'],
  ['委员会', '委'],
  ['救援大队', '救援'],
  ['救援支队', '救援'],
  ['部门', '局'],
];
/** 某某市, 某某县, 市, 各县 before a name of three characters or more; 市 of 市场 and 区 of 区域 belong to the name. */
const place =
  /^(?:[\u4e00-\u9fff]{2,6}?(?:自治州|地区|盟|市(?!场)|县|区(?!域)|旗))?(?:各|本)?(?:区县|市(?!场)|县|区(?!域)|旗)?(?=[\u4e00-\u9fff]{3,})/;

export function departmentNames(departments: readonly Department[]): DepartmentNames {
  const byName = new Map<string, Set<string>>();
  const byShort = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const each of departments) {
    names.set(each.code, each.name);
    for (const name of [each.code, each.name, ...each.aliases]) {
      add(byName, folded(name), each.code);
      add(byShort, short(name), each.code);
    }
  }
  const known = departments.map(({ name, aliases }) => ({
    name,
    forms: [name, ...aliases].map((each) => ({ short: short(each), plain: withoutPlace(each) })),
  }));
  const answers = new Map<string, Named>();
  const find = (text: string): Named => {
    const exact = only(byName.get(folded(text)));
    if (exact !== null) return { kind: 'found', code: exact, exact: true };
    const meant = only(byShort.get(short(text)));
    if (meant !== null) return { kind: 'found', code: meant, exact: false };
    const key = short(text);
    const plain = withoutPlace(text);
    const near = known.filter(({ forms }) =>
      forms.some((each) => alike(each.short, key) || hasSlip(each.plain, plain)),
    );
    return { kind: 'unknown', near: near.slice(0, 3).map(({ name }) => name) };
  };
  return {
    // A list of a hundred thousand rows names a few dozen bodies.
    find: (text) => {
      const answered = answers.get(text);
      if (answered !== undefined) return answered;
      const answer = find(text);
      answers.set(text, answer);
      return answer;
    },
    nameOf: (code) => names.get(code) ?? code,
  };
}

function add(index: Map<string, Set<string>>, key: string, code: string): void {
  if (key === '') return;
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([code]));
  else held.add(code);
}

const only = (codes: ReadonlySet<string> | undefined): string | null =>
  codes?.size === 1 ? ([...codes][0] ?? null) : null;

const withoutPlace = (name: string): string => folded(name).replace(place, '');

function short(name: string): string {
  let text = withoutPlace(name);
  for (const [long, brief] of shortened) text = text.replace(long, brief);
  return text;
}

const alike = (a: string, b: string): boolean => a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a));

/** A character left out, put in or mistaken in a name of four or more. */
function hasSlip(a: string, b: string): boolean {
  const [long, brief] = a.length >= b.length ? [a, b] : [b, a];
  if (brief.length < 3 || long.length < 4 || long.length - brief.length > 1) return false;
  let head = 0;
  while (head < brief.length && brief[head] === long[head]) head++;
  const rest = long.slice(head + 1);
  return rest === brief.slice(head) || rest === brief.slice(head + 1);
}
