/** Lock 3 in a chat: two persons of two departments type the public number, neither sees what the other has typed. */
import { stageWords } from '../../../core/draw/ceremony/words.ts';
import type { PublicSource } from '../../../core/draw/manifest.ts';
import { one } from '../../message/form.ts';
import { type Message, sentence, text } from '../../message/message.ts';
import type { Present } from '../../post/say/draw/present.ts';
import { sourceWords } from '../../post/say/draw/words.ts';
import { wholeNumber } from '../../post/whole-number.ts';
import { passOver, typeNumber } from '../../verbs/draw/number.ts';
import { filled, tell } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { ceremonyMeant } from './which.ts';

interface Due {
  readonly present: Present;
  /** Place of the number that is due, from 0. */
  readonly place: number;
  readonly source: PublicSource;
}

/** The number that is to be typed now, or what to say instead. */
async function numberDue(asked: Asked, about: string): Promise<Due | { readonly message: Message }> {
  const meant = await ceremonyMeant(asked, about);
  if ('message' in meant) return meant;
  const { present } = meant;
  const place = present.state.public?.place ?? present.state.passedOver.length;
  const source = present.manifest.public[place];
  return present.state.stage !== 'number' || source === undefined
    ? { message: notNow(present) }
    : { present, place, source };
}

const notNow = ({ no, state }: Present): Message => {
  const stage = stageWords[state.stage];
  return sentence({
    zh: `第 ${no} 次抽取现处于“${stage.zh}”，现在不录入公共数。`,
    en: `Ceremony ${no} is “${stage.en}”; the public number is not typed now.`,
  });
};

/** About a ceremony and the place of the number that was due when the form was opened. */
const aboutOf = (no: number, place: number): string => `${no} ${place}`;

function read(about: string): { readonly ceremony: number; readonly place: number } {
  const [no = '', place = ''] = about.trim().split(' ');
  return { ceremony: wholeNumber(no), place: wholeNumber(place) };
}

/** `draw-number` */
export const numberForm: FormDoor = {
  open: async (asked, about) => {
    const due = await numberDue(asked, about);
    if ('message' in due) return due;
    const { present, place, source } = due;
    const words = sourceWords(source);
    const mine = present.state.readings.some(({ typist }) => typist.person === asked.actor.person);
    return {
      form: {
        id: 'draw-number',
        about: aboutOf(present.no, place),
        title: { zh: '录入公共数', en: 'Type the public number' },
        submit: { zh: '录入', en: 'Record' },
        intro: [
          text(
            `${words.zh}。请本人对照${source.source === 'dice' ? '骰面' : '公告'}逐个录入；另一部门还有一人录入，两人一致才算数。`,
            `${words.en}. Read it yourself and type it; somebody of another department does the same, and both must agree.`,
          ),
          ...(mine
            ? [text('您已录入过；录错的可以重新录入。', 'You have typed it already; if it was wrong, type it again.')]
            : []),
        ],
        fields: [
          {
            kind: 'text',
            id: 'number',
            label: { zh: `${source.count} 个号码`, en: `${source.count} numbers` },
            hint: {
              zh: `每个 ${source.from}—${source.to}，用空格隔开。`,
              en: `Each ${source.from}–${source.to}, with blanks between them.`,
            },
            atMost: 400,
          },
        ],
      },
    };
  },
  submit: async (asked, about, values) => {
    const done = await typeNumber(asked.deps, asked.actor, { ...read(about), text: one(values, 'number') });
    if (!done.ok && done.error.stage === 'ceremony' && done.error.why.reason === 'same-person-twice') {
      if (done.error.why.person === asked.actor.person)
        return tell({
          zh: '您的录入已记录，等待另一部门一人录入。',
          en: 'Yours is recorded; somebody of another department types it too.',
        });
    }
    return filled(done, 'number', ({ public: read, readings }) =>
      read !== null
        ? {
            zh: '两人录入一致，公共数已确定，可以开签。',
            en: 'Both agree: the public number stands, and the draw can be opened.',
          }
        : readings.length > 1
          ? {
              zh: '您的录入已记录，但与另一人录入的不一致。请各自对照公告核对，录错的重新录入。',
              en: 'Recorded, but it differs from what was typed before. Both look again; whoever was wrong types again.',
            }
          : {
              zh: '您的录入已记录，等待另一部门一人录入。',
              en: 'Recorded; somebody of another department types it too.',
            },
    );
  },
};

/** `draw-pass-over` */
export const passOverForm: FormDoor = {
  open: async (asked, about) => {
    const due = await numberDue(asked, about);
    if ('message' in due) return due;
    const { present, place, source } = due;
    const words = sourceWords(source);
    return {
      form: {
        id: 'draw-pass-over',
        about: aboutOf(present.no, place),
        title: { zh: '改用下一顺位公共数', en: 'Use the next number' },
        submit: { zh: '改用', en: 'Pass over' },
        intro: [
          text(
            `${words.zh}没有产生的，写明原因后改用下一顺位；已有人录入的不能改用。`,
            `${words.en}: where it did not come, say why. What somebody has typed cannot be passed over.`,
          ),
        ],
        fields: [{ kind: 'text', id: 'reason', label: { zh: '原因', en: 'Reason' }, lines: 'many', atMost: 200 }],
      },
    };
  },
  submit: async (asked, about, values) =>
    filled(
      await passOver(asked.deps, asked.actor, { ...read(about), reason: one(values, 'reason') }),
      'reason',
      ({ no }) => ({
        zh: `第 ${no} 次抽取改用下一顺位公共数。`,
        en: `Ceremony ${no} uses the next public number.`,
      }),
    ),
};
