/** Refusals about lists, policy and calendar in words. */
import { partyWords, wordsOfNoticeRefusal, wordsOfOverrideRefusal } from '../../core/policy/words.ts';
import { wordsOfPoolRefusal } from '../../core/registry/words.ts';
import { never } from '../../core/result.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { wordsOfRecogniseRefusal } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import { isListSheet } from '../verbs/registry/lists.ts';
import type { RegistryRefusal } from '../verbs/registry/refusal.ts';

export function sayRegistry(why: RegistryRefusal): Words {
  switch (why.reason) {
    case 'file': {
      const { zh, en } = wordsOfOpenRefusal(why.why);
      return { zh: `${why.file}：${zh}`, en: `${why.file}: ${en}` };
    }
    case 'header': {
      const { zh, en } = wordsOfRecogniseRefusal(why.why);
      const { title } = sheets[why.sheet];
      return { zh: `${why.file}（按“${title.zh}”读取）：${zh}`, en: `${why.file} (read as “${title.en}”): ${en}` };
    }
    case 'not-recognised':
      return {
        zh: `${why.file} 中没有认得出的表。请核对表头，或用 --sheet 写明是哪一种表：${titles('zh')}。`,
        en: `No table of ${why.file} is recognised. Look at its headers or say which it is by --sheet: ${titles('en')}.`,
      };
    case 'plan-sheet':
      return {
        zh: `${why.file} 是计划表，不进名录清单；请用 plan draft 编入计划。`,
        en: `${why.file} is a plan sheet, which no list takes; draft a plan from it by plan draft.`,
      };
    case 'overtaken':
      return {
        zh: '导入期间该名录清单多次被他人修改，本次没有写入，请稍后再导入。',
        en: 'Others changed this list again and again during the import; nothing was written. Import it again later.',
      };
    case 'no-policy':
      return {
        zh: `${why.on} 没有已启用的制度文件，请先用 policy adopt 启用。`,
        en: `No policy is in force on ${why.on}; adopt one first by policy adopt.`,
      };
    case 'unknown-policy':
      return {
        zh: `没有名为 ${why.policy} 的制度文件，可用的有：${why.known.join('、')}。`,
        en: `There is no policy ${why.policy}; known are ${why.known.join(', ')}.`,
      };
    case 'override':
      return wordsOfOverrideRefusal(why.why);
    case 'no-pools':
      return {
        zh: `现行制度《${why.policy}》没有设${why.scheme === 'pool' ? '' : `“${why.scheme}”`}监管库。`,
        en: `The policy in force (${why.policy}) has no pools${why.scheme === 'pool' ? '' : ` ${why.scheme}`}.`,
      };
    case 'pool': {
      const { zh, en } = wordsOfPoolRefusal(why.why);
      return { zh: `${zh}。`, en: `${en}.` };
    }
    case 'no-such-subject':
      return { zh: `检查对象名录库中没有 ${why.subject}。`, en: `The register has no ${why.subject}.` };
    case 'no-such-list':
      return {
        zh: `没有“${why.list}”这种清单，可用的有：${why.known.join('、')}。`,
        en: `There is no list ${why.list}; known are ${why.known.join(', ')}.`,
      };
    case 'empty-list':
      return { zh: `“${why.list}”还没有任何一版，无从办理。`, en: `There is no version of ${why.list} yet.` };
    case 'kept-as-rows':
      return {
        zh: `“${why.list}”按行导入本系统，请用 import 导入，不登记文件。`,
        en: `The rows of ${why.list} are kept here; import them instead.`,
      };
    case 'no-such-department':
      return { zh: `单位名录中没有 ${why.department}。`, en: `No department has the code ${why.department}.` };
    case 'not-a-part':
      return {
        zh: `现行制度没有把“${why.part}”列为“${why.list}”的组成部分；应为：${why.parts.join('、')}。`,
        en: `The policy names no part “${why.part}” of ${why.list}; it names: ${why.parts.join(', ')}.`,
      };
    case 'not-a-receiver': {
      const receivers = why.receivers.map((each) => partyWords[each]);
      return {
        zh: `${why.party} 不是“${why.list}”的报送对象；按现行制度应报送：${receivers.map(({ zh }) => zh).join('、') || '（制度未规定）'}。`,
        en: `${why.party} does not receive ${why.list}; by the policy it goes to: ${receivers.map(({ en }) => en).join(', ') || '(the policy is silent)'}.`,
      };
    }
    case 'not-sent':
      return {
        zh: `${why.department} 的“${why.list}”尚未报送，不能签收。`,
        en: `${why.department} has not sent its ${why.list}; it cannot be received.`,
      };
    case 'not-a-channel':
      return {
        zh: `现行制度没有把“${why.channel}”列为“${why.list}”的公布渠道；应为：${why.channels.join('、') || '（制度未规定）'}。`,
        en: `The policy does not name ${why.channel} as a channel for ${why.list}; it names: ${why.channels.join(', ') || '(none)'}.`,
      };
    case 'no-such-item':
      return { zh: `抽查事项清单中没有编码为 ${why.item} 的事项。`, en: `No item has the code ${why.item}.` };
    case 'repealed-otherwise':
      return {
        zh: `事项 ${why.item} 已登记依据自 ${why.from} 起废止，不能再改为其他日期（提前或推后），也不能另换替代事项；登记有误的，请导入更正后的抽查事项清单。`,
        en: `The basis of item ${why.item} is on record as repealed from ${why.from}; neither the day (earlier or later) nor what takes its place is changed. If that is wrong, import the corrected list of items.`,
      };
    case 'not-a-date':
      return { zh: `“${why.text}”不是日期，应写作 2025-06-23。`, en: `“${why.text}” is no date; write 2025-06-23.` };
    case 'no-ground':
      return { zh: '请写明依据或理由。', en: 'State the ground or reason.' };
    case 'no-address':
      return { zh: '请写明公布的网址或张贴处。', en: 'State the address or place of publication.' };
    case 'notice': {
      const faults = why.why.map(wordsOfNoticeRefusal);
      return {
        zh: `${why.year} 年放假安排未录入：${faults.map(({ zh }) => zh).join('；')}。`,
        en: `The holiday notice of ${why.year} was not loaded: ${faults.map(({ en }) => en).join('; ')}.`,
      };
    }
    default:
      return never(why);
  }
}

const titles = (language: keyof Words): string =>
  Object.values(sheets)
    .filter(({ name }) => isListSheet(name))
    .map(({ name, title }) => (language === 'zh' ? `${title.zh}（${name}）` : name))
    .join(language === 'zh' ? '、' : ', ');
