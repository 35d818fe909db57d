/** Limits of blocks, by type. A type that is not here is an error: builders make nothing that nobody has looked at. */
import { limit } from '../limit.ts';
import { lengthOf } from '../text.ts';
import {
  anyText,
  atMost,
  type Check,
  type Checking,
  fail,
  type Json,
  listOf,
  longest,
  need,
  objectOf,
  plainText,
  several,
  textOf,
} from './check.ts';
import { checkElement } from './element.ts';

const blocks: Readonly<Record<string, Checking>> = {
  section: (check, at, { text, fields }) => {
    if (text === undefined && fields === undefined) fail(check, at, 'missing', 'text or fields');
    if (text !== undefined) anyText(check, `${at}/text`, text, limit.section);
    if (fields !== undefined)
      several(check, `${at}/fields`, fields, limit.fields, (_, p, field) => anyText(check, p, field, limit.field));
  },
  header: (check, at, { text }) => plainText(check, `${at}/text`, text, limit.header),
  context: (check, at, { elements }) =>
    several(check, `${at}/elements`, elements, limit.contextElements, (_, p, element) =>
      anyText(check, p, element, limit.contextText),
    ),
  divider: () => {},
  actions: (check, at, { elements }) => {
    several(check, `${at}/elements`, elements, limit.actions, checkElement);
    const ids = listOf(elements).map((element) => objectOf(element).action_id);
    if (new Set(ids).size < ids.length)
      fail(check, `${at}/elements`, 'duplicate', 'an action_id occurs twice in the block');
  },
  input: (check, at, { label, hint, element }) => {
    if (check.where === 'message') fail(check, at, 'not_here', 'inputs are for windows');
    plainText(check, `${at}/label`, label, limit.label);
    if (hint !== undefined) plainText(check, `${at}/hint`, hint, limit.hint);
    checkElement(check, `${at}/element`, objectOf(element));
  },
  rich_text: (check, at, { elements }) => several(check, `${at}/elements`, elements, limit.viewBlocks, checkRich),
  table: checkTable,
};

export const checkBlock: Checking = (check, at, block) => {
  const known = blocks[textOf(block.type)];
  if (known === undefined) fail(check, `${at}/type`, 'unknown', `unsupported type ${textOf(block.type)}`);
  else known(check, at, block);
};

const containers: ReadonlySet<unknown> = new Set([
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
]);

function checkRich(check: Check, at: string, part: Json): void {
  if (containers.has(part.type)) {
    // Slack names no most; a reader does.
    several(check, `${at}/elements`, part.elements, 500, checkRich);
    return;
  }
  if (part.type === 'link') {
    need(check, `${at}/url`, part.url);
    longest(check, `${at}/url`, part.url, limit.url);
  } else if (part.type === 'text') need(check, `${at}/text`, part.text);
  else fail(check, `${at}/type`, 'unknown', `unsupported type ${textOf(part.type)}`);
  longest(check, `${at}/text`, part.text, limit.section);
}

function checkTable(check: Check, at: string, { rows, column_settings }: Json): void {
  if (check.where === 'view') fail(check, at, 'not_here', 'tables are for messages');
  check.tables += 1;
  if (check.tables > 1) fail(check, at, 'too_many', 'one table a message');
  atMost(check, `${at}/column_settings`, listOf(column_settings).length, limit.tableColumns);
  const all = listOf(rows);
  if (all.length === 0) fail(check, `${at}/rows`, 'too_few', 'no fewer than 1 items');
  atMost(check, `${at}/rows`, all.length, limit.tableRows);
  all.forEach((row, i) => {
    several(check, `${at}/rows/${i}`, row, limit.tableColumns, (_, p, { text }) => {
      need(check, `${p}/text`, text);
      check.cells += lengthOf(textOf(text));
    });
  });
}
