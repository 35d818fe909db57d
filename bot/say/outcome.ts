/** Refusals of entered outcomes, in words. */
import type { PlacedFinding } from '../../core/outcome/check.ts';
import { wordsOfFinding } from '../../core/outcome/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { EntryRefusal, OutcomeRefusal, ReviewRefusal, SignRefusal } from '../verbs/outcome/refusal.ts';
import { sayTooLong } from './too-long.ts';

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
    case 'no-such-no':
      return {
        zh: `您的检查中没有检查编号“${why.no}”；检查编号写作 3-0001，外部名单的写作 L3-0001。`,
        en: `None of your visits has the number “${why.no}”; numbers are written 3-0001, or L3-0001 on a list drawn elsewhere.`,
      };
    case 'no-such-visit':
      return {
        zh: `第 ${why.book} 号抽取的检查中没有这一户，或者不由您查看；检查编号写作 ${why.book}-0001。`,
        en: `Draw ${why.book} has no such visit, or it is not yours to read; numbers are written ${why.book}-0001.`,
      };
    case 'too-long':
      return sayTooLong(why);
    case 'no-rows':
    case 'not-entered':
    case 'entered-anew':
    case 'reviews-own':
    case 'no-words-of-return':
    case 'no-words-of-change':
      return sayReview(why);
    case 'not-at-visit':
    case 'form-empty':
    case 'form-changed':
    case 'signer-missing':
    case 'witness-missing':
    case 'witness-inspects':
    case 'record-missing':
    case 'record-unread':
    case 'absence-unexplained':
      return saySigning(why);
    default:
      return never(why);
  }
}

function sayReview(why: ReviewRefusal): Words {
  switch (why.reason) {
    case 'no-rows':
      return { zh: '请至少选择一条要审核的检查结果。', en: 'Choose at least one outcome to review.' };
    case 'not-entered':
      return {
        zh: `${why.no} 的“${why.item}”还没有录入检查结果，无从审核。`,
        en: `No outcome of “${why.item}” at ${why.no} is entered, so that there is nothing to review.`,
      };
    case 'entered-anew':
      return {
        zh: `${why.no} 的“${why.item}”在您查看之后又重新录入，请看过现在的内容再审核。`,
        en: `“${why.item}” at ${why.no} was entered anew after you looked; read what stands now and review that.`,
      };
    case 'reviews-own': {
      const nos = severalNos(why.nos);
      return {
        zh: `录入和审核不得是同一人：${nos.zh} 由您录入或由您到场检查，请由本单位另一人审核。`,
        en: `Nobody reviews what he entered or inspected himself (${nos.en}); another person of the department does.`,
      };
    }
    case 'no-words-of-return':
      return {
        zh: '退回的，请写明退回意见，录入人据此改正。',
        en: 'Say why it is returned, so that it can be put right.',
      };
    case 'no-words-of-change': {
      const nos = severalNos(why.nos);
      return {
        zh: `${nos.zh} 已经审核过；改变审核意见的，请写明理由。`,
        en: `${nos.en} is reviewed already; give the reason for changing what was said.`,
      };
    }
    default:
      return never(why);
  }
}

function saySigning(why: SignRefusal): Words {
  switch (why.reason) {
    case 'not-at-visit':
      return {
        zh: `${why.person} 不在 ${why.no} 的检查人员之列，不能办理该户的阅核签章。`,
        en: `${why.person} is not of those who inspect at ${why.no} and cannot have its form signed.`,
      };
    case 'form-empty':
      return {
        zh: `${why.no} 的检查表还没有填写任何一项，请先录入检查结果再交被检查人阅核。`,
        en: `Nothing is filled in the form of ${why.no}; enter the outcomes before it is read and signed.`,
      };
    case 'form-changed':
      return {
        zh: `${why.no} 的检查表在阅核期间有改动，请被检查人重新阅核后再签。`,
        en: `The form of ${why.no} was changed while it was being read; have it read anew, then signed.`,
      };
    case 'signer-missing':
      return { zh: '请填写签章人姓名。', en: 'Give the name of whoever signs.' };
    case 'witness-missing':
      return {
        zh: '被检查人拒绝签章的，请填写在场见证人姓名和身份。',
        en: 'Where the inspected refuses to sign, name the witness who was there, and who that is.',
      };
    case 'witness-inspects':
      return {
        zh: `${why.witness} 是本户的检查人员，不能作见证人，请另请见证人。`,
        en: `${why.witness} inspects here and cannot be the witness; ask somebody else.`,
      };
    case 'record-missing':
      return {
        zh: '被检查人拒绝签章的，请登记现场照片或录像：名称；存放位置。',
        en: 'Where the inspected refuses to sign, name a photograph or film of it: name；place.',
      };
    case 'record-unread':
      return {
        zh: `照片或录像第 ${why.line} 行应写作“名称；存放位置”，可再加“；SHA-256”。`,
        en: `Line ${why.line} of photographs and films is written “name；place”, with a SHA-256 after it if you have one.`,
      };
    case 'absence-unexplained':
      return {
        zh: '被检查人不在场的，请写明情况（如：无人在场，已电话告知）。',
        en: 'Where nobody was there to sign, say what happened.',
      };
    default:
      return never(why);
  }
}

const severalNos = (nos: readonly string[]): Words => {
  const first = nos.slice(0, named);
  const more = nos.length - first.length;
  return more > 0
    ? { zh: `${first.join('、')}等 ${nos.length} 户`, en: `${first.join(', ')} and ${more} more` }
    : { zh: first.join('、'), en: first.join(', ') };
};

/** What is wrong with an entry, at the field where it is mended. */
export const sayFindings = (
  findings: readonly PlacedFinding[],
): readonly { readonly field: PlacedFinding['field']; readonly words: Words }[] =>
  findings.map(({ field, finding }) => ({ field, words: wordsOfFinding(finding) }));

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
