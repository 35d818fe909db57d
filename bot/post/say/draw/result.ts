/** What a draw came to, under its root: figures, digests, and how to check them. No enterprise is named in a chat. */
import { isSample } from '../../../../core/draw/sample.ts';
import type { Words } from '../../../../core/words.ts';
import { choices, heading, note, type Part, same } from '../../../message/message.ts';
import { beijing, civil } from '../../../say/time.ts';
import type { DrawFigures, PoolFigures, TaskFigures } from '../../../verbs/draw/figures.ts';
import type { Said } from '../../post.ts';
import { assignChoice } from '../visit/choices.ts';
import { postsChoice } from './choices.ts';
import type { Present } from './present.ts';
import { both, ceremonyWords, classWords } from './words.ts';

export type NameOf = (department: string) => string;

/** @param isAssigned its visits have been handed out */
export function sayResult(
  present: Present,
  figures: DrawFigures,
  nameOf: NameOf,
  site: string,
  isAssigned: boolean,
): Said {
  const { no, state, manifest, isDisclosed } = present;
  const title = ceremonyWords(no);
  const opened = beijing(figures.openedAt);
  const came = cameTo(present, figures);
  const ended =
    state.stage === 'annulled'
      ? both(
          `本次抽取已依${state.ended?.reason ?? ''}撤销，以下结果仅供留存。`,
          `This draw was annulled by ${state.ended?.reason ?? ''}; what follows is kept for the record.`,
        )
      : state.stage === 'ready'
        ? both(
            '公共数已更正，以下结果待重新开签后更新。',
            'The public number was corrected; the draw is to be opened again.',
          )
        : null;
  return {
    summary: both(`${title.zh}结果：${came.zh}`, `Result of ${title.en.toLowerCase()}: ${came.en}`),
    parts: [
      heading(`${title.zh}结果`, `Result of ${title.en.toLowerCase()}`),
      ...(ended === null ? [] : [{ kind: 'text' as const, words: ended }]),
      { kind: 'text', words: came },
      ...(figures.tasks.length === 0 ? [] : [tierTable(figures.tasks)]),
      poolList(figures.pools, nameOf),
      {
        kind: 'facts',
        facts: [
          { name: both('开签时间', 'Opened'), value: opened },
          { name: both('结果根', 'Result root'), value: same(figures.record.root) },
          { name: both('记录摘要', 'Record digest'), value: same(figures.record.digest) },
          { name: both('公开日期', 'Public from'), value: civil(manifest.discloseFrom) },
        ],
      },
      { kind: 'text', words: howToVerify(no, isDisclosed) },
      {
        kind: 'link',
        words: both('检查名单（须有查看权限）', 'Lists (for those entitled)'),
        url: `${site}/lists/${no}`,
      },
      {
        kind: 'link',
        words: both('公示页（进度、摘要，公开后可在网页上核验）', 'Public page'),
        url: `${site}/draws/${no}`,
      },
      ...(isDisclosed
        ? [
            {
              kind: 'link' as const,
              words: both('完整记录', 'The whole record'),
              url: `${site}/draws/${no}/record.json`,
            },
          ]
        : []),
      ...nextSteps(present, figures, isAssigned),
      note(
        '聊天中不列企业名称；名单只在本系统内按权限查看。',
        'No enterprise is named in the chat; lists are read in the system by those entitled.',
      ),
    ],
  };
}

/** Visits are handed out first; posts that stayed open are drawn for. */
function nextSteps({ no, state, manifest }: Present, { open }: DrawFigures, isAssigned: boolean): readonly Part[] {
  if (state.stage !== 'opened') return [];
  const buttons = [
    ...(isAssigned || isSample(manifest) ? [] : [assignChoice(no)]),
    ...(open > 0 ? [postsChoice(no)] : []),
  ];
  return buttons.length === 0 ? [] : [choices(...buttons)];
}

