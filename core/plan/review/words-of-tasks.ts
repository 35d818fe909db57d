/**
 * Words for findings about items and joining: what is inspected, by whom together. Continued from words.ts.
 */
import { dateInChinese } from '../../calendar.ts';
import type { Words } from '../../words.ts';
import { type Names, percentOf } from '../words.ts';
import type { RunningFault, TaskFault } from './finding.ts';
import { enList, methodWords, zhList } from './terms.ts';
import { wordsOfRunningFault } from './words-of-running.ts';

export function wordsOfTaskFault(fault: TaskFault | RunningFault, names: Names): Words {
  const { department, item, task } = names;
  switch (fault.kind) {
    case 'off-list':
      return {
        zh: `事项“${item(fault.item)}”不在${fault.list}内，清单之外无检查`,
        en: `item “${item(fault.item)}” is not on ${fault.list}: no check outside the list`,
      };
    case 'not-on-joint-list':
      return {
        zh: `事项“${item(fault.item)}”不在${fault.list}的联合抽查事项内`,
        en: `item “${item(fault.item)}” is not among the joint items of ${fault.list}`,
      };
    case 'repealed':
      return {
        zh: `事项“${item(fault.item)}”的依据自${dateInChinese(fault.from)}起废止，不得安排${fault.replacedBy === '' ? '' : `，已由“${item(fault.replacedBy)}”替代`}`,
        en: `the basis of item “${item(fault.item)}” is repealed from ${fault.from}: it cannot be planned${fault.replacedBy === '' ? '' : `; “${item(fault.replacedBy)}” takes its place`}`,
      };
    case 'no-form':
      return {
        zh: `事项“${item(fault.item)}”没有检查表格（抽查标准和要点）`,
        en: `item “${item(fault.item)}” has no check form`,
      };
    case 'no-basis':
      return { zh: `事项“${item(fault.item)}”没有抽查依据`, en: `item “${item(fault.item)}” has no legal basis` };
    case 'no-power-number':
      return {
        zh: `事项“${item(fault.item)}”没有权责清单编号`,
        en: `item “${item(fault.item)}” has no power-list number`,
      };
    case 'not-claimed':
      return { zh: `事项“${item(fault.item)}”尚未认领`, en: `item “${item(fault.item)}” is not claimed` };
    case 'not-implemented':
      return {
        zh: `事项“${item(fault.item)}”没有检查实施清单`,
        en: `item “${item(fault.item)}” has no implementation list`,
      };
    case 'method-not-allowed':
      return {
        zh: `事项“${item(fault.item)}”不能用${methodWords[fault.method].zh}，可用${zhList(fault.allowed, (each) => methodWords[each].zh)}`,
        en: `item “${item(fault.item)}” is not inspected ${methodWords[fault.method].en}; allowed: ${enList(fault.allowed, (each) => methodWords[each].en)}`,
      };
    case 'method-not-in-policy':
      return {
        zh: `检查方式应为${zhList(fault.allowed, (each) => methodWords[each].zh)}之一，现为${methodWords[fault.method].zh}`,
        en: `the method is one of ${enList(fault.allowed, (each) => methodWords[each].en)}, not ${methodWords[fault.method].en}`,
      };
    case 'not-its-item':
      return {
        zh: `${department(fault.department)}检查事项“${item(fault.item)}”，该事项的抽查主体是${department(fault.holder)}`,
        en: `${department(fault.department)} inspects item “${item(fault.item)}”, which ${department(fault.holder)} holds`,
      };
    case 'body-without-items':
      return {
        zh: `${department(fault.department)}参加检查但没有抽查事项`,
        en: `${department(fault.department)} goes without an item`,
      };
    case 'duplicate':
      return {
        zh: `与任务${task(fault.other)}对相同的${fault.common}户重复检查“${zhList(fault.items, item)}”，应合并`,
        en: `repeats “${enList(fault.items, item)}” of task ${task(fault.other)} on ${fault.common} common subjects: merge them`,
      };
    case 'alone':
      return {
        zh: `部门单独检查，而${zhList(fault.others, (each) => `${department(each.department)}（${item(each.item)}）`)}对同类对象也有检查事项，应联合抽查`,
        en: `one department alone, while ${enList(fault.others, (each) => `${department(each.department)} (${item(each.item)})`)} hold items on the same subjects: joint is the rule`,
      };
    case 'only-jointly':
      return {
        zh: `${fault.label}类全部采用部门联合检查方式，单部门任务不得抽取`,
        en: `class ${fault.label} is only checked jointly; a task of one department leaves it out`,
      };
    case 'joint-alone':
      return {
        zh: `联合抽查只有${zhList(fault.departments, department)}，应有配合部门`,
        en: `a joint task of ${enList(fault.departments, department)} alone needs a partner`,
      };
    case 'department-with-others':
      return {
        zh: `部门内任务列有${zhList(fault.departments, department)}多个部门，应为联合抽查`,
        en: `a department's own task names ${enList(fault.departments, department)}: it is a joint one`,
      };
    case 'lead-not-one':
      return {
        zh: `牵头部门“${fault.lead === '' ? '未填写' : department(fault.lead)}”应是且只是一个成员单位`,
        en: `the lead “${fault.lead === '' ? 'empty' : department(fault.lead)}” must be exactly one department`,
      };
    case 'lead-not-of-matter':
      return {
        zh: `牵头部门${department(fault.lead)}与监管责任事项清单${fault.matter}的${department(fault.expected)}不一致`,
        en: `lead ${department(fault.lead)} differs from ${department(fault.expected)} in the responsibility list (${fault.matter})`,
      };
    case 'partners-not-of-matter':
      return {
        zh: `配合部门（${zhList(fault.partners, department)}）与监管责任事项清单${fault.matter}的（${zhList(fault.expected, department)}）不一致`,
        en: `partners (${enList(fault.partners, department)}) differ from the responsibility list ${fault.matter} (${enList(fault.expected, department)})`,
      };
    case 'lead-not-competent':
      return {
        zh: `牵头部门${department(fault.lead)}既非主管也非审批部门，应为${zhList(fault.competent, department)}`,
        en: `lead ${department(fault.lead)} neither approves nor is in charge; ${enList(fault.competent, department)} would be right`,
      };
    case 'partner-silent':
      return {
        zh: `配合部门${department(fault.partner)}尚未答复会商函`,
        en: `partner ${department(fault.partner)} has not answered`,
      };
    case 'partner-refused':
      return {
        zh: `配合部门${department(fault.partner)}答复不参加`,
        en: `partner ${department(fault.partner)} declines`,
      };
    case 'campaign-over-plan':
      return {
        zh: `专项检查与已列入计划的任务${task(fault.planned)}有${fault.common}户相同，原则上不再单独部署`,
        en: `a separate campaign over ${fault.common} subjects that task ${task(fault.planned)} reaches already`,
      };
    case 'overlaps-superior':
      return {
        zh: `与上级任务${task(fault.other)}检查对象${percentOf(fault.shareBp)}相同（${fault.common}户），应衔接合并`,
        en: `${percentOf(fault.shareBp)} of its subjects (${fault.common}) are those of ${task(fault.other)} from above: merge them`,
      };
    case 'could-be-joined':
      return {
        zh: `与任务${task(fault.other)}检查对象${percentOf(fault.shareBp)}相同（${fault.common}户），可整合为一项`,
        en: `${percentOf(fault.shareBp)} of its subjects (${fault.common}) are those of task ${task(fault.other)}: they could be one`,
      };
    case 'door-crowded':
      return {
        zh: `一次入户${fault.departments}个部门${fault.officers}人，计划上限${fault.limit.departments}个部门${fault.limit.officers}人`,
        en: `${fault.departments} departments and ${fault.officers} officers at one door; the plan allows ${fault.limit.departments} and ${fault.limit.officers}`,
      };
    default:
      return wordsOfRunningFault(fault, names);
  }
}
