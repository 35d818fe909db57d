/** What last year's checks show for the coming plan, a line for each trade and item, in the order of their names: nothing is ranked. */
import { targetedWords } from '../../core/risk/words.ts';
import type { Words } from '../../core/words.ts';
import type { Guide, GuideLine } from '../verbs/consult/guide.ts';

/** Visits named behind a number; the rest is counted. */
const named = 5;

export const guideSummary = ({ year, lines, proposals }: Guide): Words => ({
  zh:
    lines.length === 0
      ? `${year - 1} 年还没有抽取记录，暂无可供 ${year} 年度计划参考的检查情况。`
      : `编制 ${year} 年度计划参考：${year - 1} 年各领域、事项的抽取和检查情况 ${lines.length} 项，定向抽查、专项检查建议 ${proposals.length} 条；仅供研究，不作为自动认定的依据。`,
  en:
    lines.length === 0
      ? `Nothing was drawn in ${year - 1} that could guide the plan of ${year}.`
      : `For the plan of ${year}: ${lines.length} lines on trades and items of ${year - 1}, ${proposals.length} proposals; reasons to consider, never a verdict.`,
});

/** @param all whether every visit behind a number is named */
export const guideLines = (
  { lines, proposals, nameOf }: Guide,
  departmentName: (code: string) => string,
  all = false,
): readonly Words[] => [
  ...lines.flatMap((line) => [lineWords(line, nameOf), ...(all ? behind(line, nameOf) : [])]),
  ...proposals.map(({ kind, about, words, outcomes, department }) => {
    const who = department === '' ? '联席办' : departmentName(department);
    return {
      zh: `建议${targetedWords[kind].zh}：${about}（${who}，依据检查结果 ${outcomes.length} 项）。${words}`,
      en: `Proposed, ${targetedWords[kind].en}: ${about} (${who}, ${outcomes.length} outcomes). ${words}`,
    };
  }),
];

function lineWords({ by, name, drawn, checked, found, repeated }: GuideLine, nameOf: Guide['nameOf']): Words {
  const some = found.slice(0, named).map(nameOf).join('、');
  const rest = found.length > named ? '等' : '';
  return {
    zh: `${by === 'trade' ? '领域' : '事项'} ${name}：抽取 ${drawn.length} 户次，已检查并公示 ${checked.length} 户次，发现问题 ${found.length} 户次，重复发现 ${repeated.length} 户${some === '' ? '' : `（${some}${rest}）`}`,
    en: `${by} ${name}: ${drawn.length} drawn, ${checked.length} checked and public, ${found.length} with findings, ${repeated.length} found again`,
  };
}

const behind = ({ drawn, found }: GuideLine, nameOf: Guide['nameOf']): readonly Words[] => [
  { zh: `  抽取：${drawn.map(nameOf).join('、')}`, en: `  drawn: ${drawn.map(nameOf).join(', ')}` },
  ...(found.length === 0
    ? []
    : [{ zh: `  发现问题：${found.map(nameOf).join('、')}`, en: `  with findings: ${found.map(nameOf).join(', ')}` }]),
];
