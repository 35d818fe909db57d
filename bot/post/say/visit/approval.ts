/** 《行政检查审批表》 in private, to each head who may decide and to whoever asked: which visits, when, why, and what is known of repeated checks. */
import type { Words } from '../../../../core/words.ts';
import { firstOf, type Part, same } from '../../../message/message.ts';
import { sayRepeat } from '../../../say/visit-faults.ts';
import { actorOf, peopleNames } from '../../../verbs/people/roll.ts';
import { requestHeld } from '../../../verbs/visit/requests.ts';
import type { PostKind } from '../../post.ts';
import { approvalChoices, listLink } from './choices.ts';

const shownMost = 15;

const listed = (all: readonly string[], unit = '项'): Words =>
  same(
    firstOf(all.map(same), shownMost, unit)
      .map(({ zh }) => zh)
      .join('、'),
  );

export const visitApproval: PostKind<{ readonly request: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { request, person }) => {
    const reader = await actorOf(deps, person);
    if (reader === null) return null;
    const held = await requestHeld(deps, request);
    if (held === null) return null;
    const { asked, by, visits, tasks, items, repeats, nameOf } = held;
    const isAsker = by === person;
    // A head who has moved on reads nothing of his former department any more.
    const decides = !isAsker && reader.roles.includes('head') && reader.department === asked.department;
    if (!decides && !isAsker) return null;
    const waiting = visits.filter(({ decided }) => decided === null);
    const approved = visits.filter(({ decided }) => decided?.approved === true);
    const returned = visits.filter(({ decided }) => decided?.approved === false);
    const stands: Words =
      waiting.length === visits.length
        ? { zh: '待审批', en: 'to be decided' }
        : {
            zh: `批准 ${approved.length} 户，退回 ${returned.length} 户${waiting.length === 0 ? '' : `，待审批 ${waiting.length} 户`}`,
            en: `${approved.length} approved, ${returned.length} returned${waiting.length === 0 ? '' : `, ${waiting.length} waiting`}`,
          };
    const summary = {
      zh: `${nameOf(asked.department)}呈请${asked.urgent === '' ? '' : '补办'}检查审批（编号 ${request}，${visits.length} 户）：${stands.zh}。`,
      en: `${nameOf(asked.department)} asks for approval${asked.urgent === '' ? '' : ' afterwards'} (no. ${request}, ${visits.length} visits): ${stands.en}.`,
    };
    const warnings = repeats.flatMap(({ no, repeats: each }) =>
      each.map((repeat): Words => {
        const said = sayRepeat(repeat, nameOf);
        return { zh: `${no}：${said.zh}`, en: `${no}: ${said.en}` };
      }),
    );
    const parts: readonly Part[] = [
      { kind: 'heading', words: { zh: '检查审批', en: 'Approval of visits' } },
      {
        kind: 'facts',
        facts: [
          { name: { zh: '呈批单位', en: 'Department' }, value: same(nameOf(asked.department)) },
          { name: { zh: '呈批人', en: 'Asked by' }, value: same((await peopleNames(deps))(by)) },
          { name: { zh: '抽查任务', en: 'Tasks' }, value: listed(tasks) },
          { name: { zh: '检查事项', en: 'Items' }, value: listed(items) },
          {
            name: { zh: '检查编号', en: 'Visits' },
            value: listed(
              visits.map(({ no }) => no),
              '户',
            ),
          },
          {
            name: { zh: '检查时间', en: 'Days' },
            value: { zh: `${asked.from} 至 ${asked.to}`, en: `${asked.from} to ${asked.to}` },
          },
          { name: { zh: '事由', en: 'Reason' }, value: same(asked.reason) },
          ...(asked.urgent === ''
            ? []
            : [{ name: { zh: '补办原因', en: 'Why afterwards' }, value: same(asked.urgent) }]),
          { name: { zh: '审批', en: 'Decision' }, value: stands },
          ...[...new Set(returned.map(({ decided }) => decided?.words ?? ''))]
            .filter((words) => words !== '')
            .map((words) => ({ name: { zh: '退回意见', en: 'Returned with' }, value: same(words) })),
        ],
      },
      ...(warnings.length === 0
        ? []
        : [
            { kind: 'text', words: { zh: '重复检查提醒：', en: 'Warnings of repeated checks:' } } as const,
            { kind: 'list', items: firstOf(warnings, shownMost, '条') } as const,
          ]),
      ...(decides && waiting.length > 0
        ? [
            { kind: 'choices', choices: approvalChoices(request) } as const,
            {
              kind: 'note',
              words: {
                zh: '实施检查前须经行政机关负责人批准（国办发〔2024〕54号）。企业名称见名单页同一检查编号。',
                en: 'The head approves before anybody goes (国办发〔2024〕54号). The list has the names under the same numbers.',
              },
            } as const,
          ]
        : []),
      ...(asked.book.startsWith('L') ? [] : [listLink(deps.site, Number(asked.book))]),
    ];
    return { summary, parts };
  },
};
