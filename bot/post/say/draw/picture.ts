/** The picture of a draw as a post: the file, and the same in words for those who do not see it. */
import type { PutFile } from '../../../message/messenger.ts';
import { type DrawPicture, drawPicture } from '../../../picture/draw-picture.ts';
import { partsHere } from '../../../picture/node-parts.ts';
import { paint } from '../../../picture/paint.ts';
import type { Parts } from '../../../picture/parts.ts';
import { span } from '../../../say/time.ts';
import type { DrawFigures } from '../../../verbs/draw/figures.ts';
import type { Said } from '../../post.ts';
import type { Present } from './present.ts';
import { cameTo, type NameOf, poolWords } from './result.ts';
import { both, ceremonyWords, classWords } from './words.ts';

export async function sayPicture(present: Present, figures: DrawFigures, nameOf: NameOf): Promise<Said> {
  const title = ceremonyWords(present.no);
  const came = cameTo(present, figures);
  const picture = pictureOf(present, figures, nameOf);
  const words = both(`${title.zh}结果图：${came.zh}`, `${title.en} in a picture: ${came.en}`);
  const parts = await partsHere();
  return {
    summary: words,
    parts: [{ kind: 'text', words }],
    ...(parts === null ? {} : { file: await fileOf(parts, present.no, picture, altOf(picture, title.zh)) }),
  };
}

async function fileOf(parts: Parts, no: number, picture: DrawPicture, alt: string): Promise<PutFile> {
  const { box, size } = drawPicture(picture);
  return { name: `draw-${no}.png`, bytes: await paint(parts, box, size), alt };
}

function pictureOf({ no, manifest }: Present, figures: DrawFigures, nameOf: NameOf): DrawPicture {
  return {
    title: `${ceremonyWords(no).zh}结果`,
    subtitle: [manifest.office, `计划 ${manifest.plan} · 检查实施期 ${span(manifest.window).zh}`],
    classes: figures.tasks.flatMap(({ name, tiers }) =>
      tiers
        .filter(({ of }) => of > 0)
        .map(({ label, drawn, of }) => ({ task: name, label: classWords(label).zh, drawn, of })),
    ),
    drawn: figures.drawn,
    doors: figures.doors,
    pools: figures.pools.map(({ pool, ...rest }) => ({ ...rest, name: poolWords(pool, nameOf).zh })),
  };
}

/** Screen readers of chats take so many characters; the result beside the picture says all of it anyway. */
const altMost = 1000;

/** The whole picture in words. */
function altOf({ classes, drawn, doors, pools }: DrawPicture, title: string): string {
  const tiers = classes.map(({ task, label, drawn: n, of }) => `${task}${label}${n}／${of}`).join('；');
  const loads = pools.map(({ name, officers, posts, open, least, most }) => {
    const each = least === most ? `每人 ${most}` : `每人 ${least}—${most}`;
    return `${name}${officers} 人 ${posts} 岗，${each}${open === 0 ? '' : `，空缺 ${open}`}`;
  });
  const merged = drawn === 0 ? '' : `上门由逐项 ${drawn} 次合并为 ${doors} 次。`;
  const words = `${title}结果图。${merged}${tiers === '' ? '' : `分类抽取：${tiers}。`}检查人员：${loads.join('；')}。`;
  const letters = [...words];
  const end = '……其余见结果帖。';
  return letters.length <= altMost ? words : `${letters.slice(0, altMost - end.length).join('')}${end}`;
}
