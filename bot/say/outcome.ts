/** Refusals of entered outcomes, in words. */
import { wordsOfFinding } from '../../core/outcome/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { EntryRefusal, OutcomeRefusal } from '../verbs/outcome/refusal.ts';

/** 谁检查、谁录入: whoever reads more than his own department's visits may still not write them. */
export const officeReadsOnly: Words = {
  zh: '谁检查、谁录入：检查结果由实施检查的单位录入，联席办只能查看，不得代录',
  en: 'Whoever inspects enters: the office may read outcomes and not enter them for a department',
};
export const headReadsOnly: Words = {
  zh: '检查结果由本单位联络员或执法检查人员录入，您可以查看',
  en: 'Outcomes are entered by the department’s liaison or its inspectors; you may read them',
};

/** Entries named in one refusal; more are counted. */
const named = 5;

export function sayOutcome(why: OutcomeRefusal): Words {
  switch (why.reason) {
    case 'no-book':
      return {
        zh: `没有编号为“${why.book}”的抽取。请填抽取的次序号（如 3），外部平台抽取的名单填 L 加序号（如 L3）。`,
        en: `There is no draw “${why.book}”. Give its number, such as 3, or L3 for a list drawn elsewhere.`,
      };
    case 'people-only':
      return {
        zh: `第 ${why.ceremony} 次抽取只抽检查人员，检查结果请在抽取检查对象的那一次（或外部名单）中录入。`,
        en: `Ceremony ${why.ceremony} drew inspectors only; enter outcomes in the draw or list that has the visits.`,
      };
    case 'being-corrected':
      return {
        zh: `第 ${why.ceremony} 次抽取正在更正公共数，名单可能变化，请等更正完成、重新派发后再录入。`,
        en: `The public number of ceremony ${why.ceremony} is being corrected and its visits may change. Wait until they are handed out anew.`,
      };
    case 'not-yours':
      return {
        zh: `${why.person} 所在单位在“${why.book}”中没有检查任务。`,
        en: `The department of ${why.person} has no visits in “${why.book}”.`,
      };
    case 'entries': {
      const said = why.entries.slice(0, named).map(sayEntry);
      const more = why.entries.length - said.length;
      return {
        zh: `检查结果没有录入：${said.map(({ zh }) => zh).join('；')}${more > 0 ? `；另有 ${more} 条` : ''}。`,
        en: `Nothing was entered: ${said.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
      };
    }
    default:
      return never(why);
  }
}

/** Without the full stop, since it stands beside a cell or in a list. */
export function sayEntry(why: EntryRefusal): Words {
  switch (why.reason) {
    case 'no-visit':
      return {
        zh: '待检名单中没有这一户；名单由抽取产生，不能自行增加',
        en: 'is no visit of this draw; none can be added by hand',
      };
    case 'visit-ended':
      return {
        zh: '该检查对象已按程序替换，原检查不再录入结果，请在替换后的检查对象中录入',
        en: 'the subject was replaced; enter the outcome of the visit that took its place',
      };
    case 'other-department':
      return {
        zh: `${why.no} 这一行不是本单位的检查，由承办单位录入`,
        en: `${why.no} is a check of another department, which enters it`,
      };
    case 'not-sent-there':
      return {
        zh: `${why.no} 没有派您前往检查，由前去检查的人员或者本单位联络员录入`,
        en: `${why.no} is a visit that you are not sent to; whoever goes there or your liaison enters it`,
      };
    case 'no-item':
      return {
        zh: `${why.no} 不检查“${why.item}”这一事项（清单之外无检查）`,
        en: `${why.no} does not inspect item “${why.item}”`,
      };
    case 'twice':
      return {
        zh: `${why.no} 的“${why.item}”在本次提交中出现了两次，请只留一行`,
        en: `“${why.item}” of ${why.no} stands twice in this submission; keep one row`,
      };
    case 'findings': {
      const said = why.findings.map(({ finding }) => wordsOfFinding(finding));
      return {
        zh: `${why.no}：${said.map(({ zh }) => zh).join('；')}`,
        en: `${why.no}: ${said.map(({ en }) => en).join('; ')}`,
      };
    }
    default:
      return never(why);
  }
}
