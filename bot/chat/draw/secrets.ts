/** Lock 2 in a chat: a witness co-signs, seals and opens. What it types is never said again, to nobody. */
import type { Participant } from '../../../core/draw/manifest.ts';
import { digitsOf } from '../../../core/draw/manifest.ts';
import { type Form, one } from '../../message/form.ts';
import { type Message, sentence, text } from '../../message/message.ts';
import type { Present } from '../../post/say/draw/present.ts';
import { beijing } from '../../say/time.ts';
import { cosign } from '../../verbs/draw/cosign.ts';
import { reveal } from '../../verbs/draw/reveal.ts';
import { seal } from '../../verbs/draw/seal.ts';
import { webLink } from '../../web/link.ts';
import { filled, quiet, refused, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { about as aboutCeremony, ceremonyMeant, numberIn } from './which.ts';

/** The ceremony and whom the manifest names, or what to say instead. */
async function watching(
  asked: Asked,
  about: string,
): Promise<{ readonly present: Present; readonly witness: Participant } | { readonly message: Message }> {
  const meant = await ceremonyMeant(asked, about);
  if ('message' in meant) return meant;
  const { present } = meant;
  const witness = present.manifest.participants.find(({ id, kind }) => id === asked.actor.person && kind === 'witness');
  return witness === undefined ? { message: notWatching(present.no) } : { present, witness };
}

const notWatching = (no: number): Message =>
  sentence({ zh: `您不是第 ${no} 次抽取的监督人员。`, en: `You are no witness of ceremony ${no}.` });

/** `draw-cosign`: the first eight digits of the manifest's digest. */
export const cosignForm: FormDoor = {
  open: async (asked, about) => {
    const found = await watching(asked, about);
    if ('message' in found) return found;
    const { no, state } = found.present;
    if (state.cosigned.some(({ id }) => id === found.witness.id))
      return { message: sentence({ zh: `您已会签第 ${no} 次抽取。`, en: `You have co-signed ceremony ${no}.` }) };
    return { form: cosignFields(no) };
  },
  submit: async (asked, about, values) =>
    filled(
      await cosign(asked.deps, asked.actor, { ceremony: numberIn(about) ?? 0, digits: one(values, 'digits') }),
      'digits',
      ({ no, manifest }) => ({
        zh: `已会签第 ${no} 次抽取（${digitsOf(manifest)}）。`,
        en: `You have co-signed ceremony ${no} (${digitsOf(manifest)}).`,
      }),
    ),
};

const cosignFields = (no: number): Form => ({
  id: 'draw-cosign',
  about: String(no),
  title: { zh: `会签第 ${no} 次抽取`, en: `Co-sign ceremony ${no}` },
  submit: { zh: '会签', en: 'Co-sign' },
  intro: [
    text(
      '请对照会场公布的待抽名单摘要，键入前 8 位。会签表示：我所见的锁定名单就是这一份。',
      'Type the first 8 digits of the manifest digest as it is shown in the room: this is what I saw frozen.',
    ),
  ],
  fields: [{ kind: 'text', id: 'digits', label: { zh: '摘要前 8 位', en: 'First 8 digits' }, atMost: 16 }],
});

/** `draw-seal`: for a witness that has only chat; one with a page of its own is led there. */
export const sealForm: FormDoor = {
  open: async (asked, about) => {
    const found = await watching(asked, about);
    if ('message' in found) return found;
    const { present, witness } = found;
    const { no, state, manifest } = present;
    if (state.sealed.some(({ id }) => id === witness.id))
      return {
        message: sentence({
          zh: `您已封签第 ${no} 次抽取，封签后不能更换。`,
          en: `You have sealed in ceremony ${no}; a seal is not exchanged.`,
        }),
      };
    if (witness.custody === 'own-page') return { message: await ownPage(asked, no, '封签', 'seal') };
    const by = beijing(manifest.deadlines.seal);
    return {
      form: {
        id: 'draw-seal',
        about: String(no),
        title: { zh: `封签第 ${no} 次抽取`, en: `Seal in ceremony ${no}` },
        submit: { zh: '封签', en: 'Seal' },
        intro: [
          text(
            `请键入任意 6 位以上数字，不要告诉别人；随机部分由会务台代为生成，一并加密封存，启封前任何人看不到。${by.zh}截止，封签后不能更换。`,
            `Type six digits or more and tell nobody. The desk adds the random part and keeps both encrypted until they are opened. Until ${by.en}; a seal is not exchanged.`,
          ),
        ],
        fields: [
          { kind: 'text', id: 'typed', label: { zh: '数字（6 位以上）', en: 'Digits (six or more)' }, atMost: 40 },
        ],
      },
    };
  },
  submit: async (asked, about, values) =>
    filled(
      await seal(asked.deps, asked.actor, { ceremony: numberIn(about) ?? 0, typed: one(values, 'typed') }),
      'typed',
      ({ no }) => ({
        zh: `已封签第 ${no} 次抽取。封签截止后会通知您启封。`,
        en: `You have sealed in ceremony ${no}. You will be told when to open it.`,
      }),
    ),
};

/** `draw-reveal`: pressed under the private post that asks for it, which says itself that the seal is open now. */
export const pressedReveal = async (asked: Asked, about: string): Promise<Answer> =>
  revealed(asked, about, () => quiet);

/** Typed: the answer stands where it was typed. */
export const typedReveal = (asked: Asked, about: string): Promise<Answer> =>
  revealed(asked, about, (no) => tell({ zh: `第 ${no} 次抽取：您已启封。`, en: `Ceremony ${no}: your seal is open.` }));

/** The desk opens what it keeps for the witness. */
const revealed = (asked: Asked, about: string, done: (no: number) => Answer): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no, manifest }) => {
    const witness = manifest.participants.find(({ id, kind }) => id === asked.actor.person && kind === 'witness');
    if (witness === undefined) return show(notWatching(no));
    if (witness.custody === 'own-page') return show(await ownPage(asked, no, '启封', 'open your seal'));
    const opened = await reveal(asked.deps, asked.actor, { ceremony: no, secret: null });
    return opened.ok ? done(no) : refused(opened.error);
  });

/** With a link that signs the witness in, since only the one who asked is shown it. */
async function ownPage({ deps, actor }: Asked, no: number, zh: string, en: string): Promise<Message> {
  const words = {
    zh: `您登记为本人网页封签，请打开本人网页${zh}。`,
    en: `You keep your own secret: ${en} on your own page.`,
  };
  return {
    summary: words,
    parts: [
      { kind: 'text', words },
      { kind: 'link', words: { zh: '本人网页', en: 'My page' }, url: await webLink(deps, actor, `/witness/${no}`) },
    ],
  };
}
