/** Letters of the public, listed with their words to whoever may read them, and answered. */
import { one } from '../../message/form.ts';
import { choices, heading, type Part, same } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { beijing } from '../../say/time.ts';
import { aboutWords } from '../../say/voice.ts';
import { answerVoice } from '../../verbs/voice/answer-voice.ts';
import type { Voice } from '../../verbs/voice/voices-for.ts';
import { voicesFor } from '../../verbs/voice/voices-for.ts';
import { fieldsBy, filled, noForm, refused, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor, Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';

/** Letters that are shown at once; those without an answer come first. */
const shown = 8;

export async function listVoices({ deps, actor }: Asked): Promise<Answer> {
  const voices = await voicesFor(deps, actor);
  if (!voices.ok) return refused(voices.error);
  const open = voices.value.filter(({ answers, answerable }) => answerable && answers.length === 0);
  if (voices.value.length === 0) return tell({ zh: '没有群众反映。', en: 'The public has said nothing yet.' });
  const inOrder = [...open, ...voices.value.filter((each) => !open.includes(each))].slice(0, shown);
  return show({
    summary: {
      zh: `群众反映 ${voices.value.length} 件，待答复 ${open.length} 件。`,
      en: `${voices.value.length} messages, ${open.length} to be answered.`,
    },
    parts: inOrder.flatMap(partsOf),
  });
}

function partsOf({ number, at, about, text, contact, reference, answerable, answers }: Voice): readonly Part[] {
  const { zh, en } = aboutWords[about];
  const last = answers.at(-1);
  const facts = [
    { name: { zh: '收到', en: 'Received' }, value: beijing(at) },
    ...(reference === '' ? [] : [{ name: { zh: '相关编号或单位', en: 'About' }, value: same(reference) }]),
    ...(contact === '' ? [] : [{ name: { zh: '联系方式', en: 'Contact' }, value: same(contact) }]),
    ...(last === undefined ? [] : [{ name: { zh: '已答复', en: 'Answered' }, value: same(last.text) }]),
  ];
  return [
    heading(`第 ${number} 号：${zh}`, `No. ${number}: ${en}`),
    { kind: 'text', words: same(text) },
    { kind: 'facts', facts },
    answerable
      ? choices({ id: 'voice-answer', about: String(number), label: { zh: '答复', en: 'Answer' } })
      : { kind: 'note', words: { zh: '由联席办办理和答复。', en: 'The office deals with it and answers.' } },
  ];
}

export const answerForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const voices = await voicesFor(deps, actor);
    if (!voices.ok) return noForm(voices.error);
    const voice = voices.value.find(({ number }) => number === no);
    if (voice === undefined) return noForm({ stage: 'voice', why: { reason: 'no-voice', number: no } });
    if (!voice.answerable)
      return noForm({
        stage: 'rights',
        why: { reason: 'no-role', verb: 'answer-voice', person: actor.person, needs: ['office'] },
      });
    return {
      form: {
        id: 'voice-answer',
        about: String(no),
        title: { zh: '答复群众反映', en: 'Answer' },
        submit: { zh: '答复', en: 'Answer' },
        intro: [{ kind: 'text', words: same(voice.text) }],
        fields: [
          {
            kind: 'text',
            id: 'text',
            label: { zh: '答复内容', en: 'Answer' },
            hint: {
              zh: '凭受理编号和查询码可以看到，请不要写入他人的个人信息。',
              en: 'Shown to whoever has the receipt; no personal data of others.',
            },
            lines: 'many',
            atMost: 2000,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerVoice(deps, actor, { voice: readNumber(about).no, text: one(values, 'text') }),
      fieldsBy({ empty: 'text', 'field-too-long': 'text' }),
      ({ voice }) => ({ zh: `第 ${voice} 号已答复。`, en: `No. ${voice} is answered.` }),
    ),
};

const usage: Usage = {
  command: '/voice',
  title: { zh: '群众反映：可以输入的命令', en: 'The public: what you can type' },
  lines: [
    {
      zh: '/voice 查看：群众反映和答复（联席办；反映检查人员的只有纪检可见）',
      en: '/voice list: what the public said',
    },
    {
      zh: '/voice 移送：向纪检移送违纪线索（联席办、部门负责人）',
      en: '/voice refer: refer a lead to the discipline body',
    },
  ],
};

const list: Route = { kind: 'act', act: listVoices };

export const voice = commandOf({
  usage,
  bare: list,
  words: {
    list: { words: ['查看', '列表', 'list'], route: (rest) => (rest === '' ? list : null) },
    refer: {
      words: ['移送', '线索', 'refer'],
      route: (rest) => (rest === '' ? { kind: 'form', form: 'lead-refer', about: '' } : null),
    },
  },
});
