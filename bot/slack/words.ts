/** What the Slack door says of its own accord; all else is said by the chapters. */
import type { Words } from '../../core/words.ts';

export const opening: Words = { zh: '正在打开…', en: 'Opening…' };
export const working: Words = {
  zh: '正在办理，办好后这里会显示结果。',
  en: 'Being carried out; the result will show here.',
};
export const product: Words = { zh: '明抽', en: 'Mingchou' };

export const notLinked: Words = {
  zh: '您的账号还没有绑定人员，暂不能办理。请向联席办索取邀请码，再输入“/mingchou 绑定 <邀请码>”。',
  en: 'Your account is not linked to anybody on the roll yet. Ask the office for an invitation code, then type: /mingchou link CODE.',
};

export const noSuchCommand = (name: string): Words => ({
  zh: `没有“${name}”这个命令。输入“/mingchou 帮助”查看可用的命令。`,
  en: `There is no command “${name}”. Type /mingchou help to see what there is.`,
});

export const noLongerThere: Words = {
  zh: '这个按钮属于旧版消息，已不再使用。请用最新的消息，或输入“/mingchou 帮助”。',
  en: 'This button belongs to an old message and is no longer in use. Use the latest one, or type /mingchou help.',
};

export const tooLateToOpen: Words = {
  zh: '窗口没有打开（网络较慢）。请再点一次。',
  en: 'The form could not be opened (a slow network). Press again.',
};

export const useButton: Words = {
  zh: '这件事要填表。请点上方消息的按钮，或输入“/mingchou 帮助”。',
  en: 'This needs a form. Use the buttons of the message above, or type /mingchou help.',
};

export const botInChannel: Words = {
  zh: '明抽已加入本频道。请联席办在这里输入“/mingchou 频道 <单位>”，指定本频道归哪个单位；征询、计划和提醒随后会发到这里。',
  en: 'Mingchou has joined this channel. The office types /mingchou channel here to say whose it is; consultations, plans and reminders then come here.',
};

export const tooLong = (length: number, most: number): Words => ({
  zh: `最多 ${most} 字，现有 ${length} 字。`,
  en: `At most ${most} characters; there are ${length}.`,
});

export const wrongFields: Words = {
  zh: '请改正以下内容后再提交：',
  en: 'Please correct the following and submit again:',
};