/** One sentence: how many selections, doors and open posts. */
export function cameTo({ manifest }: Pick<Present, 'manifest'>, { drawn, doors, open }: DrawFigures): Words {
  const posts =
    open === 0
      ? both('检查人员岗位全部配齐。', 'All posts are filled.')
      : both(`检查人员岗位空缺 ${open} 个，须补抽人员。`, `${open} posts are open and need a draw of people.`);
  if (isSample(manifest))
    return both(
      `抽中 ${drawn} 户的检查结果进行再检查（回访）。`,
      `The outcomes of ${drawn} subjects were drawn to be looked at again.`,
    );
  if (manifest.kind === 'people')
    return both(`为 ${doors} 户次检查补抽人员。${posts.zh}`, `Inspectors were drawn for ${doors} visits. ${posts.en}`);
  return both(
    `抽中 ${drawn} 项次，合并后上门 ${doors} 次，少上门 ${drawn - doors} 次（进一次门、查多项事）。${posts.zh}`,
    `${drawn} selections meet at ${doors} doors, ${drawn - doors} fewer than one by one. ${posts.en}`,
  );
}

/** So many rows are read in a thread; all of them stand in the lists and in the record. */
const shown = 40;

const cut = (rows: readonly (readonly Words[])[]): readonly (readonly Words[])[] =>
  rows.length <= shown
    ? rows
    : [
        ...rows.slice(0, shown),
        [both(`其余 ${rows.length - shown} 行见名单页`, `${rows.length - shown} more in the lists`), same('')],
      ];

function tierTable(tasks: readonly TaskFigures[]): Part {
  return {
    kind: 'table',
    head: [both('任务', 'Task'), both('各类抽取数／总数', 'Drawn of each class')],
    rows: cut(
      tasks.map(({ name, tiers }) => {
        const drawn = tiers
          .filter(({ of }) => of > 0)
          .map(({ label, drawn: n, of, eligible }) => {
            // Drawn to the last, and still short of the class: somebody reads that as a mistake.
            const could = eligible < of ? both(`（可抽 ${eligible}）`, ` (${eligible} could be drawn)`) : same('');
            return both(
              `${classWords(label).zh} ${n}／${of}${could.zh}`,
              `${classWords(label).en} ${n} of ${of}${could.en}`,
            );
          });
        return [same(name), both(drawn.map(({ zh }) => zh).join('，'), drawn.map(({ en }) => en).join(', '))];
      }),
    ),
  };
}

/** A message holds one table; the pools are a list. */
function poolList(pools: readonly PoolFigures[], nameOf: NameOf): Part {
  const items = pools.slice(0, shown).map(({ pool, officers, posts, open, least, most }): Words => {
    const name = poolWords(pool, nameOf);
    const each = least === most ? String(most) : `${least}—${most}`;
    return both(
      `${name.zh}：${officers} 人 ${posts} 岗，每人承担 ${each}${open === 0 ? '' : `，空缺 ${open}`}`,
      `${name.en}: ${officers} people for ${posts} posts, ${each} each${open === 0 ? '' : `, ${open} open`}`,
    );
  });
  const left = pools.length - items.length;
  const rest = left > 0 ? [both(`其余 ${left} 个人员库见名单页`, `${left} more pools in the lists`)] : [];
  return { kind: 'list', items: [...items, ...rest] };
}

/** A pool is a department's own, one of a whole system, or experts of a field. */
export function poolWords(pool: string, nameOf: NameOf): Words {
  const [kind, field] = pool.split('/');
  return kind === 'expert' && field !== undefined ? both(`专家（${field}）`, `experts (${field})`) : same(nameOf(pool));
}

const howToVerify = (no: number, isDisclosed: boolean): Words =>
  isDisclosed
    ? both(
        `自行核验：下载完整记录，运行“npx mingchou verify record.json”，程序按公开规程重算；记录摘要、结果根应与本帖一致，本帖即为第 ${no} 次抽取的凭据。`,
        'To verify: fetch the record and run “npx mingchou verify record.json”; it computes the draw again. Digest and root must be those of this post.',
      )
    : both(
        '请保存本帖的记录摘要和结果根。公开之日起任何人都可下载完整记录，运行“npx mingchou verify record.json”重算并与本帖对照；监督人员现在即可核验。',
        'Keep the digest and the root of this post. From the day of disclosure anybody can fetch the record, run “npx mingchou verify record.json” and compare; witnesses can do so now.',
      );
