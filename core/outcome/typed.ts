/** An outcome as it is typed into a form, on a phone or in a chat: read once, with every fault at its field. */
import { type CivilDate, parseDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import { kindOf, outcomeCodes } from './code.ts';
import { degrees } from './degree.ts';
import { readEvidence } from './evidence.ts';
import { checkMethods, handlings, type OutcomeEntry } from './outcome.ts';

export type TypedField = keyof OutcomeEntry;

/** Texts as they came; several methods. */
export interface Typed {
  readonly one: (field: TypedField) => string;
  readonly some: (field: TypedField) => readonly string[];
}

export type TypedFaults = Partial<Record<TypedField, Words>>;

export const textMost = 4000;

/** Words that say that there is nothing to say; kept, they would pass for a description or a reason. */
const nothingSaid = /^(?:无|没有|未发现|未发现问题|无问题|无异常|正常|\/+|[-—－–]+)[。.]?$/;
export const saysNothing = (text: string): boolean => nothingSaid.test(text);

export function readTyped({ one, some }: Typed): Result<OutcomeEntry, TypedFaults> {
  const faults: TypedFaults = {};
  const text = (field: TypedField): string => {
    const typed = one(field).trim().replaceAll('\r\n', '\n');
    if ([...typed].length > textMost) {
      faults[field] = {
        zh: `共 ${[...typed].length} 字，最多 ${textMost} 字，请精简`,
        en: `has ${[...typed].length} characters; ${textMost} are the most`,
      };
    }
    return saysNothing(typed) ? '' : typed.toWellFormed();
  };
  const chosen = <T extends string>(field: TypedField, known: readonly T[], typed: string): T | null => {
    const found = known.find((each) => each === typed) ?? null;
    if (found === null && typed !== '')
      faults[field] = {
        zh: `没有“${[...typed].slice(0, 20).join('')}”这个选项，请重新选择`,
        en: 'is none of the choices',
      };
    return found;
  };
  const day = (field: TypedField): CivilDate | null => {
    const typed = one(field).trim();
    if (typed === '') return null;
    const read = parseDate(typed);
    if (read.ok) return read.value;
    faults[field] = {
      zh: `日期应写作 2025-06-23，现为“${[...typed].slice(0, 20).join('')}”`,
      en: 'is written like 2025-06-23',
    };
    return null;
  };
  const code = chosen('code', outcomeCodes, one('code'));
  if (code === null && faults.code === undefined) faults.code = { zh: '请选择检查结果', en: 'choose the outcome' };
  const checkedOn = day('checkedOn');
  if (checkedOn === null && faults.checkedOn === undefined)
    faults.checkedOn = { zh: '请填写检查日期', en: 'give the day of the check' };
  const evidence = readEvidence(one('evidence'));
  if (!evidence.ok) {
    faults.evidence = {
      zh: `第 ${evidence.error.line} 行应写作“名称；存放位置”，可再加“；来源：…；取证人：…”和“；SHA-256”`,
      en: `line ${evidence.error.line} is written “name；place”, then 来源：…；取证人：… and a SHA-256 where there are any`,
    };
  }
  const entry = {
    methods: [...new Set(some('methods'))].flatMap((each) => chosen('methods', checkMethods, each) ?? []),
    finding: text('finding'),
    degree: chosen('degree', degrees, one('degree')),
    handling: chosen('handling', handlings, one('handling')),
    handlingWords: text('handlingWords'),
    correctBy: day('correctBy'),
    inspectors: text('inspectors')
      .split(/[、，,;；\s]+/)
      .filter((each) => each !== ''),
    evidence: evidence.ok ? evidence.value : [],
    statement: text('statement'),
    remark: text('remark'),
  };
  if (code === null || checkedOn === null || Object.keys(faults).length > 0) return err(faults);
  return ok({ code, checkedOn, ...entry });
}

/**
 * One form for several items says the same of all of them: of nothing found, or of a firm that is gone, that may be so. A problem is found in one
 * item, and is described for itself (石狮 2024 四(五): 不随意录入检查结果).
 */
export function faultOfSeveral({ code }: Pick<OutcomeEntry, 'code'>, items: number): Words | null {
  const { problem, ofSubject } = kindOf(code);
  return items > 1 && problem && !ofSubject
    ? {
        zh: `发现问题的应逐项录入，现选了 ${items} 项；请只选有该问题的一项`,
        en: `a problem is entered item by item and ${items} are chosen; choose the one that has it`,
      }
    : null;
}
