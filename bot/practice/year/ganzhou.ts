/**
 * 甘州 2023 (甘州联办发〔2023〕01号): the province's plan is signed for, partners are asked by 会商函, tasks over the same subjects become one, missing
 * items are reported upward; everything finished by 30 November and public within 20 working days; a bulletin each quarter.
 */
import { planRows } from '../sample/plan-rows.ts';
import type { Sample } from '../sample/sample.ts';
import { decline, invite, join, joinWith, liaisonPresses, officePresses, receive, sign } from './acts/above.ts';
import { at, keeping, kept } from './acts/at-desk.ts';
import { figures, issueBulletin, statedForAll, stateNumbers } from './acts/bulletins.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { compileFromProposals, liaison, planSheet, proposeAll } from './acts/consult.ts';
import { agenda } from './acts/door.ts';
import { assign, hold } from './acts/draw.ts';
import { beginFollowUp, endFollowUp, receiveTransfers } from './acts/follow-up.ts';
import { acknowledge, finishTasks, objection, publicationState, publishOutcomes } from './acts/notices.ts';
import { enterByWorkbook, enterReturnedInChat } from './acts/outcomes.ts';
import { paper, papersOfFindings } from './acts/papers.ts';
import { enterByPhone, signByPhone } from './acts/phone.ts';
import { approveAsOffice, findings, giveReasons, issue, publishPlan, submitPlan } from './acts/plan.ts';
import { passAll, passEverywhere, returnOne } from './acts/review.ts';
import { visitSite } from './acts/site.ts';
import { jointlyPunished, penaltiesPublished } from './acts/special.ts';
import { citizenWrites, voiceAnswered } from './acts/voice.ts';
import { drawing } from './shares.ts';
import { must } from './told.ts';
import { type Act, office, type Year, type YearScript } from './year.ts';

const classes = { A: null, B: 4000, C: 7000, D: 9000 };
const matters = ['餐饮服务', '药店', '物业服务'];

/** Three joint matters, and the items of these only: no item of the list may go without a task. */
function change(made: Sample): Sample {
  const larger = drawing(made, { 0: classes, 3: classes, 7: classes });
  const tasks = larger.plan.tasks.filter(({ frame }) => frame.tags.some((tag) => matters.includes(tag)));
  const codes = new Set(tasks.flatMap(({ bodies }) => bodies.flatMap(({ items }) => items)));
  // Every item lies with a section of its body.
  const items = larger.items
    .filter(({ code }) => codes.has(code))
    .map((each) => ({ ...each, section: each.section === '' ? '业务股' : each.section }));
  return { ...larger, items, plan: { ...larger.plan, tasks } };
}

const rowOf = ({ sample }: Year, place: number) => {
  const found = planRows(sample)[place];
  if (found === undefined) throw new Error(`no task at place ${place}`);
  return found;
};

const fromProvince: Act = async (year) => {
  const property = rowOf(year, 2);
  await receive({
    number: '甘市监联办〔2023〕3号',
    level: '省级',
    from: '甘肃省联席会议办公室',
    year: 2023,
    file: '省计划.csv',
    header: ['抽查任务编号', '抽查任务名称', '抽查事项', '检查对象', '牵头部门', '配合部门', '抽查比例', '抽查时间'],
    rows: [
      [
        ...[
          'GS-2023-07',
          '甘肃省物业服务企业专项联合抽查',
          property.items.join('\n'),
          '物业服务',
          '甘肃省住房和城乡建设厅',
        ],
        ...['甘肃省市场监督管理局、甘肃省消防救援总队', 'B类30%；C类60%；D类100%', '2023年5月6日至6月30日'],
      ],
    ],
  })(year);
};

const healthInsurance: Act = async (year) => {
  const person = liaison(year, 'yb');
  await person.command('/consult', '申报 2023');
  const shown = await person
    .fill({
      任务名称: '定点零售药店抽查',
      '抽查事项（每行一项）': '定点零售药店医保基金使用检查',
      抽查对象范围: '药店',
      抽查比例或户数: 'A类1%；B类20%；C类50%；D类80%',
      检查起止时间: '5月6日至6月30日',
    })
    .submit();
  await person.close();
  year.say.did(year.now(), '县医疗保障局联络员', '申报“定点零售药店抽查”（群内表单）', must('申报', shown, '报送计划'));
};

