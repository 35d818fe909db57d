/** What is typed after `/followup`; the command alone opens the form. */
import { followUpOf } from '../../../core/follow-up/figure.ts';
import { stateWords } from '../../../core/follow-up/words.ts';
import type { Role } from '../../actor.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { casesOf } from '../../verbs/follow-up/cases.ts';
import { ownCases } from '../../verbs/follow-up/named.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { show } from '../answer.ts';
import type { Answer, Asked, Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';

const usage: Usage = {
  command: '/followup',
  title: { zh: '后续处置：可以输入的命令', en: 'Follow-up: what you can type' },
  lines: [
    { zh: '/followup：处置本单位抽查发现的问题', en: '/followup: deal with your department’s findings' },
    {
      zh: '/followup 列表：本单位各个问题办到哪一步（联席办看各单位的数）',
      en: '/followup list: where each finding stands',
    },
    { zh: '/followup 回访 1-0003：登记抽查回访', en: '/followup revisit 1-0003: record a revisit' },
  ],
  note: {
    zh: '从宽清单、列异和涉嫌犯罪移送由单位负责人决定；群组中只写检查编号，不写检查对象名称。',
    en: 'Leniency, listing and referrals are decided by the head. Write numbers of visits, never names of enterprises.',
  },
};

const linesMost = 40;

const form: Route = { kind: 'form', form: 'follow-up', about: '' };
const list: Route = {
  kind: 'act',
  act: async ({ deps, actor }) => {
    if (actor.roles.some((role) => readsAll.includes(role))) return ofAll(deps);
    const cases = await ownCases(deps, actor);
    const open = cases.filter(({ state }) => state !== 'closed').length;
    return show(
      withLines(
        {
          zh: `本单位抽查发现问题 ${cases.length} 个，未办结 ${open} 个。`,
          en: `${cases.length} findings of your department, ${open} not closed.`,
        },
        firstOf(
          cases.map(({ no, item, state }) => ({
            zh: `${no} ${item.name}：${stateWords[state].zh}`,
            en: `${no} ${item.name}: ${stateWords[state].en}`,
          })),
          linesMost,
          '个问题',
        ),
      ),
    );
  },
};

/** Whoever coordinates or watches reads all departments, in counts. */
const readsAll: readonly Role[] = ['office', 'supervisor'];

async function ofAll(deps: Asked['deps']): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  const figures = followUpOf(await casesOf(deps));
  const [all, done] = [figures.flatMap((each) => each.findings), figures.flatMap((each) => each.followedUp)];
  return show(
    withLines(
      {
        zh: `各单位抽查发现问题 ${all.length} 个，已处置 ${done.length} 个。`,
        en: `${all.length} findings of all departments, ${done.length} followed up.`,
      },
      figures.map(({ department, findings, followedUp, underWay, open }) => ({
        zh: `${nameOf(department)}：${findings.length} 个，已处置 ${followedUp.length}、处置中 ${underWay.length}、待处置 ${open.length}`,
        en: `${nameOf(department)}: ${findings.length}, followed up ${followedUp.length}, under way ${underWay.length}, open ${open.length}`,
      })),
    ),
  );
}

export const followup = commandOf({
  usage,
  bare: form,
  words: {
    deal: { words: ['处置', '办理', 'deal'], route: (rest) => (rest === '' ? form : null) },
    list: { words: ['列表', '查看', '状态', 'list', 'status'], route: (rest) => (rest === '' ? list : null) },
    revisit: {
      words: ['回访', 'revisit'],
      route: (rest) => ({ kind: 'form', form: 'revisit', about: rest.slice(0, 40) }),
    },
  },
});
