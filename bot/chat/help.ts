/** Every command on one page, in both languages: help is made from this table and from nothing else. */
import type { Words } from '../../core/words.ts';
import type { Message } from '../message/message.ts';
import type { Asked } from './door.ts';
import { todoOf } from './home.ts';
import type { Usage } from './usage.ts';

interface CommandLine {
  /** As it is typed, without the word behind it. */
  readonly command: `/${string}`;
  /** Chinese first; each is understood. */
  readonly words: readonly [zh: string, en: string];
  readonly what: Words;
  /** For the office alone. */
  readonly office?: true;
}

export const commandLines: readonly CommandLine[] = [
  { command: '/mingchou', words: ['待办', 'todo'], what: { zh: '我要办的事', en: 'what I owe' } },
  {
    command: '/mingchou',
    words: ['登录', 'web'],
    what: { zh: '取得本人的网页登录链接', en: 'my link into the pages' },
  },
  {
    command: '/mingchou',
    words: ['填报', 'excel'],
    what: { zh: '取得本人的表格填报码', en: 'my code for filling in spreadsheets' },
  },
  {
    command: '/mingchou',
    words: ['检查', 'visits'],
    what: {
      zh: '打开手机检查表：我的检查、录入结果、阅核签章',
      en: 'my visits on the phone: enter outcomes, have them signed',
    },
  },
  { command: '/mingchou', words: ['我是谁', 'whoami'], what: { zh: '查看本人身份', en: 'who I am here' } },
  {
    command: '/mingchou',
    words: ['绑定 <邀请码>', 'link <code>'],
    what: { zh: '绑定聊天账号', en: 'link this account' },
  },
  { command: '/mingchou', words: ['解绑', 'unlink'], what: { zh: '解除绑定', en: 'unlink this account' } },
  { command: '/mingchou', words: ['登记', 'enrol'], what: { zh: '登记人员', en: 'enrol a person' }, office: true },
  {
    command: '/mingchou',
    words: ['邀请 <人员>', 'invite <person>'],
    what: { zh: '发出邀请码', en: 'make an invitation code' },
    office: true,
  },
  {
    command: '/mingchou',
    words: ['注销 <人员>', 'dismiss <person>'],
    what: { zh: '注销人员', en: 'take a person off the roll' },
    office: true,
  },
  {
    command: '/mingchou',
    words: ['频道 <单位>', 'channel <department>'],
    what: { zh: '指定本频道属于哪个单位', en: 'say whose channel this is' },
    office: true,
  },
  {
    command: '/mingchou',
    words: ['账号', 'accounts'],
    what: { zh: '谁有账号、什么角色、最近使用时间', en: 'who has an account, which roles, last use' },
  },
  {
    command: '/mingchou',
    words: ['看板', 'board'],
    what: { zh: '一单两库一细则：应有、已有、所缺', en: 'lists owed, there, and lacking' },
  },
  { command: '/consult', words: ['新建', 'new'], what: { zh: '发出征询函', en: 'send a letter' }, office: true },
  { command: '/consult', words: ['列表', 'list'], what: { zh: '各次征询的反馈情况', en: 'all consultations' } },
  {
    command: '/consult',
    words: ['申报 2026', 'propose 2026'],
    what: { zh: '未发函时申报抽查任务', en: 'a task without a letter' },
  },
  { command: '/plan', words: ['状态', 'status'], what: { zh: '年度抽查计划的进度', en: 'where the plan stands' } },
  {
    command: '/plan',
    words: ['日历', 'calendar'],
    what: { zh: '全年任务：上级、部门联合、部门内部', en: 'all tasks of the year' },
  },
  { command: '/plan', words: ['核对', 'check'], what: { zh: '按办法核对计划', en: 'check the plan by the rules' } },
  { command: '/plan', words: ['审核', 'review'], what: { zh: '逐项审核计划', en: 'review the plan task by task' } },
  { command: '/draw', words: ['状态', 'status'], what: { zh: '抽取的进度', en: 'where the draw stands' } },
  { command: '/draw', words: ['新建', 'new'], what: { zh: '锁定名单，开始抽取', en: 'freeze a roster' }, office: true },
  { command: '/draw', words: ['封签', 'seal'], what: { zh: '监督人员封签', en: 'seal, as a witness' } },
  {
    command: '/visit',
    words: ['进度', 'show'],
    what: { zh: '本单位检查进度，并办理', en: 'visits so far, and what to do' },
  },
  { command: '/visit', words: ['报备', 'file'], what: { zh: '报备计划外检查', en: 'file a check outside the plan' } },
  { command: '/visit', words: ['方案', 'scheme'], what: { zh: '联合检查实施方案', en: 'a scheme of joint visits' } },
  {
    command: '/followup',
    words: ['处置', 'deal'],
    what: { zh: '处置本单位抽查发现的问题', en: 'deal with our findings' },
  },
  { command: '/notice', words: ['列表', 'list'], what: { zh: '各任务公示到哪一步', en: 'where publication stands' } },
  {
    command: '/notice',
    words: ['公示 3', 'publish 3'],
    what: { zh: '公示第 3 次抽取中本单位的检查结果', en: 'publish my department’s outcomes of draw 3' },
  },
  { command: '/recheck', words: ['抽取', 'draw'], what: { zh: '抽取再检查、回访', en: 'draw a re-inspection' } },
  {
    command: '/risk',
    words: ['查看', 'show'],
    what: { zh: '检查结果反映的风险和迹象', en: 'what outcomes give reason to look at' },
  },
  { command: '/exchange', words: ['问题', 'problem'], what: { zh: '提出问题', en: 'raise a problem' } },
  { command: '/exchange', words: ['会议', 'meeting'], what: { zh: '召集会议', en: 'call a meeting' }, office: true },
  { command: '/bulletin', words: ['指标', 'figures'], what: { zh: '本年度各项指标及明细', en: 'figures of the year' } },
  {
    command: '/bulletin',
    words: ['小结', 'summary'],
    what: { zh: '报送小结、总结，查看报送情况', en: 'send a summary; who has sent what' },
  },
  { command: '/bulletin', words: ['申报', 'numbers'], what: { zh: '申报其他系统产生的数据', en: 'state numbers' } },
  {
    command: '/bulletin',
    words: ['发布 2025-2', 'issue 2025-2'],
    what: { zh: '发布季度通报', en: 'issue the quarter’s bulletin' },
    office: true,
  },
  {
    command: '/paper',
    words: ['制作', 'make'],
    what: { zh: '制作公文：草稿或者取号签发', en: 'draw up an official paper, as a draft or numbered' },
  },
  {
    command: '/remind',
    words: ['列表', 'list'],
    what: { zh: '各项到期事项', en: 'what is due, and by whom' },
  },
  { command: '/remind', words: ['现在', 'now'], what: { zh: '立即催办', en: 'remind everybody now' }, office: true },
];

const others: Words = {
  zh: '每个命令后加“帮助”可看全部用法，如“/draw 帮助”。事项也可以直接点消息下的按钮办理；征询函可以直接用文字反馈。',
  en: 'Each command followed by “help” tells all of it, such as “/draw help”. Most is done by the buttons under a message; a letter can be answered in words.',
};

const lineOf = ({ command, words: [zh, en], what, office }: CommandLine): Words => ({
  zh: `${command} ${zh}：${what.zh}${office === true ? '（联席办）' : ''}`,
  en: `${command} ${en}: ${what.en}${office === true ? ' (office)' : ''}`,
});

/** Help on all of them, and on `/mingchou`. */
export const commandsUsage: Usage = {
  command: '/mingchou',
  title: { zh: '明抽：可以输入的命令', en: 'Mingchou: what you can type' },
  lines: commandLines.map(lineOf),
  note: others,
};

/** 待办: what the one who asks owes, with the buttons to do it. */
export const todoMessage = ({ deps, actor }: Pick<Asked, 'deps' | 'actor'>): Promise<Message> => todoOf(deps, actor);