/** A department that does not join leaves the task; what it would have looked at becomes a task of its own. */
const apart: Act = async (year) => {
  const food = rowOf(year, 0);
  const item = '餐厨垃圾处置情况检查';
  const rows = [
    {
      ...food,
      no: 'P-2023-scjg-002',
      items: food.items.filter((name) => name !== item),
      partners: food.partners.filter((code) => code !== 'cg'),
    },
    { ...food, no: 'P-2023-101', name: '餐厨垃圾处置情况抽查', items: [item], lead: 'cg', partners: [] },
  ];
  const person = office(year);
  const shown = await person.upload(await planSheet(year, '餐饮', rows), {
    to: '2023 年度抽查计划',
    text: '县城市管理局人员不足，不参加联合抽查，所涉事项由其单独安排',
  });
  year.say.did(year.now(), person.name, '调整计划：不参加的单位退出任务（群）', must('调整', shown, '编入 2 行'));
};

export const ganzhou: YearScript = {
  id: 'ganzhou-2023',
  title: '甘州区 2023 年：从省计划到年度通报',
  begins: '2023-03-31T08:00',
  sample: { subjects: 400, departments: 19, inspectors: 140, tasks: 8 },
  change,
  days: [
    { on: '2023-04-17', title: '省计划下达', acts: [fromProvince] },
    {
      on: '2023-04-18',
      title: '签收；各部门申报，汇总；对象相同的任务合并或说明理由',
      acts: [
        ...['zj', 'scjg', 'xf'].map(sign),
        proposeAll,
        healthInsurance,
        compileFromProposals(),
        liaisonPresses('zj', '同意合并', '已合并为任务'),
        liaisonPresses('yb', '不同意', '各任务分别实施', { 理由: '医保基金检查须单独进行' }),
      ],
    },
    {
      on: '2023-04-19',
      title: '会商函：参加、带事项参加、不参加；缺失事项逐级反映',
      acts: [
        invite('99072320230004', '0936-0000000'),
        join('yb'),
        joinWith('wj', { '可派执法人员（名）': 4, 清单缺失的事项: '药店内坐堂医诊所检查' }),
        invite('GS-2023-07', '0936-0000000'),
        join('scjg'),
        join('xf'),
        invite('P-2023-scjg-002', '0936-0000000'),
        join('wj'),
        join('xf'),
        decline('cg', '人员不足'),
        officePresses('已报市级', '已向市级行业部门反映'),
      ],
    },
    {
      on: '2023-04-21',
      title: '缺失事项添加；计划审核、印发、公示',
      acts: [
        officePresses('已报省级', '已向省级行业部门反映'),
        officePresses('上级已添加', '已通知提出单位', { 事项编码或清单版次: '第三版第 86 项' }),
        apart,
        findings,
        giveReasons('经联席会议研究确定'),
        submitPlan,
        approveAsOffice,
        issue,
        publishPlan('门户网站', 'https://example.invalid/plan'),
      ],
    },
    {
      on: '2023-04-24',
      title: '抽取检查对象和检查人员',
      acts: [hold({ no: 1, own: ['人大代表监督员'], desk: ['纪检监察监督员'] }), assign(1)],
    },
    {
      on: '2023-05-04',
      title: '会商函、组织实施通知、实施方案成文；约定联合上门日程',
      acts: [
        paper('joint-letter', '1', { series: '甘州联办函' }),
        paper('special-notice', '2', { series: '甘州联办发' }),
        at(
          'l-scjg',
          '制定联合检查实施方案',
          ...['visit', 'scheme', 'P-2023', 'P-2023-scjg-002', '--title', '餐饮服务单位联合检查实施方案'],
          ...[
            '--groups',
            '每户一组，市场监管为组长',
            '--schedule',
            '5 月 8 日至 22 日',
            '--points',
            '许可、进货查验、后厨卫生',
          ],
        ),
        agenda('1', 'scjg', 'wj', '2023-05-10'),
      ],
    },
    {
      on: '2023-05-22',
      title: '掌上执法：检查人员在手机上录入，被检查人当场阅核签章',
      acts: [enterByPhone({ book: '1', but: ['yb'] }), enterByWorkbook({ book: '1' }), signByPhone({ book: '1' })],
    },
    {
      on: '2023-05-23',
      title: '审核：退回一条，改正后通过',
      acts: [
        returnOne('scjg', '请写明抽查的品种和数量'),
        passAll('scjg'),
        enterReturnedInChat('scjg', '2023-05-19', '抽查品种 12 个，均在有效期内'),
        passAll('scjg'),
        passEverywhere('1', ['scjg']),
      ],
    },
    {
      on: '2023-05-25',
      title: '任务完成，20 个工作日内公示',
      acts: [finishTasks('1'), publishOutcomes('1', ['xf']), publicationState('1')],
    },
    { on: '2023-05-26', title: '后续处置：辅导、提醒、移交', acts: [beginFollowUp, receiveTransfers] },
    {
      on: '2023-06-08',
      title: '公示到期前：最后一家公示，报送、回执；异议',
      acts: [
        publishOutcomes('1'),
        acknowledge('1'),
        objection('1', 'scjg', '检查当日并非我单位当班人员在场', 'keep', '经核，检查表有当班负责人签名，维持'),
      ],
    },
    {
      on: '2023-06-20',
      title: '联合惩戒；整改复查、处罚、办结；有关文书',
      acts: [
        jointlyPunished('行业准入', '《企业信息公示暂行条例》第十八条', 'zj,wj'),
        endFollowUp,
        penaltiesPublished('甘肃省“互联网+监管”系统'),
        papersOfFindings,
      ],
    },
    {
      on: '2023-07-05',
      title: '二季度通报；经验、动态、问题、督查',
      acts: [
        stateNumbers(
          ['scjg', 'wj', 'xf', 'zj', 'yb', 'cg'],
          '2023-04-01',
          '2023-06-30',
          '甘肃省“互联网+监管”系统后台统计',
          ...['warning-leads=1', 'warning-leads-checked=1', 'accounts=5'],
        ),
        keeping(
          'warning',
          'o1',
          '登记风险预警线索',
          ...['risk', 'record', '省“互联网+监管”系统预警 2023-0611', '某餐饮单位许可即将到期', 'scjg', '2023-07-31'],
        ),
        at('l-scjg', '核实处置预警线索', 'risk', 'handle', kept('warning'), 'true', '已督促办理许可延续'),
        at('l-scjg', '报送工作动态', 'news', '2023-07-03', '市场监管局一次上门查完四个部门事项'),
        keeping(
          'practice',
          'l-scjg',
          '报送经验做法',
          'practice',
          'share',
          '检查表在手机上填',
          '检查人员当场录入，当场阅核',
        ),
        at('o1', '通报经验做法', 'practice', 'pass-on', kept('practice')),
        keeping('problem', 'l-cg', '提出问题', 'problem', 'raise', '执法人员不足', '餐厨垃圾检查人员不足，建议统筹'),
        at('o1', '交办问题', 'problem', 'assign', kept('problem'), 'cg', '商市场监管局统筹人员', '--due', '2023-07-20'),
        at(
          's1',
          '登记督查',
          'supervise',
          'xf',
          '公示进度督查',
          '到期前一日才公示',
          '今后完成后十个工作日内公示',
          '--due',
          '2023-07-31',
        ),
        issueBulletin('2023-2', '三季度按计划推进，做到应联合尽联合'),
      ],
    },
    {
      on: '2023-07-18',
      title: '问题办结；风险分析，建议定向抽查；市民浏览公开网页',
      acts: [
        at('l-cg', '办结问题', 'problem', 'solve', kept('problem'), '已商定由两局联合派员'),
        at('o1', '检查结果反映的风险', 'risk', 'signals', '2023'),
        at(
          'o1',
          '建议下一年度定向抽查',
          'risk',
          'target',
          '餐饮服务进货查验',
          '2024',
          '进货查验问题集中',
          '--kind',
          'targeted-draw',
        ),
        visitSite,
        citizenWrites('objection', '公示的检查结果与现场情况不一致，请核对。'),
        voiceAnswered('联席办综合组', '联席办', 'objection', '已核对检查表，公示内容无误，可到窗口查阅。'),
      ],
    },
    { on: '2023-10-10', title: '三季度通报', acts: [issueBulletin('2023-3', '抓紧完成全部任务，11 月 30 日前办结')] },
    {
      on: '2023-11-30',
      title: '全部任务完成期限；指标',
      acts: [figures('2023-01-01', '2023-11-30'), publicationState('1')],
    },
    {
      on: '2024-01-03',
      title: '四季度和全年通报；核对台账',
      acts: [
        statedForAll('甘肃省“互联网+监管”系统后台统计'),
        issueBulletin('2023-4', '做好下一年度计划准备'),
        issueBulletin('2023 全年', '做好下一年度计划准备'),
        paper('bulletin', 'quarter/2023-4', { series: '甘州联办发' }),
        figures('2023-01-01', '2023-12-31'),
        verifyLedger,
        keepChats,
      ],
    },
  ],
};
