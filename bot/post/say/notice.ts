/**
 * Where publication stands, a post of the draw for each department and one for the office: counts and days, what each destination has answered, and
 * the buttons. Never which enterprise, nor what was found there: the post stands before the day of publication too.
 */
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { firstOf, type Part } from '../../message/message.ts';
import { destinationWords, publicationWords } from '../../say/notices.ts';
import { atDestinations } from '../../verbs/notice/export.ts';
import { objections } from '../../verbs/notice/objections.ts';
import { type Publication, publicationsOf } from '../../verbs/notice/publications.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { placeOfCeremony } from '../after/draw.ts';
import { type About, type PostKind, postKindOf, type Said } from '../post.ts';
import { noticeChoices } from './notice/choices.ts';
import { objection } from './notice/objection.ts';

type OfBook = { readonly book: string };
type OfDepartment = OfBook & { readonly department: string };

const isListed = (book: string): boolean => book.startsWith('L');
/** More tasks and departments than one draw carries anywhere. */
const linesMost = 60;

const own: PostKind<OfDepartment> = {
  place: ({ department }) => `department:${department}`,
  under: ({ book, department }) => (isListed(book) ? null : `department-visits/${book}/${department}`),
  say: async (deps, { book, department }) => {
    const all = (await publicationsOf(deps, { book })).filter(
      (each) => each.department === department || each.lead === department,
    );
    const mine = all.filter((each) => each.department === department);
    const [first] = all;
    if (first === undefined || !hasBegun(all)) return null;
    const summary = summaryOf(book, mine);
    const open = (await objections(deps.db)).filter(
      (each) => each.department === department && each.decided === null && each.case.startsWith(`${first.source}/`),
    ).length;
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        { kind: 'list', items: firstOf(mine.map(publicationWords), linesMost, '项任务') },
        ...(await destinationParts(deps, first.source, department)),
        ...(open === 0
          ? []
          : [
              {
                kind: 'text' as const,
                words: { zh: `异议 ${open} 件等待本单位负责人决定。`, en: `${open} objections wait for the head.` },
              },
            ]),
        ...noticeChoices({ book, department, all, open }),
      ],
    };
  },
};

const office: PostKind<OfBook> = {
  place: () => 'office',
  under: ({ book }) => (isListed(book) ? `outside-list/${book.slice(1)}/office` : placeOfCeremony(Number(book))),
  say: async (deps, { book }) => {
    const all = await publicationsOf(deps, { book });
    const [first] = all;
    if (first === undefined || !hasBegun(all)) return null;
    const name = await departmentNames(deps.db);
    const summary = summaryOf(book, all);
    const lines = all.map((each): Words => {
      const said = publicationWords(each);
      return { zh: `${name(each.department)}｜${said.zh}`, en: `${name(each.department)} | ${said.en}` };
    });
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        { kind: 'list', items: firstOf(lines, linesMost, '项') },
        ...(await destinationParts(deps, first.source)),
      ],
    } satisfies Said;
  },
};

/** Something is reviewed, public or finished: before that the post of entering says all there is. */
const hasBegun = (all: readonly Publication[]): boolean =>
  all.some(({ ended, outcomes }) => ended !== null || outcomes.reviewed > 0 || outcomes.public > 0);

function summaryOf(book: string, all: readonly Publication[]): Words {
  const sum = (of: 'asked' | 'public' | 'withheld' | 'ended' | 'excused'): number =>
    all.reduce((total, { outcomes }) => total + outcomes[of], 0);
  const late = all.filter(({ standing }) => standing === 'late').length;
  const draw = isListed(book)
    ? { zh: `外部抽取名单 ${book}`, en: `list ${book}` }
    : { zh: `第 ${book} 次抽取`, en: `draw ${book}` };
  const done = sum('public') + sum('ended');
  const asked = sum('asked') - sum('withheld') - sum('excused');
  return {
    zh: `${draw.zh}的检查结果公示 ${done}/${asked} 项${late === 0 ? '' : `，${late} 项任务已逾期`}。未公示的不计入已检查。`,
    en: `Outcomes of ${draw.en}: ${done} of ${asked} made public${late === 0 ? '' : `, ${late} tasks overdue`}. What is not public is not counted as inspected.`,
  };
}

async function destinationParts(deps: ChatDeps, source: string, department?: string): Promise<readonly Part[]> {
  const sent = await atDestinations(deps, source, department);
  return sent.length === 0 ? [] : [{ kind: 'list', items: sent.map(destinationWords) }];
}

export const noticePosts: Readonly<Record<string, PostKind<About>>> = {
  publication: postKindOf(own),
  'publication-office': postKindOf(office),
  objection: postKindOf(objection),
};
