/**
 * 三明 2025 (明双随机〔2025〕1号): the letter of 5 June, the plan of 23 June, A left in peace, B first by its papers, the half-year's report by
 * 4 July, the year's report and next year's intentions by 14 December.
 */
import type { Sample } from '../sample/sample.ts';
import { at, keeping, kept } from './acts/at-desk.ts';
import { figures, issueBulletin, returnSummary, sendSummaries } from './acts/bulletins.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { answer, closeConsultation, compileFromLetter, consult, othersAnswer, tally } from './acts/consult.ts';
import { approveVisits, askApproval, atTheDoor, deskFirst, finishVisits, giveNotice } from './acts/door.ts';
import { assign, hold } from './acts/draw.ts';
import { beginFollowUp, checkedInChat, endFollowUp, receiveTransfers } from './acts/follow-up.ts';
import { inChat, liaisonInChat } from './acts/in-chat.ts';
import { acknowledge, finishTasks, publishOutcomes } from './acts/notices.ts';
import { enterByWorkbook, enterReturnedInChat } from './acts/outcomes.ts';
import { paper, papersOfFindings } from './acts/papers.ts';
import { enterByPhone, signByPhone } from './acts/phone.ts';
import {
  approveAsOffice,
  changeTask,
  findings,
  giveReasons,
  heldUp,
  issue,
  noted,
  publishPlan,
  submitPlan,
} from './acts/plan.ts';
import { recheckAnswered, recheckRecorded } from './acts/recheck.ts';
import { passAll, passEverywhere, returnOne } from './acts/review.ts';
import { visitSite } from './acts/site.ts';
import { classSuggested, creditRepaired, leniencyKept, lenient, penaltiesPublished } from './acts/special.ts';
import { recuse, unavailable } from './acts/visits.ts';
import { citizenWrites, voiceAnswered } from './acts/voice.ts';
import { drawing } from './shares.ts';
import type { YearScript } from './year.ts';

/** Larger shares of the upper classes, so that a county of some hundreds reaches what a real one does; 农药 reaches nobody at first. */
const rising = { A: null, B: 400, C: 6000, D: 10_000 };
/** An entry of 不予处罚. */
const atOnce = '首次未公示从业人员健康证明，当场改正';

const change = (sample: Sample): Sample => drawing(sample, { 0: rising, 5: rising, 6: rising, 7: rising });

