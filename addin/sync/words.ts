/** Everything that filling says to people: every trouble, with what would help, and the texts of 校验结果. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { HostRefusal } from '../host/sheet-host.ts';

export function wordsOfHost(refusal: HostRefusal): Words {
  switch (refusal.kind) {
    case 'no-worksheet':
      return {
        zh: `工作簿中没有工作表“${refusal.worksheet}”，可能已改名或者删除。`,
        en: `The workbook has no worksheet “${refusal.worksheet}”; it may have been renamed or deleted.`,
      };
    case 'protected':
      return {
        zh: `工作表“${refusal.worksheet}”受保护，无法写入。请在“审阅”中撤销工作表保护后再试。`,
        en: `Worksheet “${refusal.worksheet}” is protected. Unprotect it and try again.`,
      };
    case 'editing':
      return {
        zh: '有单元格正在编辑。请按回车键结束编辑后再试。',
        en: 'A cell is being edited. Press Enter and try again.',
      };
    case 'too-large':
      if (refusal.cells === 0)
        return {
          zh: `工作表“${refusal.worksheet}”中有的行内容过多，Excel 一次收发不了（上限 5 MB）。请缩短该行文字或者将其拆成几行。`,
          en: `Worksheet “${refusal.worksheet}” has a row with more in it than Excel passes on at once (5 MB). Shorten it or split it.`,
        };
      return {
        zh: `工作表“${refusal.worksheet}”有 ${refusal.cells} 个单元格，超过可处理的范围。请删除空白行列，或者分成几张工作表。`,
        en: `Worksheet “${refusal.worksheet}” has ${refusal.cells} cells, more than can be handled. Delete blank rows and columns or split it.`,
      };
    case 'name-taken':
      return {
        zh: `已有名为“${refusal.worksheet}”的工作表。请改名后再试。`,
        en: `There is a worksheet “${refusal.worksheet}” already. Rename it and try again.`,
      };
    case 'host':
      return {
        zh: `表格程序未能完成操作（${refusal.code}：${refusal.message}）。已填内容没有丢失，请稍后再试。`,
        en: `The spreadsheet program could not do it (${refusal.code}: ${refusal.message}). Nothing is lost; try again later.`,
      };
    default:
      return never(refusal);
  }
}

export const unknownTrouble = (message: string): Words => ({
  zh: `操作未能完成（${message}）。已填内容没有丢失，请重试；仍不成功的，请联系联席办。`,
  en: `It could not be done (${message}). Nothing is lost; try again or ask the joint conference office.`,
});
export const notSignedIn: Words = {
  zh: '尚未登录或登录已失效，请重新登录：在聊天中输入“/mingchou 填报”获取填报码。已填内容不受影响。',
  en: 'Not signed in, or no longer. Get a code in the chat and sign in again; nothing that was filled in is touched.',
};
export const laterFormat: Words = {
  zh: '本工作簿由更新版本的程序保存，当前版本不能处理，以免写坏。请关闭后重新打开窗格以更新程序；已填内容没有改动。',
  en: 'A later version of this program has kept this workbook. Close and open the pane again to update; nothing was touched.',
};
export const notBound = (worksheet: string): Words => ({
  zh: `工作表“${worksheet}”还没有与系统对应。请先在“打开”中选择，或者用“识别已有表格”对应。`,
  en: `Worksheet “${worksheet}” belongs to no book yet. Open one, or adopt this worksheet.`,
});
export const otherOffice = (theirs: string, own: string): Words => ({
  zh: `本工作簿属于“${theirs}”，您登录的是“${own}”，不能写入或者提交。可以查看和校验。请换用本单位的工作簿。`,
  en: `This workbook belongs to ${theirs}; you are signed in at ${own}. It can be read and checked, not written or submitted.`,
});
export const otherDepartment = (theirs: string, own: string): Words => ({
  zh: `本工作簿属于“${theirs}”，您登录的单位是“${own}”，不能写入或者提交。可以查看和校验。请用本单位的工作簿填报。`,
  en: `This workbook belongs to ${theirs}; you are signed in for ${own}. It can be read and checked, not written or submitted.`,
});
export const otherYear = (worksheet: string, theirs: number | null, now: number | null): Words => ({
  zh: `工作表“${worksheet}”是${theirs === null ? '常设' : ` ${theirs} 年`}的，系统中对应的是${now === null ? '常设' : ` ${now} 年`}的，不能提交。请重新打开当年的表格，把需要的行复制过去。`,
  en: `Worksheet “${worksheet}” is about ${theirs ?? 'no year'}, the desk's about ${now ?? 'no year'}: it cannot be submitted. Open this year's and copy the rows over.`,
});
export const notOffered = (worksheet: string, year: number | null): Words => ({
  zh: `工作表“${worksheet}”${year === null ? '' : `（${year} 年）`}对应的表已不在您可以打开的范围内，不能提交。已填内容保留；需要的，请打开新的表格后复制过去。`,
  en: `What worksheet “${worksheet}” was for is no longer among what you may open. Nothing is lost; open a new one and copy the rows over.`,
});
export const reasonMissing: Words = {
  zh: '修改计划须写明理由。请填写修改理由后再提交。',
  en: 'Changing a plan needs a reason. Give one and submit again.',
};
export const reasonTooLong = (length: number, most: number): Words => ({
  zh: `理由有 ${length} 个字，最多 ${most} 个字。请简写后再提交。`,
  en: `The reason has ${length} characters, at most ${most} are allowed. Shorten it.`,
});
export const cellTooLong = (length: number, most: number): Words => ({
  zh: `有 ${length} 个字，一个单元格最多 ${most} 个字，请分开或者作为附件`,
  en: `has ${length} characters; a cell holds ${most} at most`,
});
export const notGivenRow: Words = {
  zh: '不是系统给出的行，不能提交；请填在系统给出的行里，把这一行删去',
  en: 'is none of the rows that the desk gave and cannot be sent; fill in those, and remove this one',
};
export const tooManyRows = (worksheet: string, rows: number, most: number): Words => ({
  zh: `工作表“${worksheet}”有 ${rows} 行，一张工作表最多 ${most} 行。请分成几张，或者改用文件导入。`,
  en: `Worksheet “${worksheet}” has ${rows} rows, at most ${most} are handled. Split it, or import a file.`,
});
export const notWithdrawable: Words = {
  zh: '这类表格的行不能在此撤回。请恢复该行，或者与联席办联系。',
  en: 'Rows of this sheet cannot be withdrawn here. Put them back, or ask the joint conference office.',
};
/** @param faulty rows that have to be mended first */
export const nothingToSend = (faulty: number): Words =>
  faulty === 0
    ? {
        zh: '没有需要提交的内容：可提交的行与系统一致，或者预览之后又有改动。请重新预览。',
        en: 'There is nothing to send: rows are as the desk holds them, or were changed after the preview. Preview again.',
      }
    : {
        zh: `没有可以提交的行：有 ${faulty} 行须先按“校验结果”改正。已填内容都在表中。`,
        en: `There is nothing to send: ${faulty} rows have to be mended first, as their verdicts say. Nothing is lost.`,
      };
