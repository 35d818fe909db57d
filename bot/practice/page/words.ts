/** The page's own words in both languages; what the bot says comes as it says it. */
import type { Words } from '../../../core/words.ts';

export type Lang = keyof Words;

export const words = {
  practice: { zh: '演练群', en: 'Practice workspace' },
  invented: { zh: '人员、企业均为虚构', en: 'All people and enterprises are invented' },
  me: { zh: '我现在是', en: 'I am now' },
  change: { zh: '换人', en: 'Change' },
  findPerson: { zh: '查找人员', en: 'Find a person' },
  channels: { zh: '频道', en: 'Channels' },
  privately: { zh: '私聊', en: 'Private' },
  home: { zh: '我的首页', en: 'My home tab' },
  homeEmpty: {
    zh: '首页还没有内容。明抽会把您要办的、在等的事列在这里。',
    en: 'Nothing here yet. Mingchou lists here what you owe and what you wait for.',
  },
  noChannel: { zh: '请在左边选一个频道。', en: 'Choose a channel on the left.' },
  nothing: { zh: '这里还没有消息。', en: 'Nothing has been said here yet.' },
  thread: { zh: '话题', en: 'Thread' },
  replies: { zh: '条回复', en: 'replies' },
  reply: { zh: '条回复', en: 'reply' },
  replyHere: { zh: '回复', en: 'Reply' },
  edit: { zh: '修改', en: 'Edit' },
  takeBack: { zh: '撤回', en: 'Delete' },
  takeBackSure: { zh: '撤回这条消息？', en: 'Delete this message?' },
  edited: { zh: '已修改', en: 'edited' },
  onlyYou: { zh: '仅您可见', en: 'Only visible to you' },
  dismiss: { zh: '收起', en: 'Dismiss' },
  app: { zh: '应用', en: 'APP' },
  write: { zh: '发消息，或输入 / 使用命令', en: 'Write, or type / for commands' },
  writeReply: { zh: '在话题里回复…', en: 'Reply in the thread…' },
  send: { zh: '发送', en: 'Send' },
  attach: { zh: '上传文件', en: 'Attach a file' },
  removeFile: { zh: '移除', en: 'Remove' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  archived: { zh: '本频道已归档，不能再发消息。', en: 'This channel is archived.' },
  people: { zh: '人', en: 'members' },
  choose: { zh: '请选择', en: 'Choose' },
  findOption: { zh: '输入几个字查找', en: 'Type to find' },
  optional: { zh: '选填', en: 'optional' },
  required: { zh: '请改正标出的各项。', en: 'Please correct what is marked.' },
  chosen: { zh: '已选', en: 'chosen' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  clock: { zh: '演练时间', en: 'Practice time' },
  nextDay: { zh: '下一个工作日', en: 'Next working day' },
  nextHour: { zh: '过一小时', en: 'One hour on' },
  until: { zh: '走到这一天', en: 'Go to this day' },
  onlyForward: { zh: '演练时间只能往后走。', en: 'Practice time only moves forward.' },
  spreadsheet: { zh: '电子表格', en: 'Spreadsheet' },
  files: { zh: '填报网页', en: 'File page' },
  filesWhy: {
    zh: '用 WPS 等软件的，在这里打开 .xlsx 工作簿填报',
    en: 'With WPS or another program: open .xlsx workbooks here',
  },
  copied: { zh: '已复制，请到电子表格里粘贴', en: 'Copied: paste it in the spreadsheet' },
  copyByHand: { zh: '浏览器不让自动复制，请选中下面的文字按 Ctrl+C', en: 'Select the text below and press Ctrl+C' },
  tour: { zh: '教程', en: 'Guided tour' },
  tourDone: { zh: '全部完成', en: 'All done' },
  tourAfter: { zh: '走完了，还可以试试', en: 'That was the tour. What else to try' },
  be: { zh: '换成', en: 'Become' },
  goThere: { zh: '去看', en: 'Go there' },
  forMe: { zh: '代我做', en: 'Do it for me' },
  doing: { zh: '正在办…', en: 'Working…' },
  step: { zh: '步', en: 'steps' },
  connectionLost: { zh: '与演练群的连接断了，正在重连…', en: 'Connection lost, trying again…' },
  failures: { zh: '机器人未及时应答的次数', en: 'Requests that the bot failed to answer' },
  chats: { zh: '频道', en: 'Channels' },
  today: { zh: '今天', en: 'Today' },
  menu: { zh: '更多', en: 'More' },
} as const satisfies Record<string, Words>;

/** What is worth a look when the tour has ended. */
export const afterTour: readonly Words[] = [
  {
    zh: '执法人员在检查任务下点“申请回避”，再换成本单位负责人，在私聊里决定；递补的人随即接替。',
    en: 'An inspector presses 申请回避 (recusal) under the visits; his head decides in private, and a substitute takes over.',
  },
  {
    zh: '输入 /mingchou 登录 打开网页，按检查编号看企业名单、打印检查任务单。',
    en: 'Type /mingchou web, open the pages, see the enterprises by their number and print the sheet.',
  },
  {
    zh: '在公众网页的“意见反馈”里提一条意见，回到“联席办”看；反映检查人员的只有县纪委监委接收人看得到，换成他看看。',
    en: 'Say something on the public page 意见反馈 and see it reach the office; what is about an inspector reaches the discipline recipient alone.',
  },
  {
    zh: '换成县市场监督管理局联络员，点“呈批”“约定日程”，走一遍多部门联合上门的三百多户。',
    en: 'Become the market bureau’s liaison and take its three hundred visits, joint with other departments, along the same way: 呈批, 约定日程.',
  },
  {
    zh: '用 WPS 的：左下角“填报网页”打开 .xlsx 工作簿，校验、提交都一样；在电子表格里“下载 .xlsx”就有一份可以试。',
    en: 'Without Excel: “File page” at the lower left opens .xlsx workbooks, checks and submits alike. The spreadsheet gives you one by “下载 .xlsx”.',
  },
  {
    zh: '换成不同的人看“我的首页”，再点“下一个工作日”看催办。',
    en: 'Look at the home tabs of several people, then press “Next working day” and see the reminders.',
  },
];

const problems: Readonly<Record<string, Words>> = {
  'file-too-large': { zh: '文件超过 20 MB，不能上传。', en: 'The file is larger than 20 MB.' },
  'no-channel': { zh: '没有这个频道。', en: 'There is no such channel.' },
  'not-member': { zh: '您不在这个频道里。', en: 'You are not in this channel.' },
  archived: { zh: '频道已归档。', en: 'The channel is archived.' },
  'no-post': { zh: '这条消息已经不在了。', en: 'That message is gone.' },
  'not-own': { zh: '只能改自己的消息。', en: 'Only your own messages.' },
  nothing: { zh: '还没有写内容。', en: 'Nothing was written.' },
  'too-long': { zh: '消息太长，请控制在 12000 字以内。', en: 'Too long: at most 12,000 characters.' },
  'no-form': { zh: '这张表已经关闭。', en: 'This form is closed.' },
  'no-answer': { zh: '明抽没有及时应答，请再提交一次。', en: 'Mingchou did not answer in time; submit again.' },
  'not-a-date': { zh: '请填日期，如 2025-07-01。', en: 'Give a date such as 2025-07-01.' },
};
const unknown: Words = { zh: '没有办成，请再试一次。', en: 'That did not work; try again.' };

/** Words for the short name of what cannot be; words that came as words stay as they are. */
export const problemWords = (name: string, lang: Lang): string =>
  problems[name]?.[lang] ?? (/^[a-z-]+$/.test(name) ? unknown[lang] : name);

const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** Parts of an instant where the county is: eight hours ahead. @param ms since 1970 */
function civil(ms: number) {
  const at = new Date(ms + 8 * 3_600_000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    minute: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
  };
}

export const minuteOf = (ms: number): string => civil(ms).minute;

export function dayWords(ms: number, lang: Lang): string {
  const { year, month, day, weekday } = civil(ms);
  return lang === 'zh'
    ? `${year}年${month}月${day}日 周${weekdays.zh[weekday]}`
    : `${weekdays.en[weekday]} ${day} ${months[month - 1]} ${year}`;
}

export const civilDate = (ms: number): string => {
  const { year, month, day } = civil(ms);
  return `${year}-${two(month)}-${two(day)}`;
};

export const sizeWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`;
