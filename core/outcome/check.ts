/**
 * The rules of an entered outcome, over the entry and its visit alone: the same in the pane, in a file and at the desk. What departs from the
 * plan is not forbidden, since the record must say what was done; but the reason is written beside it.
 */
import type { CivilDate } from '../calendar.ts';
import { kindOf, type OutcomeCode } from './code.ts';
import { type EvidenceKind, kindOfEvidence, missingOf, wordOfLabel } from './evidence.ts';
import type { CheckMethod, OutcomeEntry, OutcomeVisit } from './outcome.ts';

export type OutcomeFinding =
  /** A problem that nobody describes. */
  | { readonly kind: 'finding-missing'; readonly code: OutcomeCode }
  | { readonly kind: 'finding-without-problem' }
  /** 市场主体违法行为分类管理 (万年 2022 三(三)4). */
  | { readonly kind: 'degree-missing'; readonly code: OutcomeCode }
  | { readonly kind: 'degree-without-problem'; readonly code: OutcomeCode }
  /** A copy without its origin, a talk without a name, a report without its contract. */
  | {
      readonly kind: 'evidence-unexplained';
      readonly name: string;
      readonly of: EvidenceKind;
      readonly missing: readonly string[];
    }
  /** 委托专业机构 without its report (福安 2018 二(三)4). */
  | { readonly kind: 'report-missing' }
  | { readonly kind: 'methods-missing'; readonly code: OutcomeCode }
  | { readonly kind: 'handling-missing'; readonly code: OutcomeCode }
  /** 无需后续处置 for what must be dealt with. */
  | { readonly kind: 'handling-nothing'; readonly code: OutcomeCode }
  /** Something is to be done about nothing. */
  | { readonly kind: 'handling-without-problem'; readonly code: OutcomeCode }
  | { readonly kind: 'handling-words'; readonly handling: 'other' | 'to-department' }
  /** 责令改正 without a day by which, and not corrected yet (行政处罚法 28: 责令当事人改正或者限期改正). */
  | { readonly kind: 'deadline-missing' }
  | { readonly kind: 'deadline-early'; readonly checkedOn: CivilDate }
  | { readonly kind: 'deadline-without-problem'; readonly code: OutcomeCode }
  | { readonly kind: 'in-future'; readonly today: CivilDate }
  | { readonly kind: 'before-draw'; readonly drawnOn: CivilDate }
  | { readonly kind: 'outside-window'; readonly window: OutcomeVisit['window']; readonly explained: boolean }
  /** Nobody says who was there. */
  | { readonly kind: 'inspectors-missing' }
  /** 行政处罚法 42: 执法人员不得少于两人. */
  | { readonly kind: 'too-few-inspectors'; readonly named: number; readonly sent: number }
  /** A substitute comes by the procedure, not by being written down (行政处罚法 43; 石狮 三(三)). */
  | { readonly kind: 'not-sent'; readonly inspectors: readonly string[]; readonly sent: readonly string[] }
  /** 坚决防止应实地未实地检查 (甘州 2023). */
  | { readonly kind: 'not-on-site'; readonly explained: boolean }
  /** Another item of the same visit says that the subject is there, or that it is not. */
  | { readonly kind: 'contradiction'; readonly code: OutcomeCode; readonly other: OutcomeCode }
  /** 能非现场不得入企 (国办发〔2024〕54号). */
  | { readonly kind: 'entered-needlessly'; readonly explained: boolean };

export interface PlacedFinding {
  /** Name of the field where it is mended. */
  readonly field: keyof OutcomeEntry;
  /** Refused findings keep the row out; a notice is said and the row stands. */
  readonly weight: 'refused' | 'notice';
  readonly finding: OutcomeFinding;
}

/** Known from the register alone: then nobody was anywhere, and two officers are not asked for. */
export const nobodyWent = ({ code, methods }: Pick<OutcomeEntry, 'code' | 'methods'>): boolean =>
  kindOf(code).fromRegister && methods.length === 0;

/**
 * Who was there is a statement of those who were (they sign the record of the check), so that a blank cell is asked back and never
 * filled in by the program, nor in advance, where two hundred rows would be signed unseen. One word says that all who were sent went.
 */
export const asSent = '同派出';
const asSentWords: ReadonlySet<string> = new Set([
  asSent,
  ...['同派出人员', '同派出检查人员', '与派出一致', '与派出人员一致', '与派出人员相同', '一致', '相同'],
]);

/** Who is meant by what was written: numbers as they are, names of those sent as their numbers, 同派出 as all of those. */
export function inspectorsMeant(
  { inspectors }: Pick<OutcomeEntry, 'inspectors'>,
  { sent }: Pick<OutcomeVisit, 'sent'>,
): readonly string[] {
  const meant = inspectors.flatMap((written) => {
    if (sent.some(({ number }) => number === written)) return written;
    if (asSentWords.has(written) && sent.length > 0) return sent.map(({ number }) => number);
    const named = sent.filter(({ name, number }) => name === written || `${name}（${number}）` === written);
    return named.length === 1 ? (named[0]?.number ?? written) : written;
  });
  return [...new Set(meant)];
}

/** @param visit null where nothing is known of it, as in a file that has lost those columns: then only what the entry itself shows is said */
export function checkOutcome(
  entry: OutcomeEntry,
  visit: OutcomeVisit | null,
  today: CivilDate,
): readonly PlacedFinding[] {
  const ofItself = [...ofFinding(entry), ...ofHandling(entry), ...ofEvidence(entry)];
  return visit === null
    ? [...ofItself, ...namedAtAll(entry)]
    : [...ofItself, ...ofDegree(entry, visit), ...ofDays(entry, visit, today), ...ofPeople(entry, visit)];
}