export const noTable = (worksheet: string): Words => ({
  zh: `工作表“${worksheet}”中找不到表头，可能已被删改。请恢复表头行，或者重新打开一张。`,
  en: `No header row was found in “${worksheet}”. Put it back, or open a new worksheet.`,
});
export const restless = (worksheet: string): Words => ({
  zh: `工作表“${worksheet}”正在被改动，未能对准各行。请稍停编辑后再试，已填内容没有丢失。`,
  en: `Worksheet “${worksheet}” is being changed all the time. Pause and try again; nothing is lost.`,
});
export const noReference: Words = {
  zh: '校验所需的参照资料还没有取得过，离线时无法校验。请联网登录后再校验一次。',
  en: 'What checking needs was never fetched here. Go online, sign in and check once.',
};
export const oldReference = (at: string, age: string): Words => ({
  zh: `未能取得最新参照资料，按 ${at} 取得的资料校验（${age}前）；提交时系统会再次校验。`,
  en: `Checked by what was fetched at ${at} (${age} old); the desk checks again on submission.`,
});
export const minutesAge = (minutes: number): string =>
  minutes < 60
    ? `${minutes} 分钟`
    : minutes < 2880
      ? `${Math.floor(minutes / 60)} 小时`
      : `${Math.floor(minutes / 1440)} 天`;

export const stayedInOutbox = (words: Words, rows: number, sent: number): Words => ({
  zh: `${words.zh}${sentSoFar(sent).zh}${rows} 行已存入发件箱，随工作簿保存；恢复后点“继续提交”即可，不会重复。`,
  en: `${words.en} ${sentSoFar(sent).en}${rows} rows wait in the outbox of this workbook; continue later, nothing will be doubled.`,
});
export const takenOut = (words: Words, rows: number, sent: number): Words => ({
  zh: `${words.zh}${sentSoFar(sent).zh}${rows} 行没有提交，仍保留在工作表中，改正后可以再次提交。`,
  en: `${words.en} ${sentSoFar(sent).en}${rows} rows were not submitted and stay in the worksheet.`,
});
const sentSoFar = (sent: number): Words =>
  sent === 0 ? { zh: '', en: '' } : { zh: `此前 ${sent} 行已提交。`, en: `${sent} rows were submitted before. ` };

export const leftForNext = (note: Words, left: number): Words =>
  left === 0
    ? note
    : {
        zh: `${note.zh}另有 ${left} 行在预览之后又有改动，本次没有提交，请再次预览。`,
        en: `${note.en} ${left} rows were changed after the preview and not sent; preview again.`,
      };
