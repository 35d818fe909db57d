/** For the office, in the ceremony's thread: what was handed out to whom, and posts that ask for a draw of people. */
import type { Words } from '../../../../core/words.ts';
import { type Choice, firstOf, type Part } from '../../../message/message.ts';
import { postWords } from '../../../say/visits.ts';
import { type PostAtDoor, visitsHeld } from '../../../verbs/visit/visits-held.ts';
import { personsByInspector } from '../../../verbs/visit/who.ts';
import { placeOfCeremony } from '../../after/draw.ts';
import type { PostKind } from '../../post.ts';
import { postsChoice } from '../draw/choices.ts';
import { assignChoice, listLink } from './choices.ts';
import { gone } from './gone.ts';

const openMost = 10;

export const officeVisits: PostKind<{ readonly ceremony: number }> = {
  place: () => 'office',
  under: ({ ceremony }) => placeOfCeremony(ceremony),
  say: async (deps, { ceremony }) => {
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return gone(ceremony, held.error);
    const { posts, handed, departmentName } = held.value;
    if (!handed) return null;
    const visits = new Set(posts.map(({ visit }) => visit.no)).size;
    const open = posts.filter(({ officer }) => officer === null);
    const summary = {
      zh: `第 ${ceremony} 次抽取的检查任务已派发，共 ${visits} 户${open.length === 0 ? '' : `，空缺岗位 ${open.length} 个`}。`,
      en: `The visits of ceremony ${ceremony} are handed out: ${visits}${open.length === 0 ? '' : `, ${open.length} posts open`}.`,
    };
    const bodies = [...Map.groupBy(posts, ({ department }) => department)].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        { kind: 'list', items: bodies.map(([department, own]) => bodyWords(departmentName(department), own)) },
        ...vacancyParts(open, ceremony, departmentName),
        ...unreachedParts(posts, await personsByInspector(deps.db), departmentName),
        { kind: 'choices', choices: [...(open.length > 0 ? [postsChoice(ceremony)] : []), againChoice(ceremony)] },
        listLink(deps.site, ceremony),
      ],
    };
  },
};

function bodyWords(name: string, own: readonly PostAtDoor[]): Words {
  const visits = new Set(own.map(({ visit }) => visit.no)).size;
  const going = new Set(own.flatMap(({ officer }) => officer ?? [])).size;
  const open = own.filter(({ officer }) => officer === null).length;
  return {
    zh: `${name}：${visits} 户，${going} 人${open === 0 ? '' : `，空缺 ${open} 个`}`,
    en: `${name}: ${visits} visits, ${going} people${open === 0 ? '' : `, ${open} open`}`,
  };
}

/** Experts, too: an expert's post is filled by a draw of people like any other. */
function vacancyParts(
  open: readonly PostAtDoor[],
  ceremony: number,
  departmentName: (code: string) => string,
): readonly Part[] {
  if (open.length === 0) return [];
  return [
    {
      kind: 'list' as const,
      items: firstOf(
        open.map((post): Words => {
          const at = postWords(post);
          const need =
            post.need === '' ? { zh: '', en: '' } : { zh: `，专长 ${post.need}`, en: `, needs ${post.need}` };
          return {
            zh: `空缺：${departmentName(post.department)}，${at.zh}${need.zh}`,
            en: `open: ${departmentName(post.department)}, ${at.en}${need.en}`,
          };
        }),
        openMost,
        '个岗位',
      ),
    },
    {
      kind: 'note' as const,
      words: {
        zh: `名录补充人员后，按“补抽人员”就第 ${ceremony} 次抽取的空缺岗位另行组织只抽人员的抽取，检查对象不变。`,
        en: `Once people are added to the roll, hold a people-only draw for the open posts of ceremony ${ceremony}; the subjects stay.`,
      },
    },
  ];
}

/** Whoever is on the list of inspectors and not on the roll of people gets nothing in private; his department must tell him. */
function unreachedParts(
  posts: readonly PostAtDoor[],
  persons: ReadonlySet<string>,
  departmentName: (code: string) => string,
): readonly Part[] {
  const unreached = posts.filter(({ officer, pool }) => {
    return officer !== null && !pool.startsWith('expert/') && !persons.has(officer);
  });
  if (unreached.length === 0) return [];
  const bodies = [...Map.groupBy(unreached, ({ department }) => department)].map(([department, own]) => {
    const n = new Set(own.map(({ officer }) => officer)).size;
    return { zh: `${departmentName(department)} ${n} 名`, en: `${n} of ${departmentName(department)}` };
  });
  return [
    {
      kind: 'note',
      words: {
        zh: `尚未登记、收不到任务的检查人员：${bodies.map(({ zh }) => zh).join('、')}。请登记（/mingchou 登记）后重新派发，或由所在单位按名单通知。`,
        en: `Inspectors not enrolled, who got nothing: ${bodies.map(({ en }) => en).join(', ')}. Enrol them and hand out again, or let their departments tell them.`,
      },
    },
  ];
}

/** After people were added; what stands is not changed by it. */
const againChoice = (ceremony: number): Choice => {
  const { weight, ...choice } = assignChoice(ceremony);
  return { ...choice, label: { zh: '重新派发', en: 'Hand out again' } };
};
