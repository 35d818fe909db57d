/** Which ceremony is meant: the number on a button, a number that was typed, or the last one that stands. */
import { ceremonies } from '../../../db/draws.ts';
import { type Message, sentence } from '../../message/message.ts';
import { type Present, presentOf } from '../../post/say/draw/present.ts';
import type { Answer, Asked } from '../door.ts';

/** Null where no number is said. NaN where something else is. */
export function numberIn(text: string): number | null {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const [, no] = /^第?\s*([1-9][0-9]{0,8})\s*(?:次|次抽取)?$/.exec(typed) ?? [];
  return no === undefined ? Number.NaN : Number(no);
}

/** The ceremony, or what to say instead. */
export async function ceremonyMeant(
  { deps }: Pick<Asked, 'deps'>,
  text: string,
): Promise<{ readonly present: Present } | { readonly message: Message }> {
  const typed = numberIn(text);
  if (Number.isNaN(typed)) {
    return {
      message: sentence({
        zh: `“${text.trim().slice(0, 40)}”不是抽取编号，请写编号，如“3”。`,
        en: `“${text.trim().slice(0, 40)}” is no number of a ceremony; write one, such as 3.`,
      }),
    };
  }
  const no = typed ?? (await lastStanding(deps));
  const present = no === null ? null : await presentOf(deps, no);
  if (present !== null) return { present };
  return {
    message: sentence(
      no === null
        ? {
            zh: '还没有抽取；发送“/draw 新建”锁定名单。',
            en: 'There is no ceremony yet; “/draw new” freezes a roster.',
          }
        : { zh: `没有第 ${no} 次抽取。`, en: `There is no ceremony ${no}.` },
    ),
  };
}

async function lastStanding({ db }: Asked['deps']): Promise<number | null> {
  const all = await ceremonies(db);
  const standing = all.filter(({ stage }) => stage !== 'aborted' && stage !== 'annulled');
  const running = standing.filter(({ stage }) => stage !== 'opened');
  return (running.at(-1) ?? standing.at(-1) ?? all.at(-1))?.no ?? null;
}

/** An act about the ceremony meant. */
export async function about(asked: Asked, text: string, act: (present: Present) => Promise<Answer>): Promise<Answer> {
  const meant = await ceremonyMeant(asked, text);
  return 'message' in meant ? { kind: 'say', message: meant.message } : act(meant.present);
}
