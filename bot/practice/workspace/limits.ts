/** Holds what the bot sends to Slack's limits, and answers as Slack does where it breaks them. */
import { listOf, type Obj, objOf, strOf } from './json.ts';
import { type Reply, refused } from './method.ts';

/** @returns what breaks Slack's limits in these blocks, as JSON pointers with a word of what is wrong */
export interface Broken {
  readonly pointer: string;
  readonly message: string;
}

const textMax = 40_000;
const messageBlocksMax = 50;
const viewBlocksMax = 100;
const titleMax = 24;
const metadataMax = 3000;

const lengthOf = (text: string): number => [...text].length;

export type BlockCheck = (blocks: readonly unknown[], where: 'message' | 'view') => readonly Broken[];

export function checkMessage(check: BlockCheck, args: Obj): Reply | null {
  const blocks = args.blocks === undefined ? [] : args.blocks;
  if (!Array.isArray(blocks)) return invalid('invalid_blocks_format', []);
  const text = strOf(args.text);
  if (lengthOf(text) > textMax) return refused('msg_too_long');
  if (text.trim() === '' && blocks.length === 0) return refused('no_text');
  if (blocks.length > messageBlocksMax) {
    return invalid('invalid_blocks', [
      { pointer: '/blocks', message: `no more than ${messageBlocksMax} items allowed` },
    ]);
  }
  const broken = check(blocks, 'message');
  return broken.length === 0 ? null : invalid('invalid_blocks', broken);
}

export function checkView(check: BlockCheck, view: Obj, kind: 'modal' | 'home'): Reply | null {
  const broken: Broken[] = [];
  const blocks = listOf(view.blocks);
  if (view.type !== kind) broken.push({ pointer: '/view/type', message: `must be ${kind}` });
  if (!Array.isArray(view.blocks)) broken.push({ pointer: '/view/blocks', message: 'missing required field' });
  if (blocks.length > viewBlocksMax) {
    broken.push({ pointer: '/view/blocks', message: `no more than ${viewBlocksMax} items allowed` });
  }
  if (lengthOf(strOf(view.private_metadata)) > metadataMax) {
    broken.push({ pointer: '/view/private_metadata', message: `must be less than ${metadataMax + 1} characters` });
  }
  if (kind === 'modal') {
    for (const part of ['title', 'submit', 'close'] as const) {
      const text = strOf(objOf(view[part]).text);
      if (part === 'title' && text === '') broken.push({ pointer: '/view/title', message: 'missing required field' });
      if (lengthOf(text) > titleMax) {
        broken.push({ pointer: `/view/${part}/text`, message: `must be less than ${titleMax + 1} characters` });
      }
    }
    if (blocks.some((block) => objOf(block).type === 'input') && view.submit === undefined) {
      broken.push({ pointer: '/view/submit', message: 'missing required field: submit' });
    }
  }
  const inBlocks = check(blocks, 'view').map(({ pointer, message }) => ({ pointer: `/view${pointer}`, message }));
  const all = [...broken, ...inBlocks];
  return all.length === 0 ? null : invalid('invalid_arguments', all);
}

const invalid = (error: string, broken: readonly Broken[]): Reply => {
  const messages = broken.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
  return refused(error, {
    errors: broken.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`),
    response_metadata: { messages },
  });
};
