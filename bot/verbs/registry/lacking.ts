/** What a list or paper lacks of the parts that the policy asks for (福安 2018 二(一)1、二(一)3、二(四); 甘州 2023 二(三)2). */
import type { Owed } from '../../../core/policy/shape.ts';
import { incompliant, missingElements } from '../../../core/registry/item-list.ts';
import { missingParts, type RulePart } from '../../../core/registry/lists.ts';
import { elementWords, rulePartWords } from '../../../core/registry/words.ts';
import type { KeptDocument } from './documents.ts';
import { type HeldLists, isRowList } from './held-lists.ts';

export interface Lacking {
  /** As the policy names it. */
  readonly part: string;
  /** Codes of the rows that lack it; empty for a paper. */
  readonly rows: readonly string[];
}

/** Null where the policy asks for no parts; empty where all are there. @param code the department's */
export function lackingIn(
  held: HeldLists,
  { list, elements }: Owed,
  code: string,
  document: KeptDocument | undefined,
): readonly Lacking[] | null {
  const items = held.itemsOf(code);
  switch (list) {
    case 'items':
      if (elements.length === 0) return null;
      return byPart(items.map((item) => [item.code, missingElements(item).map((each) => elementWords[each].zh)]));
    case 'implementation':
      return byPart(
        items
          .filter(({ implemented }) => implemented)
          .map((item) => [item.code, incompliant(item).map((each) => elementWords[each].zh)]),
      );
    case 'check-form':
      return byPart(items.map((item) => [item.code, item.points.length === 0 ? ['检查表格'] : []]));
    case 'joint-matters':
      if (elements.length === 0) return null;
      return byPart(
        held.mattersOf(code).map(({ code: matter, ...row }) => {
          // In the order of the policy's four parts: matter, basis, lead, partners.
          const has = [row.matter !== '', row.basis !== '', row.lead !== '', row.partners.length > 0];
          return [matter, elements.filter((_, i) => has[i] === false)];
        }),
      );
    case 'rule':
      return elements.length === 0 ? null : lackingInRule(code, document);
    default:
      return elements.length === 0 || isRowList(list) ? null : lackingInPaper(elements, document);
  }
}

/** 细则: the parts that 福安 2018 二(一)3 names. */
function lackingInRule(department: string, document: KeptDocument | undefined): readonly Lacking[] {
  const { version = 0, inForce = null } = document ?? {};
  const said = (part: RulePart) => whereOf(rulePartWords[part].zh, document);
  const [aim, emphasis] = [said('aim'), said('emphasis')];
  const [method, procedure] = [said('method'), said('procedure')];
  const rule = { department, version, inForce, aim, emphasis, method, procedure };
  return missingParts(rule).map((part) => ({ part: rulePartWords[part].zh, rows: [] }));
}

const lackingInPaper = (elements: readonly string[], document: KeptDocument | undefined): readonly Lacking[] =>
  elements.filter((part) => whereOf(part, document).trim() === '').map((part) => ({ part, rows: [] }));

const whereOf = (part: string, document: KeptDocument | undefined): string =>
  document?.parts.find((each) => each.part === part)?.where ?? '';

function byPart(rows: readonly (readonly [code: string, lacks: readonly string[]])[]): readonly Lacking[] {
  const parts = Map.groupBy(
    rows.flatMap(([code, lacks]) => lacks.map((part) => ({ part, code }))),
    ({ part }) => part,
  );
  return [...parts].map(([part, found]) => ({ part, rows: found.map(({ code }) => code) }));
}
