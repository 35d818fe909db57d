/**
 * Everybody of the practice county who has an account in its workspace: the office, each department's liaison and head, some
 * inspectors, the legal reviewer, witnesses, who reviews outcomes, and those above. Names are invented.
 */
import type { Actor } from '../actor.ts';
import { person } from './people.ts';
import type { Sample } from './sample/sample.ts';

export interface Resident {
  readonly actor: Actor;
  /** What he is, as others call him: 县应急管理局联络员. */
  readonly title: string;
  /** Account in the practice workspace. */
  readonly user: string;
  readonly locale: string;
}

export interface Room {
  /** Channel in the practice workspace. */
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Whose it is, as the office would type it. */
  readonly place: string;
  readonly members: readonly Resident[];
}

/** Inspectors with an account, of each body that sends any. */
const inspectorsEach = 2;
/** The tour goes along with it to the door: whoever of it is drawn has an account. */
const goneAlongWith = 'nyj';

const resident = (title: string, actor: Actor, locale = 'zh-CN'): Resident => ({
  actor,
  title,
  user: `U0${actor.person.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`,
  locale,
});

/** The first of all is the office: who founds the roll. */
export function residentsOf(sample: Sample): readonly Resident[] {
  const members = sample.departments.filter(({ kind }) => kind === 'member');
  return [
    resident('联席办综合组', person('o1', '陈立文', 'lxb', ['office'])),
    resident('联席办审核组', person('o2', '林思远', 'lxb', ['office'])),
    resident('县司法局合法性审核员', person('j1', '许明德', 'sf', ['legal'])),
    ...members.flatMap(({ code, name, liaison, head }) => [
      resident(`${short(name)}联络员`, person(`l-${code}`, liaison, code, ['liaison'])),
      resident(`${short(name)}负责人`, person(`h-${code}`, head, code, ['head'])),
    ]),
    resident('人大代表监督员', person('w1', '何秋', '', ['witness'], { witness: 'deputy' })),
    resident('纪检监察监督员', person('w2', '苏宁远', '', ['witness'], { witness: 'discipline' })),
    resident('社会第三方监督员', person('w3', '叶舟', '', ['witness'], { witness: 'third-party' })),
    resident('县审改办督查员', person('s1', '方竹清', 'sgb', ['supervisor'])),
    resident('县纪委监委接收人', person('d1', '郝正言', 'jw', ['discipline'])),
    resident('市联席办联络员', person('u1', '顾海宁', 'sjlxb', ['superior'])),
    resident('县工作机制办公室', person('c1', '邵平川', 'xjzb', ['county-office'])),
    resident('县市场监督管理局结果审核员', person('r1', '尹松柏', 'scjg', ['outcome-reviewer'])),
    resident('县农业农村局结果审核员', person(`r-${goneAlongWith}`, '童若谷', goneAlongWith, ['outcome-reviewer'])),
    ...members.flatMap(({ code, name }) =>
      sample.inspectors
        .filter(({ department, left, certificate }) => department === code && left === null && certificate !== null)
        .slice(0, code === goneAlongWith ? undefined : inspectorsEach)
        .map((each) =>
          resident(
            `${short(name)}执法人员`,
            person(`i-${each.number}`, each.name, code, ['inspector'], { inspector: each.number }),
          ),
        ),
    ),
  ];
}

export function roomsOf(sample: Sample, residents: readonly Resident[]): readonly Room[] {
  const of = (code: string) => residents.filter(({ actor }) => actor.department === code);
  return [
    {
      id: 'C0LXB',
      name: '联席办',
      topic: '联席会议办公室',
      place: 'office',
      members: [...of('lxb'), ...residents.filter(({ actor }) => actor.roles.some((role) => inOffice.has(role)))],
    },
    ...sample.departments
      .filter(({ kind }) => kind === 'member')
      .map(({ code, name }) => ({
        id: `C0${code.toUpperCase()}`,
        name: short(name),
        topic: `${short(name)}与联席办`,
        place: code,
        members: of(code),
      })),
  ];
}

/** Who follows the office's channel without being the office. */
const inOffice: ReadonlySet<string> = new Set(['legal', 'supervisor']);

/** 清漪县应急管理局 is 县应急管理局 to those who work there. */
export const short = (name: string): string => name.replace(/^清漪县/, '县');
