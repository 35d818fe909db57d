/**
 * A neutral Message as Block Kit, in one language. Pure. Whatever was typed by a person goes into plain_text or rich_text, so that
 * `*`, `<!channel>` or `:smile:` is shown as typed; whatever is too long is cut and says so; buttons are never cut away.
 */
import type { ActionsBlock, Button, KnownBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import type { Choice, Message, Part } from '../message.ts';
import { limit } from './limit.ts';
import { clip, cut, escaped, filled, lengthOf, said } from './text.ts';

export interface SlackMessage {
  /** What notifications show and screen readers read. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Where blocks stand: a table block is for messages only, and a view takes more blocks. */
export type Surface = 'message' | 'view';

export const messageOf = (message: Message, lang: Lang): SlackMessage => ({
  text: escaped(cut(filled(said(message.summary, lang)), limit.messageText / 2, lang)),
  blocks: blocksOf(message.parts, lang, 'message'),
});

/** @param room how many blocks there may be; those left out are counted in a last line, buttons stay */
export function blocksOf(
  parts: readonly Part[],
  lang: Lang,
  surface: Surface,
  room: number = roomOf[surface],
): KnownBlock[] {
  const budget: Budget = { text: limit.messageTotal, tables: surface === 'message' ? 1 : 0 };
  const blocks = parts.flatMap((part) => blocksOfPart(part, lang, budget));
  if (blocks.length <= room) return blocks;
  const kept = room - 1 - blocks.filter(({ type }) => type === 'actions').length;
  let others = 0;
  const fitting = blocks.filter((block) => {
    if (block.type === 'actions') return true;
    others += 1;
    return others <= kept;
  });
  const left = blocks.length - fitting.length;
  const remark = lang === 'zh' ? `（以下略，另有 ${left} 段）` : `(${left} more paragraphs are left out)`;
  return [...fitting.slice(0, room - 1), context(remark)];
}

const roomOf = { message: limit.messageBlocks, view: limit.viewBlocks } as const;

/** What is still to be had of a message's whole length: used up from the top, so that what matters least is cut. */
interface Budget {
  text: number;
  tables: number;
}

function blocksOfPart(part: Part, lang: Lang, budget: Budget): KnownBlock[] {
  const fitted = (text: string, most: number): string => {
    const fit = cut(filled(text), Math.min(most, Math.max(budget.text, 80)), lang);
    budget.text -= lengthOf(fit);
    return fit;
  };
  switch (part.kind) {
    case 'heading':
      return [{ type: 'header', text: plain(fitted(said(part.words, lang), limit.header)) }];
    case 'text':
      return [{ type: 'section', text: plain(fitted(said(part.words, lang), limit.section)), expand: true }];
    case 'note':
      return [context(fitted(said(part.words, lang), limit.contextText))];
    case 'divider':
      return [{ type: 'divider' }];
    case 'list':
      return part.items.length === 0
        ? []
        : [
            listBlock(
              part.items.map((item) => said(item, lang)),
              lang,
              fitted,
            ),
          ];
    case 'facts':
      return part.facts.length === 0
        ? []
        : [
            factsBlock(
              part.facts.map(({ name, value }) => [said(name, lang), said(value, lang)]),
              lang,
              fitted,
            ),
          ];
    case 'table':
      return tableBlocks(part.head, part.rows, lang, budget, fitted);
    case 'choices':
      return actionBlocks(part.choices, lang);
    case 'link':
      return [rich([{ type: 'link', url: part.url, text: fitted(said(part.words, lang), limit.section) }])];
    default:
      return never(part);
  }
}

type Fitted = (text: string, most: number) => string;

/** Longest line of a list, and how many lines: a thread is read, not studied. Thirty-odd departments have room. */
const longestItem = 500;
const mostItems = 60;

function listBlock(items: readonly string[], lang: Lang, fitted: Fitted): RichTextBlock {
  const shown = items.slice(0, mostItems).map((item) => fitted(item, longestItem));
  const left = items.length - shown.length;
  const all = left === 0 ? shown : [...shown, leftOut(left, items.length, lang)];
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: all.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
      },
    ],
  };
}

