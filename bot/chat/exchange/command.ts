/** What is typed after `/exchange`. */
import type { Route } from '../door.ts';
import { commandOf, type Subcommand } from '../subcommand.ts';
import type { Usage } from '../usage.ts';

const usage: Usage = {
  command: '/exchange',
  title: { zh: '沟通交流：可以输入的命令', en: 'Exchange: what you can type' },
  lines: [
    { zh: '/exchange 问题：提出抽查工作、平台操作中的问题', en: '/exchange problem: raise a problem' },
    { zh: '/exchange 经验：交流经验做法', en: '/exchange practice: share good practice' },
    { zh: '/exchange 动态：报送工作动态', en: '/exchange news: send work news' },
    { zh: '/exchange 会议：召集联席会议、联络员会议（联席办）', en: '/exchange meeting: call a meeting (office)' },
    { zh: '/exchange 督查：登记指导督查情况（联席办、督查单位）', en: '/exchange supervision: record a supervision' },
  ],
};

const formRoute = (form: string): Route => ({ kind: 'form', form, about: '' });
const opening = (words: readonly string[], form: string): Subcommand => ({
  words,
  route: (rest) => (rest === '' ? formRoute(form) : null),
});

export const exchange = commandOf({
  usage,
  bare: formRoute('problem-raise'),
  words: {
    problem: opening(['问题', '提出问题', 'problem'], 'problem-raise'),
    practice: opening(['经验', '经验做法', 'practice'], 'practice-share'),
    news: opening(['动态', '工作动态', 'news'], 'news-send'),
    meeting: opening(['会议', '召集会议', 'meeting'], 'meeting-call'),
    supervision: opening(['督查', '指导督查', 'supervision'], 'supervision-record'),
  },
});
