/** Where ceremonies stand, for whoever asks; and what can be typed. */
import { stageWords } from '../../../core/draw/ceremony/words.ts';
import type { Words } from '../../../core/words.ts';
import { ceremonies } from '../../../db/draws.ts';
import { heading, type Message } from '../../message/message.ts';
import { nextOf, sayCeremonyRoot } from '../../post/say/draw/ceremony.ts';
import { type Present, presentOf } from '../../post/say/draw/present.ts';
import { ceremonyWords } from '../../post/say/draw/words.ts';
import { show, tell } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { about as aboutCeremony } from './which.ts';

/** More than these nobody reads in a chat. */
const shown = 10;

/** One ceremony as its root shows it, or the last ones in a sentence each. */
export async function statusAct(asked: Asked, typed: string): Promise<Answer> {
  if (typed !== '') return aboutCeremony(asked, typed, async (present) => show(sayCeremonyRoot(present)));
  const last = (await ceremonies(asked.deps.db)).slice(-shown).reverse();
  const held: Present[] = [];
  for (const { no } of last) {
    const present = await presentOf(asked.deps, no);
    if (present !== null) held.push(present);
  }
  const [only, ...others] = held;
  if (only === undefined)
    return tell({
      zh: '还没有抽取；发送“/draw 新建”锁定名单。',
      en: 'There is no ceremony yet; “/draw new” freezes a roster.',
    });
  return show(others.length === 0 ? sayCeremonyRoot(only) : listed(held));
}

const listed = (held: readonly Present[]): Message => ({
  summary: { zh: `最近 ${held.length} 次抽取的进度`, en: `Where the last ${held.length} ceremonies stand` },
  parts: [
    heading('抽取进度', 'Ceremonies'),
    { kind: 'list', items: held.map(sentenceOf) },
    { kind: 'note', words: { zh: '看某一次：/draw 状态 3', en: 'For one of them: /draw status 3' } },
  ],
});

function sentenceOf(present: Present): Words {
  const [title, stage, next] = [ceremonyWords(present.no), stageWords[present.state.stage], nextOf(present)];
  return { zh: `${title.zh}（${stage.zh}）：${next.zh}`, en: `${title.en} (${stage.en}): ${next.en}` };
}
