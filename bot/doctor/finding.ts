/** What an examination finds: one line of what there is, and one of what to do about it. */
import type { Words } from '../../core/words.ts';

/** In the order in which somebody who begins puts things right. */
export const parts = [
  'machine',
  'settings',
  'database',
  'key',
  'ledger',
  'chat',
  'office',
  'outbox',
  'worker',
] as const;
export type Part = (typeof parts)[number];

export const partWords: Readonly<Record<Part, Words>> = {
  machine: { zh: '本机', en: 'this machine' },
  settings: { zh: '设置', en: 'settings' },
  database: { zh: '数据库', en: 'database' },
  key: { zh: '封签密钥', en: 'sealing key' },
  ledger: { zh: '台账', en: 'ledger' },
  chat: { zh: '聊天群', en: 'chat' },
  office: { zh: '联席办', en: 'office' },
  outbox: { zh: '待发消息', en: 'messages to deliver' },
  worker: { zh: '网站', en: 'site' },
};

/** `unseen`: it could not be looked at. */
export type Grade = 'fine' | 'warn' | 'wrong' | 'unseen';

export const gradeWords: Readonly<Record<Grade, Words>> = {
  fine: { zh: '正常', en: 'fine' },
  warn: { zh: '注意', en: 'mind' },
  wrong: { zh: '有误', en: 'wrong' },
  unseen: { zh: '未查', en: 'not seen' },
};

export interface Finding {
  readonly part: Part;
  readonly grade: Grade;
  readonly what: Words;
  /** Null where there is nothing to do. */
  readonly todo: Words | null;
}

export const fine = (part: Part, zh: string, en: string): Finding => ({
  part,
  grade: 'fine',
  what: { zh, en },
  todo: null,
});

export const found = (part: Part, grade: Exclude<Grade, 'fine'>, what: Words, todo: Words): Finding => ({
  part,
  grade,
  what,
  todo,
});

/** One finding as people read it. */
export const findingWords = ({ part, grade, what, todo }: Finding): Words => ({
  zh: `${gradeWords[grade].zh} ${partWords[part].zh}：${what.zh}${todo === null ? '' : `\n  办法：${todo.zh}`}`,
  en: `${gradeWords[grade].en}: ${partWords[part].en}: ${what.en}${todo === null ? '' : `\n  Remedy: ${todo.en}`}`,
});

/** The first few of many, by name. */
export const firstNames = (all: readonly { readonly name: string }[]): string =>
  `${all
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、')}${all.length > 5 ? ' …' : ''}`;
