/** Who has an account, which roles, and when he last used it, a line each. */
import type { Words } from '../../core/words.ts';
import type { Account } from '../verbs/people/accounts.ts';
import { roleWords } from './rights.ts';

export function accountsSummary(all: readonly Account[]): Words {
  const without = all.filter(({ person }) => person === null).length;
  const unused = all.filter(({ person, lastUse }) => person !== null && lastUse === null).length;
  return {
    zh: `共 ${all.length} 人，有账号 ${all.length - without} 人，执法检查人员无账号 ${without} 人，从未办理过事项 ${unused} 人。`,
    en: `${all.length} people, ${all.length - without} with an account, ${without} inspectors without, ${unused} who never acted.`,
  };
}

export function accountLine(account: Account, nameOf: (department: string) => string): Words {
  const { person, name, department, inspector, roles, chat, lastUse } = account;
  const of = department === '' ? '' : `（${nameOf(department)}）`;
  const number = inspector === '' ? '' : ` ${inspector}`;
  if (person === null) return { zh: `${name}${number}${of}：无账号`, en: `${name}${number}${of}: no account` };
  const held = roles.map((role) => roleWords[role]);
  return {
    zh: `${name}${number}${of}：账号 ${person}，角色${held.map(({ zh }) => zh).join('、')}，聊天${chat ? '已' : '未'}绑定，${lastUse === null ? '从未办理过事项' : `最近一次办理 ${lastUse}`}`,
    en: `${name}${number}${of}: account ${person}, ${held.map(({ en }) => en).join(', ')}, chat ${chat ? '' : 'not '}linked, ${lastUse === null ? 'never acted' : `last act ${lastUse}`}`,
  };
}
