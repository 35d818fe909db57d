/** Refusals about the roll of people in words. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { PeopleRefusal } from '../verbs/people/refusal.ts';
import { roleWords } from './rights.ts';

const fieldWords = {
  person: {
    zh: '人员编号应为 1 至 40 位字母、数字、点、下划线或连字符，且不能是 0（会务台的编号）',
    en: 'a number has 1 to 40 letters, digits, . _ or -, and is not 0, which is the desk',
  },
  name: { zh: '姓名应为 1 至 40 个字', en: 'a name has 1 to 40 characters' },
  department: { zh: '单位代码至多 60 个字', en: 'a department code has at most 60 characters' },
  roles: { zh: '至少要有一种身份，且须是系统中的身份', en: 'at least one role, of those that exist, is needed' },
  witness: { zh: '监督人员类别不对', en: 'the kind of witness is wrong' },
  inspector: { zh: '执法检查人员须填写单位工号', en: "an inspector's work number is needed" },
} as const satisfies Record<keyof Actor, Words>;

export function sayPeople(why: PeopleRefusal): Words {
  switch (why.reason) {
    case 'bad-person': {
      const { zh, en } = fieldWords[why.field];
      return { zh: `${zh}，现为“${why.value}”。`, en: `${en}; it is “${why.value}”.` };
    }
    case 'office-as': {
      const role = roleWords[why.role];
      return why.role === 'witness'
        ? {
            zh: `${why.person} 是联席办工作人员，不能兼任${role.zh}：组织抽取的人不监督自己（福安 2018 二(二)1）。`,
            en: `${why.person} belongs to the office and cannot be ${role.en}: who holds a draw does not watch it (福安 2018 二(二)1).`,
          }
        : {
            zh: `${why.person} 是联席办工作人员，不能兼任${role.zh}：议事协调机构不得实施检查（国办发〔2024〕54号）。`,
            en: `${why.person} belongs to the office and cannot be ${role.en}: an office that coordinates must not inspect (国办发〔2024〕54号).`,
          };
    }
    case 'witness-without-kind':
      return {
        zh: `${why.person} 任监督人员，须写明类别（人大代表、政协委员、纪检监察部门、社会第三方或本部门）。`,
        en: `${why.person} is to be a witness; say of which kind (deputy, conference member, discipline, third party or department).`,
      };
    case 'department-missing':
      return { zh: `${why.person} 须填写所在单位。`, en: `${why.person} needs a department.` };
    case 'no-such-person':
      return {
        zh: `人员名册中没有 ${why.person}，或已注销。`,
        en: `Nobody on the roll has the number ${why.person}, or the person was dismissed.`,
      };
    case 'last-of-office':
      return {
        zh: `${why.person} 是联席办最后一名在册人员，注销后将无人能办理登记；请先登记接任人员。`,
        en: `${why.person} is the last of the office; enrol a successor first.`,
      };
    default:
      return never(why);
  }
}
