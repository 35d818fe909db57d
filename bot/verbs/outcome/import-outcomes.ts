/**
 * 检查结果 that were entered elsewhere (石狮 2024 三(三): the provincial platform; 甘州 2023 二(二)3: 双随机移动监管APP), taken in from its file with that door
 * on record. Every row is asked by the same rules; good rows are kept, refused ones are named with what would be right. What came from there
 * is there already: each outcome taken in is recorded as confirmed outside.
 */
import { canonical } from '../../../core/canonical.ts';
import { digestBytes, hexOf } from '../../../core/digest.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { inspectorsMeant } from '../../../core/outcome/check.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type OutcomeRow, outcomes } from '../../../core/sheet/outcomes.ts';
import { type Reading, readSheet } from '../../../core/sheet/read.ts';
import { wordsOfFault } from '../../../core/sheet/words.ts';
import type { Words } from '../../../core/words.ts';
import { lastOtherThan } from '../../../db/ledger.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { sayEntry } from '../../say/outcome.ts';
import { dayOf } from '../../today.ts';
import { factOf } from '../act.ts';
import { type BookVisit, besideTheBook, bodyAt, outcomeBook } from './book.ts';
import { type Chosen, type Entry, entering, fits, type Matter } from './enter.ts';
import { entryOf } from './entry.ts';
import { ownerOf, reachOf } from './reach.ts';

export interface ImportedOutcomes {
  readonly entered: number;
  /** Said the same already. */
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly words: Words }[];
}

interface Row {
  readonly row: number;
  readonly value: OutcomeRow;
}

/** A column that the file of another platform need not have: then the subject's number says which visit is meant. */
const byNumber = '－';
/** Outcomes of one fact about the other platform. */
const casesMost = 100;

export async function importOutcomes(
  deps: Deps,
  actor: Actor,
  { book, bytes, file }: { readonly book: string; readonly bytes: Uint8Array; readonly file: string },
): Promise<Result<ImportedOutcomes, Refusal>> {
  const reach = await reachOf(deps, actor);
  if (reach === null || reach.department === null)
    return refuse('outcome', { reason: 'not-yours', book, person: actor.person });
  const { department } = reach;
  const read = await readFile(bytes, file);
  if (!read.ok) return read;
  const worked = await outcomeBook(deps, book);
  if (!worked.ok) return worked;
  const rows = read.value.flatMap(({ accepted }) => accepted);
  const faulty = read.value.flatMap(({ rejected }) =>
    rejected.map(({ row, faults }) => ({
      row,
      words: joined(faults.map(({ header, fault }) => headed(header, wordsOfFault(fault)))),
    })),
  );
  const visits = [...worked.value.visits.values()].filter((visit) => bodyAt(visit, department) !== undefined);
  const isKnown = may(actor, 'record-outside-number', ownerOf(actor, department, reach.departments)).ok;
  const where = { book, department, door: 'provincial-app' as const, visits: visits.map(({ visit }) => visit) };
  // The same file sent again is answered the same, until its refused rows may have become right: posts filled, items named, a day come.
  const since = `${await lastOtherThan(deps.db, besideTheBook)}/${dayOf(deps.now())}`;
  const key = `import/${hexOf(digestBytes(bytes))}/${since}`;
  const done = await entering(deps, actor, { ...where, key }, (matter) => {
    const chosen = choose(rows, matter);
    const { entries, ...told } = chosen;
    const answer: ImportedOutcomes = {
      ...told,
      entered: entries.length,
      refused: inFile([...faulty, ...told.refused]),
    };
    const beside = isKnown ? confirmed(actor, matter, entries, file) : [];
    return { entries, answer: asJson(answer), beside };
  });
  // Safe because this verb alone writes answers under these keys.
  return done.ok ? ok(done.value.answer as unknown as ImportedOutcomes) : done;
}

async function readFile(bytes: Uint8Array, file: string): Promise<Result<readonly Reading<OutcomeRow>[], Refusal>> {
  const opened = await openFile(bytes);
  if (!opened.ok) return refuse('registry', { reason: 'file', file, why: opened.error });
  const found: Reading<OutcomeRow>[] = [];
  for (const grid of opened.value) {
    const read = readSheet(grid, outcomes, contextOf({ assume: { no: byNumber } }));
    if (read.ok) found.push(read.value);
    // A workbook may hold other tables beside; a file with this one table says what it lacks.
    else if (opened.value.length === 1)
      return refuse('registry', { reason: 'header', file, sheet: 'outcomes', why: read.error });
  }
  if (found.length > 0) return ok(found);
  return refuse('registry', { reason: 'not-recognised', file, tables: opened.value.map(({ name }) => name) });
}

