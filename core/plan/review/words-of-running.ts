/**
 * Words for findings about time, people, procedure and duties. The last of three: here the compiler sees that none is left out.
 */
import { dateInChinese } from '../../calendar.ts';
import { never } from '../../result.ts';
import type { Words } from '../../words.ts';
import type { Names } from '../words.ts';
import type { RunningFault } from './finding.ts';
import { enList, groundWords, months, partyWords, pointName, pointWords, states, zhList } from './terms.ts';

export function wordsOfRunningFault(fault: RunningFault, names: Names): Words {
  const { department } = names;
  switch (fault.kind) {
    case 'not-in-force': {
      const state = {
        'before-effect': { zh: '尚未施行，施行日', en: 'is not in force before' },
        lapsed: { zh: '已失效，失效日', en: 'has lapsed from' },
        abolished: { zh: '已废止，废止日', en: 'is abolished from' },
      }[fault.state];
      return {
        zh: `计划所依据的文件在编制日${state.zh}${dateInChinese(fault.from)}`,
        en: `the document that it rests on ${state.en} ${fault.from}`,
      };
    }
    case 'no-policy-year':
      return { zh: `文件不适用于${fault.year}年度`, en: `the document has no year ${fault.year}` };
    case 'window-reversed':
      return {
        zh: `检查实施期${dateInChinese(fault.from)}至${dateInChinese(fault.to)}起止颠倒`,
        en: `the window ${fault.from} to ${fault.to} is reversed`,
      };
    case 'window-outside-year':
      return {
        zh: `检查实施期${dateInChinese(fault.from)}至${dateInChinese(fault.to)}不在计划年度${dateInChinese(fault.year.from)}至${dateInChinese(fault.year.to)}内`,
        en: `the window ${fault.from} to ${fault.to} is not within ${fault.year.from} to ${fault.year.to}`,
      };
    case 'window-after-due':
      return {
        zh: `检查实施期至${dateInChinese(fault.to)}，晚于完成时限${dateInChinese(fault.due)}`,
        en: `the window ends ${fault.to}, after its due date ${fault.due}`,
      };
    case 'due-too-late':
      return {
        zh: `完成时限${dateInChinese(fault.due)}，应不晚于${dateInChinese(fault.limit)}`,
        en: `due ${fault.due}, must be done by ${fault.limit}`,
      };
    case 'due-after-superior':
      return {
        zh: `完成时限${dateInChinese(fault.due)}晚于上级时限${dateInChinese(fault.limit)}`,
        en: `due ${fault.due}, later than the superior's ${fault.limit}`,
      };
    case 'no-time-to-publish':
      return {
        zh: `检查至${dateInChinese(fault.to)}，加${fault.workingDays}个工作日公示为${dateInChinese(fault.publishedBy)}，晚于完成并公示时限${dateInChinese(fault.limit)}`,
        en: `visits until ${fault.to} and ${fault.workingDays} working days to publish make ${fault.publishedBy}, after ${fault.limit}`,
      };
    case 'publishes-too-late':
      return {
        zh: `计划${fault.days}个工作日内公示，应不超过${fault.allowed}个`,
        en: `published within ${fault.days} working days, at most ${fault.allowed} are allowed`,
      };
    case 'publication-by-plan':
      return {
        zh: `文件未规定公示天数，按计划为${fault.days}个工作日`,
        en: `the document sets no days to publish; the plan's ${fault.days} working days hold`,
      };
    case 'provisional-date':
      return {
        zh: `${dateInChinese(fault.date)}为暂定日期，${fault.missing.join('、')}年放假通知尚未录入`,
        en: `${fault.date} is provisional: no holiday notice for ${fault.missing.join(', ')} yet`,
      };
    case 'quiet-month': {
      const [quiet, open] = [months(fault.months), months(fault.open)];
      return {
        zh: `${fault.label}类${quiet.zh}属“企业安静期”，应安排在${open.zh}，或有理由并备案`,
        en: `class ${fault.label} is left in peace in ${quiet.en}; it is visited in ${open.en}, or on a ground with filing`,
      };
    }
    case 'ground-not-allowed':
      return {
        zh: `“${groundWords[fault.ground].zh}”不是安静期入企的理由，可为${zhList(fault.allowed, (each) => groundWords[each].zh)}`,
        en: `${groundWords[fault.ground].en} is no ground in the quiet period; allowed: ${enList(fault.allowed, (each) => groundWords[each].en)}`,
      };
    case 'filing-incomplete':
      return {
        zh: `安静期入企备案未完成，缺${zhList(fault.missing, (each) => partyWords[each].zh)}回执`,
        en: `the filing is incomplete: no receipt of ${enList(fault.missing, (each) => partyWords[each].en)}`,
      };
    case 'quiet-with-filing':
      return {
        zh: `安静期内因${groundWords[fault.ground].zh}检查，已向${zhList(fault.receivers, (each) => partyWords[each].zh)}备案`,
        en: `in the quiet period because of ${groundWords[fault.ground].en}, filed with ${enList(fault.receivers, (each) => partyWords[each].en)}`,
      };
    case 'unregistered':
      return {
        zh: `在${fault.platform}${states[fault.state].zh}`,
        en: `${states[fault.state].en} in ${fault.platform}`,
      };
    case 'registered-late':
      return {
        zh: `应于${dateInChinese(fault.due)}前录入平台，现${states[fault.state].zh}`,
        en: `was to be registered by ${fault.due}, is ${states[fault.state].en}`,
      };
    case 'office-inspects':
      return {
        zh: `${department(fault.department)}是议事协调机构，不得作为检查机关，应由有执法主体资格的部门检查`,
        en: `${department(fault.department)} coordinates and cannot be an inspecting body`,
      };
    case 'unknown-department':
      return {
        zh: `检查机关“${fault.department}”不在成员单位名单内`,
        en: `inspecting body “${fault.department}” is not on the list of members`,
      };
    case 'no-power':
      return {
        zh: `${department(fault.department)}没有行政执法主体资格，不得作为检查机关`,
        en: `${department(fault.department)} has no power of its own to inspect`,
      };
    case 'too-few-officers':
      return {
        zh: `${department(fault.department)}安排执法人员${fault.officers}人，应不少于${fault.atLeast}人`,
        en: `${department(fault.department)} sends ${fault.officers} officer(s), at least ${fault.atLeast} are asked`,
      };
    case 'inspectors-short':
      return {
        zh: `${department(fault.department)}持有效执法证${fault.have}人，每户需${fault.need}人${fault.pool === '' ? '' : `，可从${fault.pool}共用人员库抽取`}`,
        en: `${department(fault.department)} has ${fault.have} with a valid certificate, ${fault.need} go to a door${fault.pool === '' ? '' : `; the pool ${fault.pool} may be used`}`,
      };
    case 'no-holder':
      return {
        zh: `${department(fault.department)}没有“${fault.field}”专长的执法人员`,
        en: `${department(fault.department)} has nobody for “${fault.field}”`,
      };
    case 'capacity-short':
      return {
        zh: `${department(fault.department)}一次抽取预计需${fault.posts}人次，执法人员共可承担${fault.capacity}人次`,
        en: `${department(fault.department)} is asked for about ${fault.posts} posts in one ceremony and can take ${fault.capacity}`,
      };
    case 'experts-short':
      return {
        zh: `需“${fault.field}”专家${fault.need}名，名录库有${fault.have}名`,
        en: `${fault.need} expert(s) for “${fault.field}” are asked, ${fault.have} are listed`,
      };
    case 'drafter-reviews':
      return {
        zh: `编制人不得审核自己编制的计划（${pointName(fault.point).zh}）`,
        en: `the drafter cannot review the plan (${pointName(fault.point).en})`,
      };
    case 'wrong-reviewer':
      return {
        zh: `${pointWords[fault.point].zh}应由${partyWords[fault.right].zh}审核，“${fault.reviewer}”的意见无效`,
        en: `${pointWords[fault.point].en} is reviewed by ${partyWords[fault.right].en}; that of “${fault.reviewer}” does not count`,
      };
    case 'review-missing':
      return {
        zh: `缺${partyWords[fault.by].zh}对${pointWords[fault.point].zh}的审核意见`,
        en: `the review of ${pointWords[fault.point].en} by ${partyWords[fault.by].en} is missing`,
      };
    case 'published-after-draw':
      return fault.on === null
        ? {
            zh: `首次抽取${dateInChinese(fault.firstDraw)}前计划应向社会公布，尚未公布`,
            en: `the plan is not public and the first draw begins on ${fault.firstDraw}`,
          }
        : {
            zh: `计划${dateInChinese(fault.on)}公布，应早于首次抽取${dateInChinese(fault.firstDraw)}`,
            en: `published ${fault.on}, must be before the first draw on ${fault.firstDraw}`,
          };
    case 'unpublished':
      return {
        zh: `计划未公示，渠道：${fault.channels.join('、')}`,
        en: `not published yet; channels: ${fault.channels.join(', ')}`,
      };
    case 'wrong-channel':
      return fault.each === 'any'
        ? { zh: `公布渠道应为${fault.missing.join('、')}之一`, en: `published by none of ${fault.missing.join(', ')}` }
        : { zh: `还应在${fault.missing.join('、')}公布`, en: `still to be published by ${fault.missing.join(', ')}` };
    case 'sets-indicator':
      return {
        zh: `“${fault.words}”属于下达检查指标，应删去`,
        en: `“${fault.words}” sets a target for problems, cases or fines: strike it out`,
      };
    case 'no-section':
      return { zh: '未填写责任股室', en: 'no section is named' };
    case 'no-responsible':
      return { zh: '未填写责任人', en: 'nobody is named as responsible' };
    case 'no-ground':
      return { zh: '自定任务应写明对应的重点领域或多发风险', en: 'a local task names its key area or frequent risk' };
    case 'no-own-plan':
      return { zh: `${department(fault.department)}没有抽查计划`, en: `${department(fault.department)} has no plan` };
    case 'no-item-list':
      return {
        zh: `${department(fault.department)}没有随机抽查事项清单`,
        en: `${department(fault.department)} has no item list`,
      };
    case 'no-lead-section':
      return {
        zh: `${department(fault.department)}未明确牵头科室`,
        en: `${department(fault.department)} names no lead section`,
      };
    case 'no-liaison':
      return {
        zh: `${department(fault.department)}未指定联络员`,
        en: `${department(fault.department)} names no liaison`,
      };
    case 'no-head':
      return {
        zh: `${department(fault.department)}未明确第一责任人`,
        en: `${department(fault.department)} names no head`,
      };
    default:
      return never(fault);
  }
}
