/** A consultation as a book: what it is, until when, how much of it is there, and what a department is told when it has sent rows. */
import type { Calendar, CivilDate } from '../../../../core/calendar.ts';
import { isWithoutLetter } from '../../../../core/consult/fact.ts';
import type { ConsultationState, ReplyOnRecord } from '../../../../core/consult/state.ts';
import { deadlineOf, isLate } from '../../../../core/consult/tally.ts';
import { answerWords, wordsOfDeadline, wordsOfMinute } from '../../../../core/consult/words.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import type { Words } from '../../../../core/words.ts';
import { yearOver } from '../../../say/sheet.ts';

export interface ConsultationSeen {
  readonly state: ConsultationState;
  readonly calendar: Calendar;
  readonly today: CivilDate;
  /** The year's plan stands already. */
  readonly compiled: boolean;
  readonly rows: number;
  /** The asker fills it; the office only looks. */
  readonly fills: boolean;
}

export function consultationLine(seen: ConsultationSeen): BookLine {
  const { state, rows, today, fills } = seen;
  const { no, year } = state;
  const isOver = year < Number(today.slice(0, 4));
  const title = isWithoutLetter(no)
    ? { zh: `${year}年度抽查计划报送（${no}）`, en: `Rows for the plan of ${year} (${no})` }
    : { zh: `${year}年度抽查计划征询反馈（${no}）`, en: `Reply to consultation ${no}, plan of ${year}` };
  return {
    sheet: 'plan-tasks',
    book: no,
    title,
    note: joined([
      whenWords(seen),
      { zh: `${fills ? '本单位' : '各单位共'}已报 ${rows} 行。`, en: `${rows} row${rows === 1 ? '' : 's'} submitted.` },
      afterwards(seen),
    ]),
    lasting: dueWords(seen),
    year,
    rows,
    readOnly: isOver ? yearOver : fills ? null : officeLooks,
    reason: false,
    withdrawable: true,
  };
}

const officeLooks: Words = {
  zh: '由各单位联络员填报，联席办查看、汇总',
  en: 'each department’s liaison fills its own rows; the office reads and compiles them',
};

const dueWords = ({ state, calendar }: Pick<ConsultationSeen, 'state' | 'calendar'>): Words => {
  if (isWithoutLetter(state.no)) return { zh: '', en: '' };
  const last = wordsOfDeadline(deadlineOf(state, calendar));
  return { zh: `反馈期限：${last.zh}`, en: `Due by ${last.en}` };
};

/** Until when; and that what comes later is still taken. */
function whenWords({ state, calendar, today }: Pick<ConsultationSeen, 'state' | 'calendar' | 'today'>): Words {
  if (isWithoutLetter(state.no)) return { zh: '', en: '' };
  const last = wordsOfDeadline(deadlineOf(state, calendar));
  if (state.closed !== null) {
    const at = wordsOfMinute(state.closed.at);
    return {
      zh: `征询已于${at.zh}截止，仍可报送，按逾期登记。`,
      en: `Closed at ${at.en}; rows are still taken and marked late.`,
    };
  }
  return isLate(state, calendar, today)
    ? {
        zh: `期限${last.zh}已过，仍可报送，按逾期登记。`,
        en: `Due by ${last.en}; rows are still taken and marked late.`,
      }
    : { zh: `请于${last.zh}前反馈。`, en: `Due by ${last.en}.` };
}

const afterwards = ({ compiled }: Pick<ConsultationSeen, 'compiled'>): Words =>
  compiled
    ? {
        zh: '年度计划已经汇总，此后的改动由联席办重新汇总后才进入计划。',
        en: 'The plan is compiled already; what changes now enters it when the office compiles anew.',
      }
    : { zh: '', en: '' };

/** What the department reads after it has sent rows. */
export function receiptNote(seen: ConsultationSeen, reply: ReplyOnRecord): Words {
  const { state, rows } = seen;
  const said = answerWords[reply.answer];
  const isNew = state.asked.includes(reply.department) && !state.replies.has(reply.department);
  const answered = state.asked.filter((each) => state.replies.has(each)).length + (isNew ? 1 : 0);
  return joined([
    {
      zh: `已登记（台账第 ${reply.seq} 号）：本单位共 ${rows} 行${isWithoutLetter(state.no) ? '' : `，反馈“${said.zh}”`}。`,
      en: `Recorded (ledger no. ${reply.seq}): ${rows} rows of your department${isWithoutLetter(state.no) ? '' : `, answer “${said.en}”`}.`,
    },
    isWithoutLetter(state.no)
      ? { zh: '', en: '' }
      : {
          zh: `征询 ${state.asked.length} 家，已反馈 ${answered} 家。`,
          en: `${answered} of ${state.asked.length} departments have answered.`,
        },
    reply.late ? { zh: '已过期限，按逾期登记。', en: 'It is late and marked so.' } : { zh: '', en: '' },
    afterwards(seen),
  ]);
}

const joined = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts
    .map(({ en }) => en)
    .filter((en) => en !== '')
    .join(' '),
});
