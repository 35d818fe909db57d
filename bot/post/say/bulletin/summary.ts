/** 小结报送: who has sent what, for the office; and a unit's own, in its channel. Ticks and days only; what was written is read by a press. */
import { summaryWords } from '../../../../core/bulletin/summary.ts';
import { dateInChinese } from '../../../../core/calendar.ts';
import { never } from '../../../../core/result.ts';
import type { Words } from '../../../../core/words.ts';
import { choices, firstOf, heading, type Part } from '../../../message/message.ts';
import { type SummaryBoard, summaryBoard, type Unit } from '../../../verbs/bulletin/summaries.ts';
import type { PostKind } from '../../post.ts';
import { boardChoice, submitSummaryChoice } from './choices.ts';

export const summaryBoardPost: PostKind<{ readonly period: string }> = {
  place: () => 'office',
  under: () => null,
  say: async (deps, { period }) => {
    const board = await summaryBoard(deps, period);
    if (!board.ok) return null;
    const summary = boardSummary(board.value);
    const isAny = board.value.units.some(({ held }) => held !== null);
    return { summary, parts: [...boardParts(board.value), ...(isAny ? [choices(boardChoice(period))] : [])] };
  },
};

/** Units of a list; the rest is counted. */
const unitsShown = 60;

export const boardSummary = ({ asked, units }: SummaryBoard): Words => {
  const name = nameOf(asked);
  const sent = units.filter(({ state }) => state === 'in' || state === 'late').length;
  return {
    zh: `${name.zh}：应报 ${units.length} 个单位，已报 ${sent} 个${dueWords(asked.due).zh}。`,
    en: `${name.en}: ${sent} of ${units.length} have sent it${dueWords(asked.due).en}.`,
  };
};

export const boardParts = (board: SummaryBoard): readonly Part[] => {
  const name = nameOf(board.asked);
  return [
    heading(name.zh, name.en),
    { kind: 'text', words: boardSummary(board) },
    { kind: 'list', items: firstOf(board.units.map(unitWords), unitsShown, '个单位') },
  ];
};

export const nameOf = ({ key, period }: SummaryBoard['asked']): Words => {
  const { zh, en } = summaryWords[key];
  const of = period.slice(period.indexOf('/') + 1);
  return { zh: `${of} ${zh}`, en: `${en}, ${of}` };
};

const dueWords = (due: string | null): Words =>
  due === null ? { zh: '', en: '' } : { zh: `，期限 ${dateInChinese(due)}`, en: `, due ${due}` };

export function unitWords({ name, state, held }: Unit): Words {
  const on = held === null ? '' : dateInChinese(held.on);
  switch (state) {
    case 'missing':
      return { zh: `□ ${name}：未报送`, en: `□ ${name}: not sent` };
    case 'returned':
      return { zh: `□ ${name}：${on}报送，已退回`, en: `□ ${name}: sent ${held?.on ?? ''}, returned` };
    case 'late':
      return { zh: `☑ ${name}：${on}报送（逾期）`, en: `☑ ${name}: sent ${held?.on ?? ''}, late` };
    case 'in':
      return { zh: `☑ ${name}：${on}报送`, en: `☑ ${name}: sent ${held?.on ?? ''}` };
    default:
      return never(state);
  }
}

export const ownSummaryPost: PostKind<{ readonly period: string; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { period, department }) => {
    const board = await summaryBoard(deps, period);
    const unit = board.ok ? board.value.units.find(({ code }) => code === department) : undefined;
    if (!board.ok || unit === undefined || unit.held === null) return null;
    const name = nameOf(board.value.asked);
    const { held } = unit;
    const rows =
      held.file === null
        ? { zh: '', en: '' }
        : { zh: `，附抽查任务 ${held.file.taken} 项`, en: `, with ${held.file.taken} rows` };
    const summary: Words =
      held.returned === null
        ? {
            zh: `${name.zh}已报送（${dateInChinese(held.on)}${held.late ? '，逾期' : ''}${rows.zh}）。`,
            en: `${name.en} was sent on ${held.on}${held.late ? ', late' : ''}${rows.en}.`,
          }
        : {
            zh: `${name.zh}被退回：${held.returned}。请补充后重新报送。`,
            en: `${name.en} was returned: ${held.returned}. Mend it and send it again.`,
          };
    return {
      summary,
      parts: [
        heading(name.zh, name.en),
        { kind: 'text', words: summary },
        choices({
          ...submitSummaryChoice({ period, department }),
          label: { zh: '重新报送', en: 'Send again' },
          weight: 'primary',
        }),
      ],
    };
  },
};

/** Called to it once; the standing post says the same for as long as it holds. */
export const returnedPost: PostKind<{ readonly period: string; readonly department: string; readonly seq: number }> = {
  place: ({ department }) => `department:${department}`,
  under: ({ period, department }) => `summary/${period}/${department}`,
  say: async (deps, { period, department }) => {
    const board = await summaryBoard(deps, period);
    const held = board.ok ? board.value.units.find(({ code }) => code === department)?.held : undefined;
    if (!board.ok || held === undefined || held === null || held.returned === null) return null;
    const summary = {
      zh: `联席办退回：${held.returned}`,
      en: `Returned by the office: ${held.returned}`,
    };
    return { summary, parts: [{ kind: 'text', words: summary }] };
  },
};
