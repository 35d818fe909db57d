/** Fields whose cells name a subject or a department. */
import type { SubjectKey } from '../registry/subject.ts';
import { classifyNumber } from '../registry/uscc.ts';
import { err } from '../result.ts';
import type { UnknownDepartment } from './fault.ts';
import { as, field, none, separators } from './field.ts';

/** 统一社会信用代码、注册号 or an older number. */
export const subjectNumber = field<SubjectKey>({
  shape: { kind: 'subject-number' },
  purpose: 'code',
  read: (text) => {
    const known = classifyNumber(text);
    if (!known.ok) return known;
    const { kind, number, doubts } = known.value;
    return as({ kind, number }, number === text ? none : ['capitals'], doubts);
  },
  write: (value) => value.number,
});

/** The code of the one department that a cell names. */
export const department = field<string>({
  shape: { kind: 'department' },
  purpose: 'name',
  read: (text, context) => {
    const named = context.departments.find(text);
    if (named.kind === 'unknown') return err({ kind: 'department', near: named.near });
    return as(named.code, named.exact ? none : ['department-name']);
  },
  write: (value, context) => context.departments.nameOf(value),
});

/**
 * Codes of several. 和 and 及 stand inside names, so only marks separate. In 公安、卫生健康、市场监管部门 the last name lends its 部门
 * to those before it.
 */
export const departments = field<readonly string[]>({
  shape: { kind: 'departments' },
  purpose: 'text',
  read: (text, context) => {
    const parts = text.split(separators).map((each) => each.trim());
    const named = parts.filter((each) => each !== '');
    const codes: string[] = [];
    const unknown: UnknownDepartment[] = [];
    let exact = true;
    let lent = '';
    for (const [place, part] of [...named.entries()].reverse()) {
      lent = /(?:部门|机构|机关)$/.exec(part)?.[0] ?? lent;
      const written = context.departments.find(part);
      const meant = written.kind === 'unknown' && lent !== '' ? context.departments.find(part + lent) : written;
      if (meant.kind === 'unknown') {
        unknown.unshift({ place: place + 1, text: part, near: written.kind === 'unknown' ? written.near : [] });
        continue;
      }
      exact &&= meant.exact && meant === written;
      if (!codes.includes(meant.code)) codes.unshift(meant.code);
    }
    const [first] = unknown;
    if (first !== undefined)
      return err(named.length === 1 ? { kind: 'department', near: first.near } : { kind: 'departments', unknown });
    return as(codes, exact ? none : ['department-name']);
  },
  write: (value, context) => value.map((each) => context.departments.nameOf(each)).join('、'),
});
