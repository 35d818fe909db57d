/**
 * A neutral Message as Block Kit, in one language. Pure. Whatever was typed by a person goes into plain_text or rich_text, so that
 * `*`, `<!channel>` or `:smile:` is shown as typed; whatever is too long is cut and says so; buttons are never cut away.
 */
import type { ActionsBlock, Button, KnownBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import type { Choice, Message, Part } from '../message/message.ts';
import { limit } from './limit.ts';
import { type Room, roomFor } from './room.ts';
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

/** @param most how many blocks there may be; what is left out is counted in a last line, and buttons stay */
export function blocksOf(
  parts: readonly Part[],
  lang: Lang,
  surface: Surface,
  most: number = mostOf[surface],
): KnownBlock[] {
  const room = roomFor(lang, surface === 'message' ? 1 : 0);
  let leftOut = 0;
  const blocks = parts.flatMap((part) => {
    if (part.kind === 'choices' || !room.isSpent()) return blocksOfPart(part, lang, room);
    leftOut += 1;
    return [];
  });
  if (leftOut === 0 && blocks.length <= most) return blocks;
  const buttons = blocks.filter(({ type }) => type === 'actions').length;
  let others = 0;
  const fitting = blocks.filter(({ type }) => {
    if (type === 'actions') return true;
    others += 1;
    return others < most - buttons;
  });
  const left = leftOut + blocks.length - fitting.length;
  const remark = lang === 'zh' ? `（以下略，另有 ${left} 段）` : `(${left} more paragraphs are left out)`;
  return [...fitting.slice(0, most - 1), context(remark)];
}

const mostOf = { message: limit.messageBlocks, view: limit.viewBlocks } as const;

function blocksOfPart(part: Part, lang: Lang, room: Room): KnownBlock[] {
  switch (part.kind) {
    case 'heading':
      return [{ type: 'header', text: plain(room.fit(said(part.words, lang), limit.header)) }];
    case 'text':
      return [{ type: 'section', text: plain(room.fit(said(part.words, lang), limit.section)), expand: true }];
    case 'note':
      return [context(room.fit(said(part.words, lang), limit.contextText))];
    case 'divider':
      return [{ type: 'divider' }];
    case 'list':
      return listBlocks(
        part.items.map((item) => said(item, lang)),
        lang,
        room,
      );
    case 'facts':
      return factsBlocks(part.facts, lang, room);
    case 'table':
      return tableBlocks(part.head, part.rows, lang, room);
    case 'choices':
      return actionBlocks(part.choices, lang);
    case 'link':
      return [rich([{ type: 'link', url: part.url, text: room.fit(said(part.words, lang), limit.section) }])];
    default:
      return never(part);
  }
}

/** Longest line of a list, and how many lines: a thread is read, not studied. Thirty-odd departments have room. */
const longestItem = 500;
const mostItems = 60;

function listBlocks(items: readonly string[], lang: Lang, room: Room): RichTextBlock[] {
  if (items.length === 0) return [];
  const shown = room.some(items, mostItems, (item) => room.fit(item, longestItem));
  const all = shown.length === items.length ? shown : [...shown, leftOutOf(items.length, shown.length, lang)];
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: all.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
        },
      ],
    },
  ];
}

function factsBlocks(facts: Extract<Part, { kind: 'facts' }>['facts'], lang: Lang, room: Room): RichTextBlock[] {
  if (facts.length === 0) return [];
  const colon = lang === 'zh' ? '：' : ': ';
  const shown = room.some(facts, mostItems, ({ name, value }): RichTextElement[] => [
    { type: 'text', text: room.fit(said(name, lang), limit.optionText), style: { bold: true } },
    { type: 'text', text: `${colon}${room.fit(said(value, lang), longestItem)}` },
  ]);
  const all: RichTextElement[][] =
    shown.length === facts.length
      ? [...shown]
      : [...shown, [{ type: 'text', text: leftOutOf(facts.length, shown.length, lang) }]];
  return [rich(all.flatMap((line, i) => (i === 0 ? line : [{ type: 'text', text: '\n' }, ...line])))];
}

/** One table a message is what Slack takes; a further one, and any in a window, is set in lines. */
function tableBlocks(
  head: readonly Words[],
  rows: readonly (readonly Words[])[],
  lang: Lang,
  room: Room,
): KnownBlock[] {
  const texts = [head, ...rows].map((row) => row.slice(0, limit.tableColumns).map((cell) => said(cell, lang)));
  const [names = [], ...lines] = texts;
  if (names.length === 0) return [];
  if (!room.takeTable()) {
    const paired = lines.map((line) => line.map((cell, i) => (names[i] ? `${names[i]} ${cell}` : cell)).join(' · '));
    return listBlocks(paired, lang, room);
  }
  // Rows are taken whole as long as they fit: a table that breaks off inside a row misleads.
  const shown: string[][] = [];
  for (const row of texts) {
    const cells = row.map((cell) => cut(filled(cell), longestCell, lang));
    const length = cells.reduce((sum, cell) => sum + lengthOf(cell), 0);
    if (shown.length === limit.tableRows || !room.take(length)) break;
    shown.push(cells);
  }
  if (shown.length < 2 && lines.length > 0) return [context(leftOutOf(lines.length, 0, lang))];
  const table: TableBlock = {
    type: 'table',
    rows: shown.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
    column_settings: names.map(() => ({ is_wrapped: true })),
  };
  return shown.length === texts.length ? [table] : [table, context(leftOutOf(lines.length, shown.length - 1, lang))];
}

const longestCell = 300;

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
    text: labelled(label, lang, limit.button),
    // Slack gives back no value where it is empty.
    ...(about === '' ? {} : { value: about }),
    ...(spoken === undefined ? {} : { accessibility_label: clip(filled(said(spoken, lang)), limit.spoken) }),
    ...(weight === undefined ? {} : { style: weight }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: labelled(confirm.title, lang, limit.confirmTitle),
            text: labelled(confirm.text, lang, limit.confirmText),
            confirm: labelled(confirm.yes, lang, limit.confirmButton),
            deny: labelled(confirm.no, lang, limit.confirmButton),
            ...(weight === 'danger' ? { style: 'danger' as const } : {}),
          },
        }),
  };
}

/** The choice that a button stands for, out of its action id. */
export const choiceOf = (actionId: string): string => actionId.split('#')[0] ?? actionId;

/** Short words of buttons, titles and fields: one line, cut with an ellipsis, never empty. */
export const labelled = (words: Words, lang: Lang, most: number) => plain(clip(filled(said(words, lang)), most));

/** Shown letter by letter: no `:smile:`, no markup. */
export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

const context = (text: string): KnownBlock => ({ type: 'context', elements: [plain(text)] });

const rich = (elements: RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

const leftOutOf = (all: number, shown: number, lang: Lang): string =>
  lang === 'zh' ? `（以下略 ${all - shown} 项，共 ${all} 项）` : `(${all - shown} of ${all} are left out)`;
