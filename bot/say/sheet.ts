/** Refusals about workbooks in words, and what is said of their rows. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { SheetRefusal } from '../verbs/sheet/refusal.ts';

export function saySheet(why: SheetRefusal): Words {
  switch (why.reason) {
    case 'no-such-book':
      return {
        zh: `没有“${why.book}”这张表，或者不属于您的办理范围。请重新载入目录后再选择。`,
        en: `There is no book “${why.book}”, or it is not yours. Refresh the list and choose again.`,
      };
    case 'read-only':
      return {
        zh: `“${why.title.zh}”只能查看：${why.why.zh}。本次未写入任何内容，工作簿中的行保持原样。`,
        en: `“${why.title.en}” can only be read: ${why.why.en}. Nothing was taken; your rows are untouched.`,
      };
    case 'other-office':
      return {
        zh: `该工作簿属于“${why.workbook}”，这里是“${why.office}”。本次未写入任何内容，工作簿中的行保持原样；请在“${why.office}”的工作簿中填报。`,
        en: `This workbook belongs to “${why.workbook}”; this is “${why.office}”. Nothing was taken; your rows are untouched. Use a workbook of “${why.office}”.`,
      };
    case 'other-department':
      return {
        zh: `该工作簿属于“${why.workbook}”，您登录的单位是“${why.own}”。本次未写入任何内容，工作簿中的行保持原样；请由“${why.workbook}”的联络员提交，或者打开本单位的工作簿。`,
        en: `This workbook is of “${why.workbook}” and you are signed in for “${why.own}”. Nothing was taken; your rows are untouched. Let the liaison of “${why.workbook}” submit it, or open your own.`,
      };
    case 'year-over':
      return {
        zh: `这是 ${why.year} 年的工作簿，现在是 ${why.now} 年。本次未写入任何内容，工作簿中的行保持原样；请打开 ${why.now} 年的工作簿，需要的行可以复制过去。`,
        en: `This is a workbook of ${why.year} and it is ${why.now} now. Nothing was taken; your rows are untouched. Open the workbook of ${why.now}; rows that are still needed can be copied into it.`,
      };
    case 'batch-differs':
      return {
        zh: `批次 ${why.batch} 已经提交过，这次内容与上次不同。本次未写入任何内容；请刷新后重新提交。`,
        en: `Batch ${why.batch} was submitted before with other rows. Nothing was taken; refresh and submit again.`,
      };
    case 'too-many-rows':
      return {
        zh: `一次最多提交 ${why.most} 行，这次有 ${why.rows} 行；请分次提交。`,
        en: `${why.most} rows at a time are the most; these are ${why.rows}. Send them in parts.`,
      };
    case 'list-too-large':
      return {
        zh: `“${why.title.zh}”超过 ${why.most} 行，不宜在工作簿中办理；请用文件导入、导出（命令行“import”）。`,
        en: `“${why.title.en}” has more than ${why.most} rows, too many for a worksheet; import it as a file instead.`,
      };
    case 'moved-on':
      return {
        zh: `读取期间“${why.title.zh}”有了变化，请重新刷新。`,
        en: `“${why.title.en}” changed while it was being read. Refresh again.`,
      };
    default:
      return never(why);
  }
}

/** What is told where a submission changed nothing. */
export const nothingWritten: Words = { zh: '没有需要登记的变化。', en: 'There was nothing to record.' };

/** Why a book of a plan can only be read any more. */
export const yearOver: Words = { zh: '该年度已经结束', en: 'its year is over' };

/** What is said of single rows and cells. */
export const rowWords = {
  badId: {
    zh: '行标识不对，请不要改动“行标识”一列；删去该格内容后作为新行提交',
    en: 'the row id is not right; leave that column alone, or clear the cell and submit it as a new row',
  },
  twice: {
    zh: '同一行标识出现了两次，只受理了前一行；请删去后一行的行标识，作为新行提交',
    en: 'the same row id stands twice and only the first was taken; clear the second one’s and submit it as a new row',
  },
  sameRowTwice: {
    zh: '这一行在本次提交中出现了两次，只受理了前一行；请删去多余的一行',
    en: 'the row stands twice in this submission and only the first was taken; remove the other',
  },
  unknownField: { zh: '本表没有这一栏，请刷新工作表', en: 'the sheet has no such column; refresh the worksheet' },
  ditto: { zh: '请写出实际内容，不要写“同上”', en: 'write what is meant instead of 同上' },
  gone: {
    zh: '这一行已经撤回，或者已由后来的表格代替，改动没有写入；如仍要报送，请作为新行填报',
    en: 'the row was withdrawn or replaced meanwhile and nothing was written; fill it in as a new row if it is still meant',
  },
  duplicate: {
    zh: '与本单位另一行是同一项任务（编号、名称、部门、事项、对象均相同），请只保留一行',
    en: 'another row of yours is about the same task; keep one of them',
  },
  numberTaken: {
    zh: '这个编号已经用于另一行，请换一个或者留空',
    en: 'the number is taken; choose another or leave it blank',
  },
  numberFixed: {
    zh: '任务编号是这一行的标识，不能改；如需另起，请新增一行',
    en: 'the number names the task and cannot be changed; add a new row instead',
  },
  keyFixed: {
    zh: '这一栏是该行的标识，不能改；请另起一行',
    en: 'this column names the row and cannot be changed; add a new row instead',
  },
  notOwn: {
    zh: '不是本单位牵头的任务，由牵头单位或者联席办修改',
    en: 'your department does not lead this task; its lead or the office changes it',
  },
  notOwnRow: {
    zh: '不是本单位的行，由该单位或者联席办维护',
    en: 'not a row of your department; it or the office keeps it',
  },
  neverDeleted: {
    zh: '名录清单中的行不作删除；离岗、注销、废止等请在相应栏目写明',
    en: 'rows of a list are never deleted; write in the columns meant for it that one has left, ended or been repealed',
  },
  notWithdrawn: {
    zh: '检查结果不能撤回；录入有误的，请更正后重新提交，原录入仍留存',
    en: 'an outcome is not withdrawn; correct it and submit again, and the earlier one stays on record',
  },
  notReturned: {
    zh: '这一行没有被审核退回，不需要重新送审',
    en: 'the row was not returned, so that there is nothing to send to review anew',
  },
  stands: {
    zh: '清单中已有这一行而内容不同，请选择保留哪一方',
    en: 'the list has this row already with other content; choose which one holds',
  },
} as const satisfies Record<string, Words>;
