/**
 * The small picture of a draw: how many of each class of each task, how many doors merging saves, what each pool carries. Figures
 * only, each written beside its bar, so that nothing is read from a colour alone.
 */
import { type Box, column, label, plate, row } from './box.ts';

export interface DrawPicture {
  readonly title: string;
  /** Two lines. */
  readonly subtitle: readonly [string, string];
  readonly classes: readonly {
    readonly task: string;
    readonly label: string;
    readonly drawn: number;
    readonly of: number;
  }[];
  readonly drawn: number;
  readonly doors: number;
  readonly pools: readonly {
    readonly name: string;
    readonly officers: number;
    readonly posts: number;
    readonly open: number;
    readonly least: number;
    readonly most: number;
  }[];
}

const ink = '#1f2933';
const faint = '#616e7c';
const line = '#d9dee4';
const deep = '#1d4e89';
const pale = '#dbe7f3';
const warm = '#b4530a';

/** More rows than these make no picture; the words beside it have them all. */
const classesShown = 14;
const poolsShown = 10;

const width = 960;
const rowHeight = 30;
const taskHeight = 36;
const poolHeight = 56;

export interface Drawing {
  readonly box: Box;
  readonly size: { readonly width: number; readonly height: number };
}

export function drawPicture(picture: DrawPicture): Drawing {
  const classes = picture.classes.slice(0, classesShown);
  const pools = picture.pools.slice(0, poolsShown);
  const tasks = new Set(classes.map(({ task }) => task)).size;
  const left = 44 + tasks * taskHeight + classes.length * rowHeight + restHeight(picture.classes.length, classesShown);
  const right =
    (picture.drawn === 0 ? 0 : 150) + 44 + pools.length * poolHeight + restHeight(picture.pools.length, poolsShown);
  const height = 148 + Math.max(left, right) + 28;
  return {
    size: { width, height },
    box: column(
      {
        width,
        height,
        boxSizing: 'border-box',
        background: '#ffffff',
        color: ink,
        padding: '28px 36px',
        fontSize: 18,
        fontFamily: 'Noto Sans SC Latin, Noto Sans SC',
      },
      label(picture.title, { fontSize: 30, color: deep }),
      column(
        { height: 62, fontSize: 17, color: faint, borderBottom: `1px solid ${line}` },
        ...picture.subtitle.map((words) => label(shortened(words, 50), { height: 27 })),
      ),
      row(
        { marginTop: 14, justifyContent: 'space-between' },
        ...(picture.classes.length === 0 ? [] : [drawnPerClass(classes, picture.classes.length)]),
        column(
          { width: picture.classes.length === 0 ? 888 : 380 },
          ...(picture.drawn === 0 ? [] : [doorsSaved(picture)]),
          loads(pools, picture.pools.length),
        ),
      ),
    ),
  };
}

const restHeight = (all: number, shown: number): number => (all > shown ? rowHeight : 0);
const caption = (words: string): Box => label(words, { fontSize: 20, height: 34, color: ink });
const rest = (all: number, shown: number): readonly Box[] =>
  all > shown ? [label(`其余 ${all - shown} 行见帖文`, { fontSize: 15, color: faint, height: rowHeight })] : [];

function drawnPerClass(classes: DrawPicture['classes'], all: number): Box {
  const names = [...new Set(classes.map(({ task }) => task))];
  return column(
    { width: 470 },
    caption('各任务分类抽取（抽中／总数）'),
    ...names.flatMap((task) => [
      label(shortened(task, 24), {
        fontSize: 16,
        color: faint,
        height: taskHeight,
        alignItems: 'flex-end',
        paddingBottom: 4,
      }),
      ...classes.filter((each) => each.task === task).map(classRow),
    ]),
    ...rest(all, classesShown),
  );
}

const barWidth = 210;

function classRow({ label: name, drawn, of }: DrawPicture['classes'][number]): Box {
  return row(
    { height: rowHeight, alignItems: 'center' },
    label(shortened(name, 7), { width: 124, fontSize: 17, paddingRight: 8 }),
    bar(of === 0 ? 0 : drawn / of, barWidth, deep),
    label(`${drawn}／${of}`, { fontSize: 17, paddingLeft: 12 }),
  );
}

/** A share of a whole; whatever is more than nothing is seen. */
const bar = (share: number, whole: number, colour: string): Box =>
  row(
    { width: whole, height: 14, background: pale, borderRadius: 3 },
    plate({
      width: share === 0 ? 0 : Math.max(3, Math.round(share * whole)),
      height: 14,
      background: colour,
      borderRadius: 3,
    }),
  );

function doorsSaved({ drawn, doors }: DrawPicture): Box {
  const line = (name: string, n: number, colour: string): Box =>
    row(
      { height: rowHeight, alignItems: 'center' },
      label(name, { width: 92, fontSize: 17 }),
      bar(drawn === 0 ? 0 : n / drawn, 200, colour),
      label(`${n} 次`, { fontSize: 17, paddingLeft: 12 }),
    );
  return column(
    { height: 150 },
    caption('上门次数'),
    line('逐项上门', drawn, faint),
    line('合并上门', doors, deep),
    label(`进一次门、查多项事，少上门 ${drawn - doors} 次`, { fontSize: 16, color: warm, marginTop: 4 }),
  );
}

function loads(pools: DrawPicture['pools'], all: number): Box {
  const most = Math.max(1, ...pools.map((pool) => pool.most));
  return column(
    {},
    caption('检查人员承担（每人岗位数）'),
    ...pools.map((pool) =>
      column(
        { height: poolHeight },
        row(
          { fontSize: 16, color: faint, justifyContent: 'space-between' },
          label(shortened(pool.name, 14)),
          label(
            `${pool.officers} 人 ${pool.posts} 岗${pool.open === 0 ? '' : `，空缺 ${pool.open}`}`,
            pool.open === 0 ? {} : { color: warm },
          ),
        ),
        row(
          { alignItems: 'center' },
          bar(pool.most / most, 290, deep),
          label(pool.least === pool.most ? `${pool.most}` : `${pool.least}—${pool.most}`, {
            fontSize: 16,
            paddingLeft: 12,
          }),
        ),
      ),
    ),
    ...rest(all, poolsShown),
  );
}

/** A long name gives way; by characters, not by code units. */
function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}
