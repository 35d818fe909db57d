/** 小结 in the chat: who has sent what, and what was sent. */
import { yearOf } from '../../../core/calendar.ts';
import { choices, heading, type Message, type Part, same } from '../../message/message.ts';
import {
  boardChoice,
  readSummaryChoice,
  readUnit,
  returnSummaryChoice,
  submitSummaryChoice,
} from '../../post/say/bulletin/choices.ts';
import { boardSummary, nameOf, unitWords } from '../../post/say/bulletin/summary.ts';
import { dayOf } from '../../today.ts';
import { askedIn, boardOf, figuresSent, summaryBoard } from '../../verbs/bulletin/summaries.ts';
import { refused, show, tell } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** Boards of a year; for a unit that owes one, with the button that opens its form. */
export async function showBoards({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const today = dayOf(deps.now());
  const year = /^\d{4}$/.test(typed) ? Number(typed) : yearOf(today);
  const asked = (await askedIn(deps, year, today)).filter(({ isBinding }) => isBinding);
  if (asked.length === 0)
    return tell({
      zh: `现行文件没有要求在 ${year} 年报送小结。`,
      en: `The policy in force asks for no summary in ${year}.`,
    });
  const parts: Part[] = [];
  for (const each of asked) {
    const board = await boardOf(deps, each);
    const own = board.units.find(({ code }) => code === actor.department);
    parts.push(
      { kind: 'text', words: boardSummary(board) },
      ...(own === undefined ? [] : [{ kind: 'text' as const, words: unitWords(own) }]),
      choices(
        ...(own === undefined ? [] : [submitSummaryChoice({ period: each.period, department: own.code })]),
        boardChoice(each.period),
      ),
    );
  }
  const summary = { zh: `${year} 年小结、总结报送情况。`, en: `Summaries of ${year}.` };
  return show({ summary, parts: [heading(summary.zh, summary.en), ...parts] });
}

const unitsShown = 15;

/** The board of one summary; the office opens each unit's, a unit only its own. */
export async function openBoard({ deps, actor }: Asked, period: string): Promise<Answer> {
  const board = await summaryBoard(deps, period);
  if (!board.ok) return refused(board.error);
  const isOffice = actor.roles.includes('office');
  const sent = board.value.units.filter(({ held, code }) => held !== null && (isOffice || code === actor.department));
  const name = nameOf(board.value.asked);
  return show({
    summary: boardSummary(board.value),
    parts: [
      heading(name.zh, name.en),
      { kind: 'list', items: board.value.units.slice(0, 60).map(unitWords) },
      ...sent.slice(0, unitsShown).flatMap((unit): readonly Part[] => {
        const of = { period, department: unit.code };
        return [
          { kind: 'text', words: same(unit.name) },
          choices(readSummaryChoice(of), ...(isOffice && unit.state !== 'returned' ? [returnSummaryChoice(of)] : [])),
        ];
      }),
    ],
  });
}

export async function readSummary({ deps, actor }: Asked, about: string): Promise<Answer> {
  const { period, department } = readUnit(about);
  const board = await summaryBoard(deps, period);
  if (!board.ok) return refused(board.error);
  const isAllowed = actor.roles.includes('office') || actor.department === department;
  const unit = board.value.units.find(({ code }) => code === department);
  if (!isAllowed)
    return refused({ stage: 'bulletin', why: { reason: 'not-yours', department: unit?.name ?? department } });
  const held = unit?.held ?? null;
  if (unit === undefined || held === null)
    return refused({
      stage: 'bulletin',
      why: { reason: 'not-submitted', period, department: unit?.name ?? department },
    });
  const name = nameOf(board.value.asked);
  const figures = await figuresSent(deps, held);
  const message: Message = {
    summary: { zh: `${unit.name} ${name.zh}`, en: `${unit.name}: ${name.en}` },
    parts: [
      heading(`${unit.name} ${name.zh}`, `${unit.name}: ${name.en}`),
      ...held.parts.flatMap(({ name: part, words }): readonly Part[] => [
        { kind: 'text', words: same(`【${part}】`) },
        { kind: 'text', words: same(words) },
      ]),
      ...(held.leadsNothing
        ? [{ kind: 'note' as const, words: { zh: '没有牵头任务。', en: 'It leads no task.' } }]
        : []),
      ...(held.file === null
        ? []
        : [
            {
              kind: 'note' as const,
              words: {
                zh: `附件：${held.file.name}，抽查任务 ${held.file.taken} 项`,
                en: `${held.file.name}: ${held.file.taken} rows`,
              },
            },
          ]),
      { kind: 'note', words: { zh: '报送当日指标：', en: 'Figures of that day:' } },
      {
        kind: 'list',
        items: figures.filter(({ n }) => n !== null).map(({ name: figure, value }) => same(`${figure} ${value}`)),
      },
    ],
  };
  return show(message);
}