export const leftUnsent = (note: Words, left: number): Words =>
  left === 0
    ? note
    : {
        zh: `${note.zh}发件箱中另有 ${left} 行与表中现有内容不一致，没有再次提交；请预览表格，以表中内容为准提交。`,
        en: `${note.en} ${left} rows of the outbox differ from what stands in the worksheet and were not sent again; preview and submit it.`,
      };
export const noAnswer: Words = {
  zh: '系统没有对这一行作出答复，请再次提交',
  en: 'the desk gave no answer for this row; submit again',
};
export const standsTwice: Words = {
  zh: '与表中另一行是同一条，请保留其中一行',
  en: 'this is the same as another row of this worksheet; keep one of them',
};
export const copiedRows = (count: number): Words => ({
  zh: `有 ${count} 行是复制而来的，已作为新行。`,
  en: `${count} rows were copied and count as new.`,
});
export const overwrittenConflict: Words = {
  zh: '与他人修改冲突，尚未处理',
  en: 'conflicts with what somebody else changed; not solved yet',
};
export const noConflict: Words = {
  zh: '这一行没有待处理的冲突，可能已由他人处理。',
  en: 'This row has no open conflict; somebody may have solved it.',
};
export const unchosen = (headers: readonly string[]): Words => ({
  zh: `请先选择以下各列以谁的为准：${headers.join('、')}。`,
  en: `Choose whose value holds for: ${headers.join(', ')}.`,
});
export const solvedTheirs: Words = { zh: '已采用系统中的值。', en: 'The desk’s values were taken.' };
export const stillCannotBeSent = (label: string): Words => ({
  zh: `“${label}”已按您的选择处理，但该行还有须改正的内容，没有提交。请按“校验结果”改正后再提交。`,
  en: `“${label}” was settled as chosen, but the row still has faults and was not sent. Mend it and submit.`,
});
export const missingColumns = (worksheet: string, missing: readonly string[]): Words => ({
  zh: `工作表“${worksheet}”缺少必需的列：${missing.join('、')}。请在表头行加上这些列名（内容可以随后填写），再试一次。`,
  en: `Worksheet “${worksheet}” lacks required columns: ${missing.join(', ')}. Add them to the header row (their cells may follow) and try again.`,
});
export const boundAlready = (worksheet: string): Words => ({
  zh: `工作表“${worksheet}”已经与系统对应。`,
  en: `Worksheet “${worksheet}” belongs to a book already.`,
});
export const bookTaken = (worksheet: string): Words => ({
  zh: `这张表在本工作簿中已有工作表“${worksheet}”。请在那里填写，或者先删除那张工作表。`,
  en: `This workbook has worksheet “${worksheet}” for it already. Use that one, or delete it first.`,
});
export const unlikeAll = (worksheet: string): Words => ({
  zh: `“${worksheet}”不像任何一种填报表：前 30 行中没有认得的表头。请确认表头行写有“抽查任务名称”“抽查事项名称”之类的列名。`,
  en: `“${worksheet}” is like none of our sheets: no known header in its first 30 rows.`,
});
export const noColumn = (header: string): Words => ({
  zh: `工作表中没有“${header}”这一列，或者这一行已不在表中。`,
  en: `The worksheet has no column “${header}”, or no such row.`,
});

/** Texts of 校验结果; the first sign is the weight. */
export const verdict = {
  must: (words: string) => `✗ ${words}`,
  look: (words: string) => `！ ${words}`,
  done: '✓ 已提交',
  doneLook: (words: string) => `！ 已提交，请核对：${words}`,
  withdrawnHere: '！ 此行已被他人撤回；您改过的内容保留，再次提交将作为新行',
  conflict: (by: string, at: string, what: string) =>
    `✗ 与他人修改冲突${by === '' && at === '' ? '' : `（${[by, minuteCalled(at)].filter((each) => each !== '').join('，')}）`}：${what}`,
  conflictField: (header: string, mine: string, theirs: string) =>
    `${header}：您填“${short(mine)}”，对方填“${short(theirs)}”`,
} as const;

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
/** 7月8日 09:07, of `2025-07-08T09:07`; anything else as it is. */
export const minuteCalled = (at: string): string => {
  const found = /^\d{4}-(\d{2})-(\d{2})[T ](\d{2}:\d{2})/.exec(at);
  return found === null ? at : `${Number(found[1])}月${Number(found[2])}日 ${found[3]}`;
};

export const rowCalled = (row: number): string => `第 ${row + 1} 行`;

export const figuresTitle: Words = { zh: '统计', en: 'Figures' };

/** Said where a plan that stands asks for a reason. */
export const conflictReason = '与他人修改冲突，经核对以本表为准';
