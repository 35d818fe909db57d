/** Opening in a chat, and what follows it: the checkpoint in the thread, disclosure on its date. */
import { ok } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Choice, choices, type Message } from '../../message/message.ts';
import { nextOf } from '../../post/say/draw/ceremony.ts';
import { openChoice } from '../../post/say/draw/choices.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { postCheckpointOf } from '../../verbs/draw/checkpoint.ts';
import { closeOpening, closeSealing } from '../../verbs/draw/close.ts';
import { disclose } from '../../verbs/draw/disclose.ts';
import { open } from '../../verbs/draw/open.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { about as aboutCeremony } from './which.ts';

/** `draw-open`: the record first, then the checkpoint, then the posts that follow from both. Pressed twice, it is one draw. */
export const openAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) => {
    const opened = await open(asked.deps, asked.actor, no);
    if (!opened.ok) return refused(opened.error);
    const checkpoint = await postCheckpointOf(asked.deps, asked.actor, no);
    const missing: Words = checkpoint.ok
      ? { zh: '', en: '' }
      : {
          zh: `台账校验点未张贴：${sayRefusal(checkpoint.error).zh}`,
          en: ` No checkpoint was posted: ${sayRefusal(checkpoint.error).en}`,
        };
    return told(ok(opened.value), ({ record }) => ({
      zh: `第 ${no} 次抽取已开签，结果见抽取帖。记录摘要 ${record.digest.slice(0, 16)}…${missing.zh}`,
      en: `Ceremony ${no} is open; the result stands in its thread. Digest ${record.digest.slice(0, 16)}….${missing.en}`,
    }));
  });

/** Typed instead of pressed, it is asked once more. */
export const askToOpen = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async (present) => {
    const { no, state } = present;
    return show(withChoice(nextOf(present), state.stage === 'ready' ? [openChoice(no, state.draws.length > 0)] : []));
  });

const withChoice = (words: Words, buttons: readonly Choice[]): Message => ({
  summary: words,
  parts: [{ kind: 'text', words }, ...(buttons.length === 0 ? [] : [choices(...buttons)])],
});

/** `draw-checkpoint` */
export const checkpointAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await postCheckpointOf(asked.deps, asked.actor, no), (checkpoint) =>
      checkpoint === null
        ? { zh: '开签后的台账校验点已经张贴。', en: 'The checkpoint is posted already.' }
        : { zh: `台账校验点已张贴：${checkpoint.size} 行。`, en: `The checkpoint is posted: ${checkpoint.size} rows.` },
    ),
  );

/** `draw-disclose`, by hand; on its date the clock does it. */
export const discloseAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await disclose(asked.deps, asked.actor, no), () => ({
      zh: `第 ${no} 次抽取的完整记录已公开。`,
      en: `The whole record of ceremony ${no} is public.`,
    })),
  );

/** Asked for by hand; the clock closes both by itself. */
export const closeSealingAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await closeSealing(asked.deps, asked.actor, no), () => ({
      zh: `第 ${no} 次抽取封签已截止。`,
      en: `Sealing of ceremony ${no} has ended.`,
    })),
  );

export const closeOpeningAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await closeOpening(asked.deps, asked.actor, no), ({ absent }) => ({
      zh: `第 ${no} 次抽取启封已截止${absent.length === 0 ? '' : `，缺席 ${absent.length} 名`}。`,
      en: `Opening of ceremony ${no} has ended${absent.length === 0 ? '' : `; ${absent.length} absent`}.`,
    })),
  );
