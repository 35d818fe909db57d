/** 账号: the office reads everybody, a department its own people. */
import { firstOf, withLines } from '../../message/message.ts';
import { accountLine, accountsSummary } from '../../say/accounts.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { accounts } from '../../verbs/people/accounts.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const shown = 50;

export async function showAccounts({ deps, actor }: Asked): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const all = await accounts(deps, side.value.department);
  const nameOf = await departmentNames(deps.db);
  // Whoever has none comes first: that is what is to be put right.
  const ordered = [...all.filter(({ person }) => person === null), ...all.filter(({ person }) => person !== null)];
  const lines = ordered.map((each) => accountLine(each, nameOf));
  return show(withLines(accountsSummary(all), firstOf(lines, shown, '人')));
}