function choose(
  rows: readonly Row[],
  matter: Matter,
): Pick<Chosen, 'entries'> & Pick<ImportedOutcomes, 'unchanged' | 'refused'> {
  const entries: Entry[] = [];
  const refused: ImportedOutcomes['refused'][number][] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const { row, value } of rows) {
    const visit = visitMeant(value, matter);
    const item = visit === null ? null : itemMeant(value, visit, matter.department);
    if (visit === null || item === null) {
      refused.push({ row, words: visit === null ? noVisit(value) : noItem(value, visit) });
      continue;
    }
    const entry = { visit: visit.visit, item, entry: value.entry };
    const fit = fits(matter, entry);
    const isTwice = seen.has(`${visit.visit}/${item}`);
    if (!fit.ok || isTwice) {
      refused.push({ row, words: fit.ok ? sayEntry({ reason: 'twice', no: visit.no, item }) : sayEntry(fit.error) });
      continue;
    }
    seen.add(`${visit.visit}/${item}`);
    const held = matter.held(visit.visit, item);
    const sent = bodyAt(visit, matter.department)?.sent ?? [];
    const meant = { ...value.entry, inspectors: inspectorsMeant(value.entry, { sent }) };
    if (held !== undefined && canonical(asJson(entryOf(held))) === canonical(asJson(meant))) unchanged += 1;
    else entries.push(entry);
  }
  return { entries, unchanged, refused };
}

const visitMeant = ({ given }: OutcomeRow, { book }: Matter): BookVisit | null => {
  const all = [...book.visits.values()];
  return (
    all.find(({ no }) => no === given.no) ??
    (given.no === byNumber
      ? all.find(({ subject }) => given.number !== '' && subject.number === given.number)
      : null) ??
    null
  );
};

const itemMeant = ({ given }: OutcomeRow, visit: BookVisit, department: string): string | null => {
  const items = bodyAt(visit, department)?.items ?? [];
  const named = items.filter(({ code, name }) =>
    given.itemCode === '' ? name === given.item : code === given.itemCode,
  );
  return named.length === 1 ? (named[0]?.code ?? null) : null;
};

/** It is on the other platform's record, since it came from there. */
function confirmed(
  actor: Actor,
  { book, department }: Matter,
  entries: readonly Entry[],
  file: string,
): readonly Fact[] {
  const cases = entries.map(({ visit, item }) => outcomeId({ source: book.source, visit, department, item }));
  const facts: Fact[] = [];
  for (let from = 0; from < cases.length; from += casesMost) {
    facts.push(
      factOf(actor, 'record-outside-number', {
        ...{ department, cases: cases.slice(from, from + casesMost), number: '', state: 'confirmed' },
        words: `自“${[...file].slice(0, 100).join('')}”导入`,
      }),
    );
  }
  return facts;
}

const noVisit = ({ given }: OutcomeRow): Words => {
  const named = given.no === byNumber ? given.number : given.no;
  return {
    zh: `待检名单中没有“${named}”这一户，请核对检查编号或统一社会信用代码`,
    en: `no visit of this draw is “${named}”; check its number or the code of the subject`,
  };
};
const noItem = ({ given }: OutcomeRow, { no }: BookVisit): Words => ({
  zh: `${no} 中本单位没有“${given.itemCode || given.item}”这一事项（清单之外无检查）`,
  en: `your department has no item “${given.itemCode || given.item}” at ${no}`,
});

/** As a person counts lines of a sheet, from 1. */
const inFile = (refused: ImportedOutcomes['refused']): ImportedOutcomes['refused'] =>
  refused.map(({ row, words }) => ({ row: row + 1, words })).sort((a, b) => a.row - b.row);

const headed = (header: string, { zh, en }: Words): Words => ({ zh: `${header}：${zh}`, en: `${header}: ${en}` });
const joined = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join('；'),
  en: all.map(({ en }) => en).join('; '),
});
