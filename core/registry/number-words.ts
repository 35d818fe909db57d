/** What is said about a registration number: what stands at which place, and what would be right. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { NumberFinding, NumberRefusal } from './uscc.ts';

export function wordsOfNumberFinding(finding: NumberFinding): Words {
  switch (finding.kind) {
    case 'look-alike':
      return {
        zh: `第 ${finding.at} 位是${/[a-z]/.test(finding.is) ? '小写' : ''}字母 ${finding.is}，代码中没有这个字，是否应为 ${finding.meant}`,
        en: `character ${finding.at} is the ${/[a-z]/.test(finding.is) ? 'small ' : ''}letter ${finding.is}, which no code holds; perhaps ${finding.meant}`,
      };
    case 'alphabet':
      return {
        zh: `第 ${finding.at} 位“${finding.is}”不是代码用字（不用字母 I、O、S、V、Z）`,
        en: `character ${finding.at}, “${finding.is}”, is none that a code holds (I, O, S, V and Z are not used)`,
      };
    case 'check':
      return {
        zh: `第 ${finding.at} 位校验码是 ${finding.is}，按其余各位应为 ${finding.expected}，有一位或几位填错`,
        en: `the check character ${finding.at} is ${finding.is} where the others ask for ${finding.expected}; some character is wrong`,
      };
    case 'organisation-check':
      return {
        zh: `第 9—17 位组织机构代码的校验码是 ${finding.is}，应为 ${finding.expected}`,
        en: `characters 9–17 end with ${finding.is} where an organisation code asks for ${finding.expected}`,
      };
    case 'length':
      return {
        zh: `有 ${finding.length} 位；统一社会信用代码应为 18 位，注册号为 15 位`,
        en: `has ${finding.length} characters; a unified code has 18, a registration number 15`,
      };
    default:
      return never(finding);
  }
}

export function wordsOfNumberRefusal({ findings, meant }: NumberRefusal): Words {
  const parts = findings.map(wordsOfNumberFinding);
  const zh = parts.map((each) => each.zh).join('；');
  const en = parts.map((each) => each.en).join('; ');
  return meant === null
    ? { zh: `${zh}；请对照营业执照核对`, en: `${en}; compare it with the licence` }
    : { zh: `${zh}；疑为 ${meant}，请对照营业执照核对`, en: `${en}; perhaps ${meant}, compare it with the licence` };
}
