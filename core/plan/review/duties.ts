/**
 * 纪律与职责: no plan line sets a number of problems, cases or fines (国办发〔2024〕54号 五个严禁、八个不得); each task names its
 * section, who is responsible and, if it is local, its ground; each department has a plan, lists and people who answer.
 */
import { owedOf, requires } from '../../policy/ask.ts';
import { national, nationalOn } from '../../policy/national.ts';
import type { Department } from '../../registry/department.ts';
import { departmentsOf } from '../overlap.ts';
import type { Task } from '../task.ts';
import { type Desk, inPlan, inTask, weightOf } from './desk.ts';
import type { Fault, Finding } from './finding.ts';

export const checkDuties = (desk: Desk): readonly Finding[] => [
  ...desk.tasks.flatMap((task) => [...indicators(desk, task), ...named(desk, task)]),
  ...departments(desk),
];

const COUNTED = '罚款|罚没款?|处罚|立案|办案|案件|发现问题|问题(?:线索)?|违法行为|没收';
const NUMBER = '[0-9０-９一二三四五六七八九十百千万两]+(?:\\.[0-9]+)?';
const UNIT = '(?:万元|亿元|元|个|件|起|宗|条|户次|%|％)';
/** 罚款不少于20万元, 发现问题30个, 立案5件以上; also 30件案件. A ratio of subjects drawn is none of these. */
const indicator = new RegExp(
  `(?:${COUNTED})[^。；;，,0-9]{0,8}${NUMBER}\\s*${UNIT}|${NUMBER}\\s*${UNIT}(?:以上)?的?(?:${COUNTED})`,
);

/** The words of a plan line that set a target for problems or fines, or null. */
export const indicatorIn = (text: string): string | null => indicator.exec(text)?.[0] ?? null;

function indicators({ policy, on }: Desk, task: Task): readonly Finding[] {
  const source = nationalOn(national.fiveBans, on)?.source ?? requires(policy, 'inspection-discipline', on)?.source;
  if (source === undefined) return [];
  const lines = [task.name, task.section, task.responsible, task.ground, task.professional];
  return [...lines, ...task.reasons.map(({ words }) => words)].flatMap((line) => {
    const words = indicatorIn(line);
    return words === null ? [] : [inTask(task, 'refused', source, { kind: 'sets-indicator', words })];
  });
}

function named({ policy, on }: Desk, task: Task): readonly Finding[] {
  const who = requires(policy, 'section-and-officer-named', on);
  const ground = requires(policy, 'local-task-ground', on);
  const asked: readonly (readonly [boolean, typeof who, Fault])[] = [
    [task.section.trim() === '', who, { kind: 'no-section' }],
    [task.responsible.trim() === '', who, { kind: 'no-responsible' }],
    [task.origin === 'own' && task.ground.trim() === '', ground, { kind: 'no-ground' }],
  ];
  return asked.flatMap(([wrong, rule, fault]) =>
    wrong && rule !== null ? [inTask(task, weightOf(rule.source), rule.source, fault)] : [],
  );
}

/** Departments that have the power to inspect, on the day of the review. */
function departments(desk: Desk): readonly Finding[] {
  const { policy, on, today, tasks, items } = desk;
  const planning = new Set(tasks.flatMap(departmentsOf));
  const plan = owedOf(policy, 'own-plan', on)[0] ?? null;
  const list = owedOf(policy, 'items', on)[0] ?? null;
  const people = requires(policy, 'lead-section-and-person', on);
  const inside = requires(policy, 'internal-roles', on) ?? people;
  const head = requires(policy, 'head-answers', on);
  const judge = ({ code, leadSection, liaison, head: first }: Department): readonly Finding[] => {
    const asked: readonly (readonly [boolean, typeof inside | typeof plan, Fault])[] = [
      [!planning.has(code), plan, { kind: 'no-own-plan', department: code }],
      [!items.some(({ body }) => body === code), list, { kind: 'no-item-list', department: code }],
      [leadSection.trim() === '', people, { kind: 'no-lead-section', department: code }],
      [liaison.trim() === '', inside, { kind: 'no-liaison', department: code }],
      [first.trim() === '', head, { kind: 'no-head', department: code }],
    ];
    return asked.flatMap(([wrong, rule, fault]) =>
      wrong && rule !== null ? [inPlan(desk, 'notice', rule.source, fault)] : [],
    );
  };
  return desk.departments
    .filter(
      ({ kind, enforces, joined, ended }) =>
        kind === 'member' && enforces && joined <= today && (ended === null || ended > today),
    )
    .flatMap(judge);
}
