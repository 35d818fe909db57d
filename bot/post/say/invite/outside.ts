/** A list that was drawn elsewhere: what was taken, what differed by kind and number, which doors it shares. Never which enterprises. */
import { notVerifiable } from '../../../../core/draw/outside-words.ts';
import { keyText } from '../../../../core/registry/subject.ts';
import type { Words } from '../../../../core/words.ts';
import { heading, note, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { sayDifferences, sayTakenIn } from '../../../say/outside-list.ts';
import { outsideCeremoniesIn, outsideListsIn, outsideRows } from '../../../verbs/draw/outside-lists.ts';
import { mergedWith } from '../../../verbs/visit/doors.ts';
import type { PostKind } from '../../post.ts';
import { listPeopleChoice } from '../draw/choices.ts';

export const outsidePost: PostKind<{ readonly list: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async (deps, { list: no, place }) => {
    const { db } = deps;
    const list = (await outsideListsIn(db)).find((each) => each.list === no);
    if (list === undefined) return null;
    const { rows, differences, peopleDifferences } = await outsideRows(db, list);
    const counted = sayDifferences([...differences, ...peopleDifferences]);
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
        ...(counted.length === 0 ? [] : [{ kind: 'list' as const, items: counted }]),
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