export const sanming: YearScript = {
  id: 'sanming-2025',
  title: '三明市 2025 年：从 6 月 5 日征询到年度总结',
  begins: '2025-06-05T08:00',
  sample: { subjects: 600, departments: 19, inspectors: 140, tasks: 8 },
  change,
  days: [
    {
      on: '2025-06-05',
      title: '征询抽查工作计划',
      acts: [consult({ 反馈期限: 5 })],
    },
    {
      on: '2025-06-06',
      title: '各成员单位反馈：一句话、按钮、表单、表格',
      acts: [
        answer('yj', { by: 'words', words: '我局无意见' }),
        answer('xf', { by: 'button', label: '参加' }),
        answer('wj', { by: 'form', opinion: '建议提高养老机构抽查比例', ratio: '50%' }),
        answer('jt', { by: 'words', words: '本单位不参加，无此类事项' }),
        answer('sthj', { by: 'doubt', words: '收到', confirm: '无意见' }),
        answer('nyj', { by: 'workbook' }),
        othersAnswer(['yj', 'xf', 'wj', 'jt', 'sthj', 'nyj', 'jy']),
        tally,
      ],
    },
    {
      on: '2025-06-13',
      title: '征询截止，逾期反馈另记',
      acts: [closeConsultation, answer('jy', { by: 'words', words: '我局无意见', to: '贵单位尚未反馈' }), tally],
    },
    {
      on: '2025-06-23',
      title: '汇总、核对、审核、印发、公示',
      acts: [
        compileFromLetter,
        findings,
        heldUp('须先改正，或说明理由后保留'),
        changeTask('农药', { 抽查比例: 'C类50%；D类100%', 调整理由: '全县农药经营单位少，按原比例一户也抽不到' }),
        giveReasons('对象数量少，经联席会议研究后保留'),
        submitPlan,
        approveAsOffice,
        issue,
        publishPlan('本部门官网', 'https://example.invalid/plan'),
        noted('scjg'),
        noted('xf'),
      ],
    },
    {
      on: '2025-07-03',
      title: '抽取检查对象和检查人员；登记从宽清单',
      acts: [
        leniencyKept(
          '2025-07-03',
          `不予处罚=${atOnce}`,
          '减轻处罚=主动消除危害后果',
          '从轻处罚=配合查处有立功表现',
          '免予行政强制=情节显著轻微',
        ),
        hold({
          no: 1,
          own: ['人大代表监督员', '社会第三方监督员'],
          desk: ['纪检监察监督员'],
          absent: '社会第三方监督员',
        }),
        assign(1),
      ],
    },
    {
      on: '2025-07-04',
      title: '上半年工作小结；回避、递补',
      acts: [
        sendSummaries('half-year-report/2025', ['jt']),
        returnSummary('half-year-report/2025', 'scjg', '案例请写明处理结果'),
        sendSummaries('half-year-report/2025', ['jt']),
        recuse('mz', '近亲属在该单位任职', '准予', '情况属实'),
        unavailable('scjg', '住院'),
        inChat('联席办综合组', '联席办', '发布上半年小结', {
          opens: { command: '/bulletin', text: '发布 2025 上半年' },
          fill: { '下一步工作（每段一行）': '下半年实施抽查，检查前一律报批' },
          says: '已发布',
        }),
      ],
    },
    {
      on: '2025-07-07',
      title: '一家逾期报送小结；检查前报批（国办发〔2024〕54号），送达通知；B 类先书面检查',
      acts: [
        sendSummaries('half-year-report/2025'),
        askApproval('1', '2025-07-08', '2025-08-29'),
        approveVisits,
        giveNotice('1', '2025-07-14', '2025-07-08'),
        deskFirst('1', 'B', '2025-07-07'),
      ],
    },
    {
      on: '2025-07-18',
      title: '检查实施：登记现场检查，录入检查结果',
      acts: [
        atTheDoor('1', '2025-07-14'),
        enterByPhone({ book: '1', of: ['scjg', 'wj'] }),
        enterByWorkbook({ book: '1', share: 60 }),
      ],
    },
    {
      on: '2025-07-25',
      title: '检查结束：其余录入，阅核签章，审核',
      acts: [
        enterByWorkbook({ book: '1' }),
        signByPhone({ book: '1' }),
        finishVisits('1'),
        returnOne('scjg', '请写明抽查的品种和数量'),
        enterReturnedInChat('scjg', '2025-07-14', '抽查品种 12 个，均在有效期内'),
        passAll('scjg'),
        passEverywhere('1', ['scjg']),
      ],
    },
    {
      on: '2025-08-04',
      title: '任务完成，归集公示；后续处置：处罚单与辅导单同开，从宽清单',
      acts: [
        liaisonInChat('mz', '登记任务完成', { opens: { press: '完成任务' }, fill: {}, says: '任务完成已登记' }),
        finishTasks('1'),
        liaisonInChat('mz', '公示检查结果', { opens: { press: '公示' }, fill: {}, next: {}, says: '已公示' }),
        publishOutcomes('1'),
        acknowledge('1'),
        beginFollowUp,
        receiveTransfers,
        lenient('no-penalty', atOnce),
      ],
    },
    {
      on: '2025-09-05',
      title: '复查、处罚（一书一函同达）、办结；有关文书',
      acts: [
        checkedInChat,
        endFollowUp,
        penaltiesPublished('国家企业信用信息公示平台(福建)'),
        papersOfFindings,
        paper('consultation-letter', '2025-1', { series: '明双随机函' }),
        paper('plan', 'P-2025', { series: '明双随机' }),
        paper('draw-record', '1'),
        paper('approval-form', '1/1/scjg', { as: 'l-scjg' }),
        paper('visit-notice', '1/1/scjg', { as: 'l-scjg' }),
        paper('record-sheet', '1/1', { as: 'l-scjg' }),
        paper('outcome-notice', '1/1/scjg', { as: 'l-scjg' }),
      ],
    },
    {
      on: '2025-10-20',
      title: '再检查：从已公示的检查结果中抽取，登记情况，答复问题；建议调整分类',
      acts: [
        hold({
          no: 2,
          own: ['人大代表监督员'],
          desk: ['纪检监察监督员'],
          typed: ['/recheck', '抽取'],
          more: { '抽取比例（%）': '10', 完成期限: '2025-11-14' },
        }),
        recheckRecorded('进货查验记录只写“有”，未写品种和笔数'),
        recheckAnswered('已补充记录，并在单位内部通报'),
        classSuggested('wj', 'credit', 'C', 'l-scjg'),
      ],
    },
    {
      on: '2025-11-10',
      title: '联络员会议；经验做法、信息动态；市民浏览公开网页、反映情况',
      acts: [
        keeping(
          'meeting',
          'o1',
          '召集联络员会议',
          'meeting',
          'call',
          '四季度联络员会议',
          '2025-11-14',
          '联席办会议室',
          '通报进度',
        ),
        at('l-scjg', '会议回执', 'meeting', 'answer', kept('meeting'), 'come'),
        keeping('practice', 'l-scjg', '报送经验做法', 'practice', 'share', '综合查一次', '一次上门查完各部门事项'),
        at('o1', '通报经验做法', 'practice', 'pass-on', kept('practice')),
        at('l-scjg', '报送信息动态', 'news', '2025-11-10', '市场监管局开展综合查一次'),
        visitSite,
        citizenWrites('feedback', '公示页面能否按乡镇查询？'),
        voiceAnswered('联席办综合组', '联席办', 'feedback', '已转平台开发单位，可先按企业名称查询。'),
        citizenWrites('about-inspector', '检查人员在店内用餐未付款。'),
        voiceAnswered('县纪委监委接收人', '明抽', 'about-inspector', '已受理，正在核实。'),
        inChat('联席办综合组', '联席办', '移送违纪线索', {
          opens: { command: '/voice', text: '移送' },
          fill: { 所在单位名称或代码: 'scjg', 线索: '电话举报：检查人员推荐指定维保单位' },
          says: '线索已移送',
        }),
        inChat('县纪委监委接收人', '明抽', '查看线索', { opens: { press: '查看线索' }, says: '线索第' }),
        inChat('县纪委监委接收人', '明抽', '签收违纪线索', { opens: { press: '签收' }, says: '已签收' }),
        inChat('县纪委监委接收人', '明抽', '再次查看线索', { opens: { press: '查看线索' }, says: '线索第' }),
        inChat('县纪委监委接收人', '明抽', '登记线索办理情况', {
          opens: { press: '办理情况' },
          fill: { 办理情况: '经核实不属实，已反馈' },
          says: '已登记',
        }),
      ],
    },
    {
      on: '2025-11-15',
      title: '会议记录；检查结果的形式化迹象',
      acts: [
        keeping(
          'decision',
          'o1',
          '会议记录',
          ...['meeting', 'held', kept('meeting'), '2025-11-14', '按期报送总结；scjg；2025-12-12'],
        ),
        at('l-scjg', '议定事项办结', 'problem', 'solve', kept('decision'), '总结已起草，按期报送'),
        at('o1', '检查结果反映的风险和迹象', 'risk', 'signals', '2025'),
      ],
    },
    {
      on: '2025-12-12',
      title: '全年总结、2026 年工作打算（含抽查计划）；信用修复，停止公示',
      acts: [sendSummaries('year-report/2025'), sendSummaries('next-year-plan/2025'), creditRepaired('1')],
    },
    {
      on: '2026-01-05',
      title: '全年通报；指标；核对台账',
      acts: [
        figures('2025-01-01', '2025-12-31'),
        issueBulletin('2025 全年', '2026 年按各单位工作打算编制计划'),
        paper('bulletin', 'year/2025', { series: '明双随机' }),
        paper('summary', 'year-report/2025/scjg', { as: 'l-scjg' }),
        verifyLedger,
        keepChats,
      ],
    },
  ],
};
