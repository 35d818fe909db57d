/** What an office has to have before it can work: people, a policy, a calendar, lists. */
import { yearOf } from '../../core/calendar.ts';
import type { Words } from '../../core/words.ts';
import { linkedPeople } from '../../db/chat.ts';
import type { Db } from '../../db/database.ts';
import { lastImport } from '../../db/imports.ts';
import { dayOf } from '../today.ts';
import { roll } from '../verbs/people/roll.ts';
import { calendarInForce } from '../verbs/registry/calendar-in-force.ts';
import { policyInForce } from '../verbs/registry/policy-in-force.ts';
import { departmentsAsked } from './departments-asked.ts';
import { type Finding, fine, firstNames, found } from './finding.ts';

/** @param now server time, ISO @param hasChat whether people are to have an account in a chat */
export async function officeFindings(db: Db, now: string, hasChat: boolean): Promise<readonly Finding[]> {
  return [
    ...(await peopleFindings(db, hasChat)),
    await policyFinding(db, now),
    ...(await listFindings(db)),
    ...(await calendarFindings(db, now)),
  ];
}

async function peopleFindings(db: Db, hasChat: boolean): Promise<readonly Finding[]> {
  const people = (await roll({ db })).filter(({ ended }) => !ended);
  if (!people.some(({ roles }) => roles.includes('office')))
    return [
      found(
        'office',
        'wrong',
        { zh: '人员名册里没有联席办工作人员。', en: 'Nobody of the office is on the roll.' },
        {
          zh: 'npx mingchou people add o1 姓名 --role office -d 联席办代码，再 npx mingchou --as o1 people invite o1 取邀请码。',
          en: 'npx mingchou people add o1 NAME --role office -d CODE, then npx mingchou --as o1 people invite o1 for a code.',
        },
      ),
    ];
  const findings: Finding[] = [];
  const answering = new Set(
    people.filter(({ roles }) => roles.includes('liaison')).map(({ department }) => department),
  );
  const without = (await departmentsAsked(db)).filter(({ code }) => !answering.has(code));
  if (without.length > 0)
    findings.push(
      found(
        'office',
        'warn',
        {
          zh: `${without.length} 个单位没有联络员：${firstNames(without)}。`,
          en: `${without.length} departments have no liaison: ${firstNames(without)}.`,
        },
        {
          zh: '在聊天群里用 /mingchou 登记，或 npx mingchou people add 编号 姓名 --role liaison -d 单位代码。',
          en: 'Enrol them by /mingchou 登记 in the chat, or npx mingchou people add NO NAME --role liaison -d CODE.',
        },
      ),
    );
  const linked = await linkedPeople(db);
  const unlinked = people.filter(({ person, roles }) => !linked.has(person) && !roles.includes('witness'));
  if (hasChat && unlinked.length > 0)
    findings.push(
      found(
        'office',
        'warn',
        {
          zh: `${unlinked.length} 人没有绑定聊天账号：${firstNames(unlinked)}。`,
          en: `${unlinked.length} people have no chat account: ${firstNames(unlinked)}.`,
        },
        {
          zh: '用 npx mingchou --as 编号 people invite 编号 取邀请码（十分钟内有效），本人在 Slack 输入 /mingchou 绑定 邀请码。',
          en: 'npx mingchou --as NO people invite NO gives a code for ten minutes; the person types /mingchou 绑定 CODE in Slack.',
        },
      ),
    );
  return [fine('office', `名册上 ${people.length} 人。`, `${people.length} people are on the roll.`), ...findings];
}

async function policyFinding(db: Db, now: string): Promise<Finding> {
  const policy = await policyInForce(db, dayOf(now));
  return policy === null
    ? found(
        'office',
        'warn',
        { zh: '还没有启用本地的制度文件。', en: 'No policy is in force.' },
        {
          zh: 'npx mingchou policy list 看有哪些，npx mingchou policy adopt 名称 启用。',
          en: 'npx mingchou policy list shows them, npx mingchou policy adopt NAME puts one in force.',
        },
      )
    : fine('office', `执行《${policy.head.title.value}》。`, `In force: ${policy.head.title.value}.`);
}

async function listFindings(db: Db): Promise<readonly Finding[]> {
  const held = {
    department: (await departmentsAsked(db)).length > 0,
    subject: (await lastImport(db, 'subject')) !== null,
    item: (await lastImport(db, 'item')) !== null,
    inspector: (await lastImport(db, 'inspector')) !== null,
  };
  const missing = (Object.keys(names) as readonly (keyof typeof names)[]).filter((list) => !held[list]);
  if (missing.length === 0)
    return [
      fine(
        'office',
        '成员单位、检查对象、事项、检查人员名录都已导入。',
        'Departments, subjects, items and inspectors are imported.',
      ),
    ];
  return [
    found(
      'office',
      'warn',
      {
        zh: `还没有导入：${missing.map((list) => names[list].zh).join('、')}。`,
        en: `Not imported yet: ${missing.map((list) => names[list].en).join(', ')}.`,
      },
      {
        zh: 'npx mingchou template 取空表，填好后 npx mingchou import 文件。',
        en: 'npx mingchou template gives empty sheets; fill them in and npx mingchou import FILES.',
      },
    ),
  ];
}

const names = {
  department: { zh: '成员单位', en: 'departments' },
  subject: { zh: '检查对象名录库', en: 'subjects' },
  item: { zh: '抽查事项清单', en: 'items' },
  inspector: { zh: '执法检查人员名录库', en: 'inspectors' },
} as const satisfies Readonly<Record<string, Words>>;

/** The State Council gives next year's notice out in autumn, as a rule in November. */
async function calendarFindings(db: Db, now: string): Promise<readonly Finding[]> {
  const year = yearOf(dayOf(now));
  const { notices } = await calendarInForce(db);
  const missing = [year, year + 1].filter((each) => !notices.some((notice) => notice.year === each));
  if (missing.length === 0)
    return [
      fine('office', `${year}、${year + 1} 年放假安排都有。`, `Holiday notices of ${year} and ${year + 1} are there.`),
    ];
  if (!missing.includes(year) && dayOf(now) < `${year}-11-01`)
    return [
      fine(
        'office',
        `${year} 年放假安排已有；${year + 1} 年的还未到发布时候。`,
        `The holiday notice of ${year} is there; that of ${year + 1} is not due yet.`,
      ),
    ];
  return [
    found(
      'office',
      missing.includes(year) ? 'wrong' : 'warn',
      {
        zh: `没有 ${missing.join('、')} 年的放假安排，日期都标“暂定”。`,
        en: `The holiday notice of ${missing.join(' and ')} is missing; dates are shown as provisional.`,
      },
      {
        zh: '国务院办公厅发布通知后，由联席办用 npx mingchou holidays load 录入。',
        en: 'When the State Council has given it out, the office enters it by npx mingchou holidays load.',
      },
    ),
  ];
}