function factsBlock(facts: readonly (readonly string[])[], lang: Lang, fitted: Fitted): RichTextBlock {
  const shown = facts.slice(0, mostItems);
  const lines = shown.flatMap(([name = '', value = ''], i): RichTextElement[] => [
    { type: 'text', text: fitted(name, limit.optionText), style: { bold: true } },
    {
      type: 'text',
      text: `${lang === 'zh' ? '：' : ': '}${fitted(value, longestItem)}${i < shown.length - 1 ? '\n' : ''}`,
    },
  ]);
  const left = facts.length - shown.length;
  return rich(left === 0 ? lines : [...lines, { type: 'text', text: `\n${leftOut(left, facts.length, lang)}` }]);
}

/** One table a message is what Slack takes; a further one, and any in a form, is set in lines. */
function tableBlocks(
  head: readonly Words[],
  rows: readonly (readonly Words[])[],
  lang: Lang,
  budget: Budget,
  fitted: Fitted,
): KnownBlock[] {
  const texts = [head, ...rows].map((row) => row.slice(0, limit.tableColumns).map((cell) => said(cell, lang)));
  const [names = [], ...lines] = texts;
  if (budget.tables === 0) {
    if (lines.length === 0) return [];
    const paired = lines.map((line) => line.map((cell, i) => (names[i] ? `${names[i]} ${cell}` : cell)).join(' · '));
    return [listBlock(paired, lang, fitted)];
  }
  budget.tables -= 1;
  // Rows are taken whole as long as they fit: a table that breaks off inside a row misleads.
  let room = Math.min(limit.tableText, Math.max(budget.text, 1000)) - 200;
  const shown: string[][] = [];
  for (const row of texts) {
    const cells = row.map((cell) => cut(filled(cell), 300, lang));
    const length = cells.reduce((sum, cell) => sum + lengthOf(cell), 0);
    if (length > room || shown.length >= limit.tableRows) break;
    room -= length;
    budget.text -= length;
    shown.push(cells);
  }
  const table: TableBlock = {
    type: 'table',
    rows: shown.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
    column_settings: names.map(() => ({ is_wrapped: true })),
  };
  const left = texts.length - shown.length;
  return left === 0 ? [table] : [table, context(leftOut(left, lines.length, lang))];
}

/** Buttons of one part, 25 a row of them. An id may occur once in a block; a further one of its kind is numbered. */
function actionBlocks(choices: readonly Choice[], lang: Lang): ActionsBlock[] {
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < choices.length; from += limit.actions) {
    const elements = choices.slice(from, from + limit.actions).map((choice, i) => button(choice, i, lang));
    blocks.push({ type: 'actions', elements });
  }
  return blocks;
}

function button(choice: Choice, place: number, lang: Lang): Button {
  const { id, about, label, spoken, weight, confirm } = choice;
  return {
    type: 'button',
    action_id: place === 0 ? id : `${id}#${place + 1}`,
    text: plain(clip(filled(said(label, lang)), limit.button)),
    // Slack gives back no value where it is empty.
    ...(about === '' ? {} : { value: about }),
    ...(spoken === undefined ? {} : { accessibility_label: clip(said(spoken, lang), limit.spoken) }),
    ...(weight === undefined ? {} : { style: weight }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(clip(said(confirm.title, lang), limit.confirmTitle)),
            text: plain(clip(said(confirm.text, lang), limit.confirmText)),
            confirm: plain(clip(said(confirm.yes, lang), limit.confirmButton)),
            deny: plain(clip(said(confirm.no, lang), limit.confirmButton)),
            ...(weight === 'danger' ? { style: 'danger' as const } : {}),
          },
        }),
  };
}

/** The choice that a button stands for, out of its action id. */
export const choiceOf = (actionId: string): string => actionId.split('#')[0] ?? actionId;

/** Shown letter by letter: no `:smile:`, no markup. */
export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

const context = (text: string): KnownBlock => ({ type: 'context', elements: [plain(text)] });

const rich = (elements: RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

const leftOut = (left: number, all: number, lang: Lang): string =>
  lang === 'zh' ? `（以下略 ${left} 项，共 ${all} 项）` : `(${left} of ${all} are left out)`;
