/** Refusals about consultations in words. */
import { dateInChinese, parseDate } from '../../core/calendar.ts';
import { answerWords, wordsOfMinute } from '../../core/consult/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { ConsultField, ConsultRefusal } from '../verbs/consult/refusal.ts';

const fieldWords = {
  letter: { zh: '函件正文', en: 'the letter' },
  matters: { zh: '征询事项', en: 'the matters' },
  words: { zh: '意见', en: 'the comment' },
  reason: { zh: '理由', en: 'the reason' },
  person: { zh: '联系人', en: 'contact person' },
  phone: { zh: '电话', en: 'telephone' },
  email: { zh: '邮箱', en: 'e-mail' },
  changes: { zh: '建议调整的内容', en: 'the proposed changes' },
  file: { zh: '文件名', en: 'the name of the file' },
} as const satisfies Record<ConsultField, Words>;

export function sayConsult(why: ConsultRefusal): Words {
  switch (why.reason) {
    case 'no-consultation':
      return {
        zh: `没有编号为 ${why.consultation} 的征询。可用“/consult 列表”查看。`,
        en: `There is no consultation ${why.consultation}; “/consult list” shows them.`,
      };
    case 'none-open':
      return {
        zh: '目前没有进行中的征询。可用“/consult 新建”发起。',
        en: 'No consultation is open; “/consult new” begins one.',
      };
    case 'bad-year':
      return {
        zh: `“${why.year}”不是年度，应为四位数字，例如 2026。`,
        en: `“${why.year}” is no year; write four digits such as 2026.`,
      };
    case 'no-letter':
      return { zh: '请填写征询函正文。', en: 'Write the letter.' };
    case 'too-long':
      return {
        zh: `${fieldWords[why.field].zh}共 ${why.length} 字，最多 ${why.most} 字，请精简。`,
        en: `${fieldWords[why.field].en} has ${why.length} characters; ${why.most} are the most.`,
      };
    case 'deadline-not-one':
      return {
        zh: '反馈期限请填写工作日数或者截止日期，二者填一项。',
        en: 'State the deadline as working days or as a date, one of the two.',
      };
    case 'bad-deadline':
      return sayDeadline(why);
    case 'not-later':
      return {
        zh: `新的期限${dateInChinese(why.given)}不晚于原期限${dateInChinese(why.before)}；只能延后，不能提前。`,
        en: `${why.given} is not later than ${why.before}; a deadline can only be put off.`,
      };
    case 'nobody-asked':
      return { zh: '请至少选择一个征询单位。', en: 'Choose at least one department.' };
    case 'no-such-department':
      return {
        zh: `成员单位名单中没有（或者已经退出）：${why.departments.join('、')}。`,
        en: `Not on the list of departments, or no longer: ${why.departments.join(', ')}.`,
      };
    case 'members-left-out':
      return {
        zh: `按现行制度，年度首次征询应当面向全体成员单位，还缺：${why.departments.join('、')}。`,
        en: `The policy wants the year's first letter to reach every member; left out: ${why.departments.join(', ')}.`,
      };
    case 'no-contact':
      return {
        zh: `按现行制度，公文应当载明联系人、电话、邮箱，还缺：${why.missing.map((each) => fieldWords[each].zh).join('、')}。`,
        en: `The policy wants papers to give a contact; missing: ${why.missing.map((each) => fieldWords[each].en).join(', ')}.`,
      };
    case 'no-reason-given':
      return { zh: '请写明理由。', en: 'Give the reason.' };
    case 'closed':
      return {
        zh: `征询 ${why.consultation} 已于${wordsOfMinute(why.at).zh}截止。`,
        en: `Consultation ${why.consultation} was closed at ${wordsOfMinute(why.at).en}.`,
      };
    case 'not-asked':
      return {
        zh: `征询 ${why.consultation} 没有征求 ${why.department} 的意见；如需报送，请联系联席办。`,
        en: `Consultation ${why.consultation} does not ask ${why.department}; turn to the office.`,
      };
    case 'no-words':
      return {
        zh: `反馈“${answerWords[why.answer].zh}”须写明具体意见，或者附上表格。`,
        en: `“${answerWords[why.answer].en}” needs words or a sheet.`,
      };
    case 'source-changed':
      return why.kind === 'deleted'
        ? {
            zh: '该条消息已被删除，未作为反馈记录。',
            en: 'The message was deleted; no answer was recorded from it.',
          }
        : {
            zh: '该条消息发出后又作了修改，未作为反馈记录，请确认以哪种意见为准。',
            en: 'The message was changed after it was sent; no answer was recorded from it. Please confirm yours.',
          };
    case 'file-too-large':
      return {
        zh: `文件 ${why.file} 有 ${megabytes(why.bytes)} MB，最大 ${megabytes(why.most)} MB；请只保留计划表后再传。`,
        en: `${why.file} has ${megabytes(why.bytes)} MB; at most ${megabytes(why.most)} MB are taken.`,
      };
    case 'nothing-taken': {
      const files = why.sheets.map(({ file }) => file).join('、');
      return {
        zh: `${files} 中没有可以采用的计划行，未作为反馈记录；请按提示修改后重新上传。`,
        en: `No row of ${files} could be taken and no answer was recorded; mend what is named and send it again.`,
      };
    }
    case 'too-many-replies':
      return {
        zh: `贵单位对本次征询的反馈已达 ${why.most} 次，不再登记；请与联席办联系。`,
        en: `Your department has answered this consultation ${why.most} times; please ring the office.`,
      };
    case 'too-many-edits':
      return {
        zh: `原文修改已达 ${why.most} 次，此后的修改不再登记；请重新反馈，以新的反馈为准。`,
        en: `It was changed ${why.most} times; further changes are not recorded. Please answer anew.`,
      };
    case 'too-many-files':
      return {
        zh: `一次最多上传 ${why.most} 个文件，这次有 ${why.count} 个；请合并后再传。`,
        en: `${why.most} files at a time are the most; these are ${why.count}.`,
      };
    case 'no-rows':
      return {
        zh: `${why.year} 年度还没有单位报送计划行（征询 ${why.consultation}），无法汇总。`,
        en: `No department has sent rows for ${why.year} (${why.consultation}); there is nothing to compile.`,
      };
    case 'other-year':
      return {
        zh: `征询 ${why.consultation} 不是 ${why.year} 年度的征询。`,
        en: `Consultation ${why.consultation} is not of ${why.year}.`,
      };
    default:
      return never(why);
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** Of a number nothing is said about dates, of a date nothing about numbers. */
function sayDeadline({ given, after, most }: Extract<ConsultRefusal, { readonly reason: 'bad-deadline' }>): Words {
  if (!/^\d{4}-/.test(given))
    return {
      zh: `“${given}”不是工作日数，应为 1 至 ${most} 的整数。`,
      en: `“${given}” is no number of working days; 1 to ${most}.`,
    };
  return parseDate(given).ok
    ? {
        zh: `截止日期${dateInChinese(given)}不晚于今天（${dateInChinese(after)}），应晚于今天。`,
        en: `${given} is not after today, ${after}.`,
      }
    : { zh: `没有“${given}”这一天，日期写作 2025-06-23。`, en: `There is no day “${given}”; write 2025-06-23.` };
}
