/** 指标 in the chat: each figure with its definition and goal, and a button that opens it to the rows that do not count. */
import { figureNamed } from '../../../core/bulletin/count.ts';
import { definitionOf, type FigureValue } from '../../../core/bulletin/figure.ts';
import { bulletinPeriod } from '../../../core/bulletin/period.ts';
import { definitionText, goalWords, partText, valueText, valueWithUnit } from '../../../core/bulletin/print.ts';
import { lackingWords } from '../../../core/bulletin/words.ts';
import { parseDate } from '../../../core/calendar.ts';
import type { Words } from '../../../core/words.ts';
import { type Choice, firstOf, heading, type Part, withLines } from '../../message/message.ts';
import { rowsChoice } from '../../post/say/bulletin/choices.ts';
import { dayOf } from '../../today.ts';
import { figuresShown, rowsBehind } from '../../verbs/bulletin/shown.ts';
import { refused, show, tell } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function showFigures({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const span = spanOf(typed, dayOf(deps.now()));
  if (span === null)
    return tell({
      zh: '起止日期写作 2025-01-01 2025-06-30。',
      en: 'Write the two days as 2025-01-01 2025-06-30.',
    });
  const shown = await figuresShown(deps, actor, span);
  if (!shown.ok) return refused(shown.error);
  const { department, name, figures } = shown.value;
  const asked = figures.filter(({ goals, count }) => goals.length > 0 || count !== 'no-data');
  const opening = asked.flatMap((value): readonly Choice[] =>
    value.count === 'no-data' || value.count.rows.every(({ lacking }) => lacking === null)
      ? []
      : [
          rowsChoice(
            { figure: value.figure, ...span, department: department ?? '' },
            definitionOf(value.figure).name.zh,
          ),
        ],
  );
  const summary = {
    zh: `${name} ${span.from} 至 ${span.to} 的指标。`,
    en: `Figures of ${name}, ${span.from} to ${span.to}.`,
  };
  return show({
    summary,
    parts: [
      heading(summary.zh, summary.en),
      { kind: 'list', items: asked.map(lineOf) },
      ...(opening.length === 0
        ? []
        : [
            { kind: 'text', words: { zh: '点开查看未计入的明细：', en: 'Open to what does not count:' } } as const,
            ...inFives(opening),
          ]),
      {
        kind: 'note',
        words: {
          zh: '未公示即未检查：未公示的检查结果不计入已完成。数据由其他系统产生且未申报的，为“无数据”。各项指标不用于排名。',
          en: 'What is not published is not inspected. What arises elsewhere and was not stated reads no data. Nobody is ranked.',
        },
      },
    ],
  });
}

/** A row of buttons holds five in a chat. */
const inFives = (all: readonly Choice[]): readonly Part[] =>
  Array.from({ length: Math.ceil(all.length / 5) }, (_, i) => ({
    kind: 'choices' as const,
    choices: all.slice(i * 5, i * 5 + 5),
  }));

export function lineOf(value: FigureValue): Words {
  const { name } = definitionOf(value.figure);
  const definition = definitionText(value);
  const goals = value.goals.map((goal) => {
    const { zh, en } = goalWords(goal);
    const met = goal.met === null ? '' : goal.met ? '，达到' : '，未达到';
    return { zh: `目标${zh}${met}`, en: `goal ${en}${goal.met === null ? '' : goal.met ? ', met' : ', not met'}` };
  });
  const parts = value.parts.slice(0, 8).map((part) => `${part.name.zh} ${partText(part)}`);
  const tail = [...goals.map(({ zh }) => zh), ...parts, `口径：${definition.zh}`].join('；');
  const shown = valueWithUnit(value.figure, valueText(value));
  return {
    zh: `${name.zh} ${shown}（${tail}）`,
    en: `${name.en} ${value.count === 'no-data' ? 'no data' : shown} (${[...goals.map(({ en }) => en), definition.en].join('; ')})`,
  };
}

function spanOf(typed: string, today: string): { readonly from: string; readonly to: string } | null {
  if (typed.trim() === '') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const days = typed.trim().split(/[\s,，至~]+/);
  const [from, to] = days.map((each) => parseDate(each));
  return days.length === 2 && from?.ok && to?.ok && from.value <= to.value ? { from: from.value, to: to.value } : null;
}

const rowsShown = 40;

/** @param about `on-time 2025-01-01 2025-06-30 scjg`, the department left out for the whole area */
/** From a reminder: the quarter that is named, as it stands today. */
export async function showOwnFigures(asked: Asked, about: string): Promise<Answer> {
  const period = bulletinPeriod(about);
  return showFigures(asked, period === null ? '' : `${period.from} ${period.to}`);
}

export async function openRows({ deps, actor }: Asked, about: string): Promise<Answer> {
  const [key = '', from = '', to = '', department = ''] = about.split(' ');
  const figure = figureNamed(key);
  if (figure === null || !parseDate(from).ok || !parseDate(to).ok)
    return refused({ stage: 'bulletin', why: { reason: 'no-figure', text: key } });
  const found = await rowsBehind(deps, actor, { figure, from, to, department: department === '' ? null : department });
  if (!found.ok) return refused(found.error);
  const { rows, value, hidden } = found.value;
  const lines = rows
    .filter(({ lacking }) => lacking !== null)
    .map(({ name, lacking, who }): Words => {
      const why = lacking === null ? { zh: '', en: '' } : lackingWords[lacking];
      return {
        zh: `${who === '' ? '' : `${who}：`}${name}，${why.zh}`,
        en: `${who === '' ? '' : `${who}: `}${name}, ${why.en}`,
      };
    });
  const { name } = definitionOf(figure);
  const rest =
    hidden === 0
      ? { zh: '', en: '' }
      : { zh: `另有 ${hidden} 项属于其他单位，不在此列出。`, en: ` ${hidden} more are of other departments.` };
  return show(
    withLines(
      {
        zh: `${name.zh} ${valueWithUnit(figure, valueText(value))}，未计入 ${lines.length} 项。${rest.zh}`,
        en: `${name.en} ${valueText(value)}; ${lines.length} do not count.${rest.en}`,
      },
      firstOf(lines, rowsShown, '项'),
    ),
  );
}
