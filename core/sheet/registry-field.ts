/** Fields whose cells name a subject or a department. */
import type { SubjectKey } from '../registry/subject.ts';
import { classifyNumber } from '../registry/uscc.ts';
import { err } from '../result.ts';
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
    const codes: string[] = [];
    let exact = true;
    let lent = '';
    for (const part of parts.filter((each) => each !== '').reverse()) {
      lent = /(?:部门|机构|机关)$/.exec(part)?.[0] ?? lent;
      const named = context.departments.find(part);
      const meant = named.kind === 'unknown' && lent !== '' ? context.departments.find(part + lent) : named;
      if (meant.kind === 'unknown') return err({ kind: 'department', near: meant.near });
      exact &&= meant.exact && meant === named;
      if (!codes.includes(meant.code)) codes.unshift(meant.code);
    }
    return as(codes, exact ? none : ['department-name']);
  },
  write: (value, context) => value.map((each) => context.departments.nameOf(each)).join('、'),
});
