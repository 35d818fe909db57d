/**
 * Holds what we send to Slack's limits before Slack does: used by the tests over every builder, and by the practice workspace, which
 * refuses what Slack would refuse.
 */
import { limit } from './limit.ts';
import { checkBlock } from './limits/block.ts';
import { atMost, type Broken, type Check, fail, listOf, longest, objectOf, plainText, textOf } from './limits/check.ts';
import { lengthOf } from './text.ts';

export type { Broken } from './limits/check.ts';

/** What breaks a limit, none where all is well. Pointers begin at the list of blocks. */
export function checkBlocks(blocks: readonly unknown[], where: 'message' | 'view'): readonly Broken[] {
  const check: Check = { broken: [], where, cells: 0, tables: 0 };
  atMost(check, '', blocks.length, where === 'message' ? limit.messageBlocks : limit.viewBlocks);
  const ids = new Set<string>();
  blocks.forEach((block, i) => {
    const id = textOf(objectOf(block).block_id);
    longest(check, `/${i}/block_id`, id, limit.id);
    if (id !== '' && ids.has(id)) fail(check, `/${i}/block_id`, 'duplicate', `block_id ${id} occurs twice`);
    ids.add(id);
    checkBlock(check, `/${i}`, objectOf(block));
  });
  if (check.cells > limit.tableText) fail(check, '', 'too_long', `tables hold more than ${limit.tableText} characters`);
  if (where === 'message' && wholeLength(blocks) > limit.messageWhole)
    fail(check, '', 'too_long', `texts together have ${wholeLength(blocks)} characters`);
  return check.broken;
}

/** A window or Home tab with all that is around its blocks. */
export function checkView(view: object): readonly Broken[] {
  const { title, submit, close, private_metadata, callback_id, blocks, type } = objectOf(view);
  const check: Check = { broken: [], where: 'view', cells: 0, tables: 0 };
  longest(check, '/private_metadata', private_metadata, limit.metadata);
  longest(check, '/callback_id', callback_id, limit.id);
  if (type === 'modal') {
    plainText(check, '/title', title, limit.viewTitle);
    if (submit !== undefined) plainText(check, '/submit', submit, limit.viewTitle);
    if (close !== undefined) plainText(check, '/close', close, limit.viewTitle);
    if (submit === undefined && listOf(blocks).some((block) => objectOf(block).type === 'input'))
      fail(check, '/submit', 'missing', 'missing required field: submit');
  }
  const inside = checkBlocks(listOf(blocks), 'view');
  return [...check.broken, ...inside.map((each) => ({ ...each, pointer: `/blocks${each.pointer}` }))];
}

/** A message with the sentence beside its blocks. */
export function checkMessage({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly unknown[];
}): readonly Broken[] {
  const check: Check = { broken: [], where: 'message', cells: 0, tables: 0 };
  if (text.trim() === '') fail(check, '/text', 'missing', 'a full sentence for notifications and screen readers');
  longest(check, '/text', text, limit.messageText);
  return [
    ...check.broken,
    ...checkBlocks(blocks, 'message').map((each) => ({ ...each, pointer: `/blocks${each.pointer}` })),
  ];
}

/** All that is read at once: what a button asks before it takes effect apart, and ids and values. */
function wholeLength(value: unknown): number {
  if (typeof value === 'string') return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + wholeLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { text, confirm: _, ...rest } = objectOf(value);
  return (typeof text === 'string' ? lengthOf(text) : wholeLength(text)) + wholeLength(Object.values(rest));
}
