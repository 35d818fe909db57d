/**
 * What was typed after `/mingchou`, in Chinese or English, with or without a blank: “绑定ABCD-…”, “invite l1”. An English word ends
 * where its letters end; a Chinese one ends where it ends.
 */
export const subcommands = {
  link: ['绑定', 'link'],
  unlink: ['解除绑定', '解绑', 'unlink'],
  invite: ['邀请', 'invite'],
  enrol: ['登记', 'enrol', 'enroll', 'add'],
  dismiss: ['注销', 'dismiss'],
  channel: ['频道', '群组', 'channel'],
  whoami: ['我是谁', 'whoami'],
  web: ['登录', '登入', '网页', 'web', 'login'],
  todo: ['待办', 'todo'],
  help: ['帮助', 'help', '?', '？'],
} as const satisfies Record<string, readonly string[]>;

export type Subcommand = keyof typeof subcommands;

export interface Typed {
  readonly subcommand: Subcommand;
  /** What stands behind it. */
  readonly rest: string;
}

/** Longest first, so that 解除绑定 is not read as something shorter. */
const words = Object.entries(subcommands)
  .flatMap(([name, list]) => list.map((word) => ({ name: name as Subcommand, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** Null where the text begins with none of ours; nothing at all is a call for help. */
export function readSubcommand(text: string): Typed | null {
  const trimmed = text.trim().replace(/^[/@]?mingchou\b\s*/i, '');
  if (trimmed === '') return { subcommand: 'help', rest: '' };
  for (const { name, word } of words) {
    const start = trimmed.slice(0, word.length);
    if (start.toLowerCase() !== word) continue;
    const rest = trimmed.slice(word.length);
    if (/^[a-z]/.test(word) && /^[\p{L}\p{N}_-]/u.test(rest)) continue;
    return { subcommand: name, rest: rest.replace(/^[\s:：,，、]+/, '').trim() };
  }
  return null;
}