const refused = (field: keyof OutcomeEntry, finding: OutcomeFinding): PlacedFinding => ({
  field,
  weight: 'refused',
  finding,
});

function ofFinding({ code, finding, methods }: OutcomeEntry): readonly PlacedFinding[] {
  const { problem, fromRegister } = kindOf(code);
  const found: PlacedFinding[] = [];
  if (problem && finding === '') found.push(refused('finding', { kind: 'finding-missing', code }));
  // Of a closed shop one may well write how it was found to be closed; of nothing found there is nothing to write.
  if (code === 'no-problem' && finding !== '') found.push(refused('finding', { kind: 'finding-without-problem' }));
  if (!fromRegister && methods.length === 0) found.push(refused('methods', { kind: 'methods-missing', code }));
  return found;
}

function ofDegree({ code, degree = null }: OutcomeEntry, { classified }: OutcomeVisit): readonly PlacedFinding[] {
  const isProblem = kindOf(code).problem;
  if (degree !== null && !isProblem) return [refused('degree', { kind: 'degree-without-problem', code })];
  return classified === true && isProblem && degree === null
    ? [refused('degree', { kind: 'degree-missing', code })]
    : [];
}

function ofEvidence({ evidence, methods }: OutcomeEntry): readonly PlacedFinding[] {
  const found = evidence.flatMap((each): readonly PlacedFinding[] => {
    const [of, missing] = [kindOfEvidence(each), missingOf(each)];
    if (of === null || missing.length === 0) return [];
    const words = missing.map((label) => wordOfLabel(of, label));
    return [refused('evidence', { kind: 'evidence-unexplained', name: each.name, of, missing: words })];
  });
  const isCommissioned = methods.includes('entrusted');
  return isCommissioned && !evidence.some((each) => kindOfEvidence(each) === 'report')
    ? [...found, { field: 'evidence', weight: 'notice', finding: { kind: 'report-missing' } }]
    : found;
}

function ofHandling({ code, handling, handlingWords, correctBy, checkedOn }: OutcomeEntry): readonly PlacedFinding[] {
  const { problem, followUp } = kindOf(code);
  const found: PlacedFinding[] = [];
  if (followUp && handling === null) found.push(refused('handling', { kind: 'handling-missing', code }));
  if (followUp && handling === 'nothing') found.push(refused('handling', { kind: 'handling-nothing', code }));
  if (code === 'no-problem' && handling !== null && handling !== 'nothing')
    found.push(refused('handling', { kind: 'handling-without-problem', code }));
  if ((handling === 'other' || handling === 'to-department') && handlingWords === '')
    found.push(refused('handlingWords', { kind: 'handling-words', handling }));
  if (handling === 'order-correction' && correctBy === null && code !== 'corrected')
    found.push(refused('correctBy', { kind: 'deadline-missing' }));
  if (correctBy !== null && !problem) found.push(refused('correctBy', { kind: 'deadline-without-problem', code }));
  if (correctBy !== null && problem && correctBy < checkedOn)
    found.push(refused('correctBy', { kind: 'deadline-early', checkedOn }));
  return found;
}

function ofDays(
  { checkedOn, remark }: OutcomeEntry,
  { window, drawnOn }: OutcomeVisit,
  today: CivilDate,
): readonly PlacedFinding[] {
  if (checkedOn > today) return [refused('checkedOn', { kind: 'in-future', today })];
  if (checkedOn < drawnOn) return [refused('checkedOn', { kind: 'before-draw', drawnOn })];
  if (checkedOn >= window.from && checkedOn <= window.to) return [];
  return [explicable('checkedOn', remark, (explained) => ({ kind: 'outside-window', window, explained }))];
}

const namedAtAll = (entry: OutcomeEntry): readonly PlacedFinding[] =>
  entry.inspectors.length > 0 || nobodyWent(entry) ? [] : [refused('inspectors', { kind: 'inspectors-missing' })];

function ofPeople(entry: OutcomeEntry, visit: OutcomeVisit): readonly PlacedFinding[] {
  const { code, methods, remark } = entry;
  const found: PlacedFinding[] = [];
  const meant = inspectorsMeant(entry, visit);
  const sent = visit.sent.map(({ number }) => number);
  const others = meant.filter((number) => !sent.includes(number));
  if (others.length > 0) found.push(refused('inspectors', { kind: 'not-sent', inspectors: others, sent }));
  const named = meant.length - others.length;
  // Where two were never sent, no names help; the posts are filled first.
  if (meant.length === 0 && sent.length >= 2) found.push(...namedAtAll(entry));
  else if (named < 2 && !nobodyWent(entry))
    found.push(refused('inspectors', { kind: 'too-few-inspectors', named, sent: sent.length }));
  if (methods.length === 0) return found;
  const wentThere = methods.some((method) => reachesTheDoor.includes(method));
  if (visit.planned === 'on-site' && !wentThere && !kindOf(code).fromRegister)
    found.push(explicable('methods', remark, (explained) => ({ kind: 'not-on-site', explained })));
  if (visit.planned !== 'on-site' && methods.includes('on-site'))
    found.push(explicable('methods', remark, (explained) => ({ kind: 'entered-needlessly', explained })));
  return found;
}

/** Whoever takes a sample, or has somebody go in his place, has been at the door. */
export const reachesTheDoor: readonly CheckMethod[] = ['on-site', 'testing', 'entrusted'];

/** Refused until 备注 says why. */
function explicable(
  field: keyof OutcomeEntry,
  remark: string,
  finding: (explained: boolean) => OutcomeFinding,
): PlacedFinding {
  const explained = remark !== '';
  return { field, weight: explained ? 'notice' : 'refused', finding: finding(explained) };
}
