/** What the public sends, in words: what it may be about, and why something is refused. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { VoiceField, VoiceRefusal } from '../verbs/voice/refusal.ts';
import type { VoiceAbout } from '../verbs/voice/voice.ts';

export const aboutWords: { readonly [about in VoiceAbout]: Words } = {
  feedback: { zh: '意见建议', en: 'feedback' },
  complaint: { zh: '投诉举报', en: 'a complaint' },
  objection: { zh: '对公示内容的异议', en: 'an objection to what was published' },
  'about-inspector': { zh: '反映检查人员', en: 'about an inspector' },
};

const fieldWords: { readonly [field in VoiceField]: Words } = {
  text: { zh: '内容', en: 'The text' },
  contact: { zh: '联系方式', en: 'How to reach you' },
  reference: { zh: '相关编号或单位', en: 'The number or enterprise' },
};

export function sayVoice(why: VoiceRefusal): Words {
  switch (why.reason) {
    case 'no-subject-matter': {
      const known = Object.values(aboutWords);
      return {
        zh: `请选择反映的类别：${known.map(({ zh }) => zh).join('、')}。`,
        en: `Choose what it is about: ${known.map(({ en }) => en).join(', ')}.`,
      };
    }
    case 'empty':
      return { zh: '请填写内容。', en: 'Write what you wish to say.' };
    case 'field-too-long': {
      const { zh, en } = fieldWords[why.field];
      return {
        zh: `“${zh}”现有 ${why.long.length} 字，最多 ${why.long.most} 字，请精简后再提交。`,
        en: `${en} has ${why.long.length} characters and may have ${why.long.most}; shorten it and send it again.`,
      };
    }
    case 'no-mark':
      return {
        zh: '页面已失效，没有提交。请返回“意见反馈”页面重新填写。',
        en: 'The page is out of date and nothing was sent; open the feedback page again.',
      };
    case 'no-receipt':
      return {
        zh: '没有与此受理编号和查询码相符的反映，请核对后再查。',
        en: 'Nothing fits this number and code; check both and try again.',
      };
    case 'no-voice':
      return { zh: `没有您可以办理的第 ${why.number} 号群众反映。`, en: `There is no message ${why.number} for you.` };
    case 'no-lead':
      return { zh: `没有第 ${why.no} 号线索。`, en: `There is no lead ${why.no}.` };
    case 'no-such-department':
      return {
        zh: `成员单位名单中没有“${why.department}”，请填写单位名称或代码，不清楚的可以不填。`,
        en: `No department is called “${why.department}”; give a name or code, or leave it empty.`,
      };
    case 'no-discipline':
      return {
        zh: '尚未登记纪检接收人员，请先由联席办在人员名册中登记，再移送。',
        en: 'Nobody of the discipline body is on the roll; enrol somebody first.',
      };
    default:
      return never(why);
  }
}
