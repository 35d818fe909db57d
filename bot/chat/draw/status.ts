/** Where ceremonies stand, for whoever asks; and what can be typed. */
import { stageWords } from '../../../core/draw/ceremony/words.ts';
import type { Words } from '../../../core/words.ts';
import { ceremonies } from '../../../db/draws.ts';
import { heading, type Message } from '../../message.ts';
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

const lines: readonly Words[] = [
  { zh: '/draw 新建 [计划]：锁定待抽名单', en: '/draw new [plan]: freeze a roster' },
  { zh: '/draw 状态 [编号]：进行到哪一步', en: '/draw status [number]: where it stands' },
  { zh: '/draw 会签、封签、启封：监督人员办理', en: '/draw cosign, seal, reveal: for witnesses' },
  {
    zh: '/draw 公共数：录入公共数；/draw 下一顺位：公共数没有产生时改用下一个',
    en: '/draw number; /draw pass-over: where it did not come',
  },
  { zh: '/draw 开签：三锁齐备后开签', en: '/draw open: when all three locks are set' },
  {
    zh: '/draw 截止封签、截止启封：到时自动截止，也可手动',
    en: '/draw close-sealing, close-opening: the clock does it, or by hand',
  },
  {
    zh: '/draw 中止、更正、撤销：须写明理由，后两项由两人办理',
    en: '/draw abort, correct, annul: with a reason; the last two take two persons',
  },
  { zh: '/draw 确认更正、确认撤销：第二人确认', en: '/draw confirm-correction, confirm-annulment: the second person' },
  { zh: '/draw 补抽 [编号]：为空缺岗位补抽人员', en: '/draw posts [number]: people for open posts' },
  { zh: '/draw 校验点、公开：张贴台账校验点，到期公开记录', en: '/draw checkpoint, disclose' },
];

export function help(typed: string | null): Answer {
  const title =
    typed === null
      ? { zh: '抽取：可以输入的命令', en: 'The draw: what you can type' }
      : { zh: `没有“/draw ${typed.slice(0, 40)}”这个命令。`, en: `There is no command “/draw ${typed.slice(0, 40)}”.` };
  return show({
    summary: title,
    parts: [
      { kind: 'text', words: title },
      { kind: 'list', items: lines },
      {
        kind: 'note',
        words: { zh: '不写编号的，指最近一次抽取。', en: 'Without a number the last ceremony is meant.' },
      },
    ],
  });
}
