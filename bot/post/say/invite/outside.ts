/** A list that was drawn elsewhere: what was taken, what differed by kind and number, which doors it shares. Never which enterprises. */

import type { OutsideDifference } from '../../../../core/draw/outside.ts';
import type { OutsidePersonDifference } from '../../../../core/draw/outside-people.ts';
import { notVerifiable } from '../../../../core/draw/outside-words.ts';
import { keyText } from '../../../../core/registry/subject.ts';
import type { Words } from '../../../../core/words.ts';
import { heading, note, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { sayTakenIn } from '../../../say/outside-list.ts';
import { outsideCeremoniesIn, outsideListsIn, outsideRows } from '../../../verbs/draw/outside-lists.ts';
import { mergedWith } from '../../../verbs/visit/doors.ts';
import type { PostKind } from '../../post.ts';
import { listPeopleChoice } from '../draw/choices.ts';

const kindWords: {
  readonly [kind in OutsideDifference['kind'] | OutsidePersonDifference['kind']]: Words;
} = {
  'unknown-subject': { zh: '不在名录库', en: 'not on our roll' },
  'not-in-frame': { zh: '不在任务对象范围内', en: 'not meant by the task' },
  excluded: { zh: '按规则不应抽取，照录', en: 'left out by our rules, taken as drawn' },
  twice: { zh: '重复', en: 'listed twice' },
  'unknown-inspector': { zh: '检查人员不在名录库', en: 'inspector not on the roll' },
  left: { zh: '检查人员已退出名录库', en: 'inspector has left' },
  'no-certificate': { zh: '没有执法证件或者证件到期', en: 'no valid certificate' },
  recused: { zh: '应当回避', en: 'barred (回避)' },
  'other-department': { zh: '不是任务的检查部门', en: 'of another department' },
  'too-few': { zh: '检查人员不足', en: 'too few officers' },
};

export const outsidePost: PostKind<{ readonly list: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async (deps, { list: no, place }) => {
    const { db } = deps;
    const list = (await outsideListsIn(db)).find((each) => each.list === no);
    if (list === undefined) return null;
    const { rows, differences, peopleDifferences } = await outsideRows(db, list);
    const counted = Map.groupBy([...differences, ...peopleDifferences], ({ kind }) => kind);
    const shared = await mergedWith(deps, { kind: 'list', no }, Number(list.window.from.slice(0, 4)));
    const short = new Set(peopleDifferences.flatMap((each) => (each.kind === 'too-few' ? [each.subject] : [])));
    const open = rows.filter(({ subject, officers }) => officers.length === 0 || short.has(keyText(subject))).length;
    const ceremony = (await outsideCeremoniesIn(db)).findLast((each) => each.list === no)?.ceremony;
    const said = sayTakenIn(list);
    const people: Words =
      open === 0
        ? { zh: '检查人员均由名单写明', en: 'the list names people for every door' }
        : ceremony === undefined
          ? {
              zh: `${open} 户没有写明检查人员，需另行抽取人员`,
              en: `${open} doors have no people yet; they are to be drawn`,
            }
          : {
              zh: `${open} 户的检查人员由第 ${ceremony} 次抽取产生`,
              en: `people for ${open} doors come from ceremony ${ceremony}`,
            };
    return {
      summary: { zh: `${said.zh}${notVerifiable.zh}。`, en: `${said.en} ${notVerifiable.en}.` },
      parts: [
        heading(`外部平台抽取名单第 ${no} 号`, `Outside list ${no}`),
        { kind: 'text', words: said },
        ...(counted.size === 0
          ? []
          : [
              {
                kind: 'list' as const,
                items: [...counted].map(([kind, each]) => ({
                  zh: `${kindWords[kind].zh}：${each.length} 处`,
                  en: `${kindWords[kind].en}: ${each.length}`,
                })),
              },
            ]),
        {
          kind: 'facts',
          facts: [
            { name: { zh: '任务', en: 'Task' }, value: same(`${list.plan} ${list.task}`) },
            { name: { zh: '检查人员', en: 'Inspectors' }, value: people },
            {
              name: { zh: '合并上门', en: 'Shared doors' },
              value: { zh: `${shared} 户与其他抽取同期，一次上门`, en: `${shared} doors are shared with other draws` },
            },
          ],
        },
        {
          kind: 'link',
          words: { zh: '查看名单（需登录）', en: 'The list (sign in)' },
          url: `${deps.site}/outside/${no}`,
        },
        // Only the office's post has the button: one of those who may, and nobody twice.
        ...(place === 'office' && open > 0 && ceremony === undefined
          ? [{ kind: 'choices' as const, choices: [listPeopleChoice(no)] }]
          : []),
        note(`${notVerifiable.zh}；名单不在群内显示。`, `${notVerifiable.en}; the list itself is not shown here.`),
      ],
    };
  },
};
