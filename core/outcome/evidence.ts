/**
 * Evidence by reference, one a line: 名称；存放位置；SHA-256, the last where it is known, and between them what is said of its origin. The name
 * begins with its kind where the kind has rules of its own: copies of books and contracts say where they come from and who took them (福安
 * 2018 二(二)2), records of talks with whom, reports of a commissioned firm by whom and under which contract (二(三)4).
 */
import { err, ok, type Result } from '../result.ts';
import type { Evidence } from './outcome.ts';

export const evidenceMost = 50;
const marks = /\s*[；;|｜\t]\s*/;
const digestLine = /^(?:sha-?256[:：\s]*)?([0-9a-f]{64})$/i;

/** What a part of the line says, where it begins with one of these words and a colon. */
const labels = {
  origin: ['来源', '提供人', '受托机构', '被询问人', '出具单位'],
  takenBy: ['取证人', '询问人', '制作人'],
  contract: ['合同', '委托合同', '委托书'],
} as const;
type Label = keyof typeof labels;
const labelNames = ['origin', 'takenBy', 'contract'] as const satisfies readonly Label[];

export const evidenceKinds = {
  /** 查阅复制有关账册、合同和相关资料 */
  copy: { prefix: '复制件', needs: ['origin', 'takenBy'] },
  /** 向当事人、知情人调查了解 */
  talk: { prefix: '询问笔录', needs: ['origin', 'takenBy'] },
  /** 会计师事务所、税务师事务所、律师事务所等 */
  report: { prefix: '委托报告', needs: ['origin', 'contract'] },
  /** 其他部门核查结果、法院生效文书、专业机构结论 */
  finding: { prefix: '采用结论', needs: ['origin'] },
} as const satisfies Record<string, { readonly prefix: string; readonly needs: readonly Label[] }>;
export type EvidenceKind = keyof typeof evidenceKinds;
const kindNames = ['copy', 'talk', 'report', 'finding'] as const satisfies readonly EvidenceKind[];

/** Null for what is only kept: photographs, films, slips. */
export const kindOfEvidence = ({ name }: Pick<Evidence, 'name'>): EvidenceKind | null =>
  kindNames.find((kind) => name.startsWith(evidenceKinds[kind].prefix)) ?? null;

/** What must be said of a piece of evidence and is not. */
export function missingOf(evidence: Evidence): readonly Label[] {
  const kind = kindOfEvidence(evidence);
  return kind === null ? [] : evidenceKinds[kind].needs.filter((label) => (evidence[label] ?? '') === '');
}

/** The words that begin what is missing. */
export const wordOfLabel = (kind: EvidenceKind, label: Label): string => {
  if (label === 'takenBy') return kind === 'talk' ? '询问人' : '取证人';
  if (label === 'contract') return '合同';
  return { copy: '来源', talk: '被询问人', report: '受托机构', finding: '出具单位' }[kind];
};

/** @returns the number of the first line that cannot be read, from 1 */
export function readEvidence(text: string): Result<readonly Evidence[], { readonly line: number }> {
  const found: Evidence[] = [];
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const [i, line] of lines.entries()) {
    const parts = line.split(marks).filter((part) => part !== '');
    const digest = digestLine.exec(parts.at(-1) ?? '')?.[1]?.toLowerCase() ?? null;
    const [name = '', place = '', ...more] = digest === null ? parts : parts.slice(0, -1);
    const said = more.map(labelled);
    if (name === '' || place === '' || said.some((each) => each === null) || i >= evidenceMost)
      return err({ line: i + 1 });
    found.push({ name, place, ...Object.assign({}, ...said), digest });
  }
  return ok(found);
}

function labelled(part: string): Partial<Record<Label, string>> | null {
  const at = part.search(/[:：]/);
  const [word, value] = at < 0 ? ['', ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  const label = labelNames.find((name) => labels[name].some((each) => each === word));
  return label === undefined || value === '' ? null : { [label]: value };
}

export const writeEvidence = (evidence: readonly Evidence[]): string =>
  evidence
    .map((each) => {
      const kind = kindOfEvidence(each) ?? 'copy';
      const said = labelNames.flatMap((label) => {
        const value = each[label] ?? '';
        return value === '' ? [] : [`${wordOfLabel(kind, label)}：${value}`];
      });
      return [each.name, each.place, ...said, ...(each.digest === null ? [] : [each.digest])].join('；');
    })
    .join('\n');
