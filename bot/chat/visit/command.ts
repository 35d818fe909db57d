/** What is typed after `/visit`. */
import { approvalBinds } from '../../../core/visit/need.ts';
import type { Part } from '../../message/message.ts';
import { listLink, nextStep, workChoices } from '../../post/say/visit/choices.ts';
import { progressLine, progressNotes } from '../../say/visit-work.ts';
import { dayOf } from '../../today.ts';
import { booksRead } from '../../verbs/outcome/books.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { visitProgress } from '../../verbs/visit/progress.ts';
import { refused, show, tell } from '../answer.ts';
import type { Answer, Asked, Route } from '../door.ts';
import { commandOf, type Subcommand } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { listFilings } from './filings.ts';

const usage: Usage = {
  command: '/visit',
  title: { zh: '检查：可以输入的命令', en: 'Visits: what you can type' },
  lines: [
    { zh: '/visit：本单位各次抽取的检查进度（联席办看全部）', en: '/visit: how far visits are' },
    {
      zh: '/visit 呈批 3、日程 3、通知 3、书面 3、现场 3、办结 3：就第 3 次抽取的检查办理（外部名单写 L3）',
      en: '/visit ask 3, agenda 3, notice 3, desk 3, hold 3, finish 3',
    },
    { zh: '/visit 方案：牵头部门制定联合检查实施方案', en: '/visit scheme: a scheme of joint visits' },
    { zh: '/visit 专家 3-0004：登记专家意见', en: '/visit opinion 3-0004: an expert opinion' },
    {
      zh: '/visit 报备：计划外检查备案；/visit 备案：查看备案',
      en: '/visit file: a check outside the plan; /visit filings',
    },
    {
      zh: '/visit 编号：登记外部平台编号；/visit 影像 3：登记抽取影像资料',
      en: '/visit number: an outside number; /visit media 3',
    },
  ],
};

const bookIn = (rest: string): string | null => {
  const typed = rest.normalize('NFKC').trim().toUpperCase();
  return /^L?[1-9]\d{0,5}$/.test(typed) ? typed : null;
};

const ofBook = (form: string, words: readonly string[]): Subcommand => ({
  words,
  route: (rest) => {
    const book = bookIn(rest);
    return book === null ? null : { kind: 'form', form, about: `${book} ` };
  },
});

const formAlone = (form: string, words: readonly string[]): Subcommand => ({
  words,
  route: (rest) => (rest === '' ? { kind: 'form', form, about: '' } : null),
});

const overview: Route = { kind: 'act', act: (asked) => allBooks(asked) };

export const visitCommand = commandOf({
  usage,
  bare: overview,
  words: {
    show: {
      words: ['进度', '查看', 'show', 'list'],
      route: (rest) => {
        const book = bookIn(rest);
        if (rest === '') return overview;
        return book === null ? null : { kind: 'act', act: (asked) => oneBook(asked, book) };
      },
    },
    ask: ofBook('visit-ask', ['呈批', '审批', 'ask']),
    agenda: ofBook('visit-agenda', ['日程', 'agenda']),
    notice: ofBook('visit-notice', ['通知', 'notice']),
    desk: ofBook('visit-desk', ['书面', '书面检查', 'desk']),
    hold: ofBook('visit-hold', ['现场', '现场检查', 'hold']),
    finish: ofBook('visit-finish', ['办结', 'finish']),
    scheme: formAlone('visit-scheme', ['方案', '实施方案', 'scheme']),
    opinion: {
      words: ['专家', '专家意见', 'opinion'],
      route: (rest) => ({ kind: 'form', form: 'visit-opinion', about: rest.slice(0, 40) }),
    },
    file: formAlone('filing-new', ['报备', 'file']),
    filings: { words: ['备案', 'filings'], route: (rest) => (rest === '' ? { kind: 'act', act: listFilings } : null) },
    number: formAlone('visit-outside', ['编号', 'number']),
    media: {
      words: ['影像', '照片', 'media'],
      route: (rest) => (/^[1-9]\d{0,5}$/.test(rest) ? { kind: 'form', form: 'draw-media', about: rest } : null),
    },
  },
  otherwise: (typed) => {
    const book = bookIn(typed);
    return book === null ? null : { kind: 'act', act: (asked) => oneBook(asked, book) };
  },
});

/** Draws shown at once, newest first. */
const booksMost = 4;

export async function allBooks(asked: Asked): Promise<Answer> {
  const books = (await booksRead(asked.deps, asked.actor)).slice(0, booksMost);
  if (books.length === 0)
    return tell({ zh: '现在没有派发给您或本单位的检查。', en: 'No visit is handed out to you or your department.' });
  const parts: Part[] = [];
  for (const { book, reach } of books) parts.push(...(await partsOf(asked, book.book, reach.department)));
  return show({ summary: { zh: '检查进度', en: 'Visits so far' }, parts });
}

async function oneBook(asked: Asked, book: string): Promise<Answer> {
  const found = (await booksRead(asked.deps, asked.actor)).find((each) => each.book.book === book);
  if (found === undefined)
    return refused({ stage: 'outcome', why: { reason: 'not-yours', book, person: asked.actor.person } });
  const parts = await partsOf(asked, book, found.reach.department);
  return show({ summary: { zh: `第 ${book} 次抽取的检查进度`, en: `Visits of ${book} so far` }, parts });
}

async function partsOf(asked: Asked, book: string, department: string | null): Promise<readonly Part[]> {
  const { deps } = asked;
  const progress = await visitProgress(deps, book);
  if (!progress.ok) return [];
  const nameOf = await departmentNames(deps.db);
  const seen = progress.value.departments.filter((each) => department === null || each.department === department);
  const own = seen.find((each) => each.department === department);
  const binds = approvalBinds(dayOf(deps.now()));
  const next = own === undefined ? null : nextStep(own, { approvalBinds: binds, left: 0 });
  const title = book.startsWith('L')
    ? { zh: `外部名单 ${book}`, en: `List ${book}` }
    : { zh: `第 ${book} 次抽取`, en: `Ceremony ${book}` };
  return [
    { kind: 'heading', words: title },
    {
      kind: 'list',
      items: seen.flatMap((each) => {
        const line = progressLine(each);
        const name = nameOf(each.department);
        return [{ zh: `${name}：${line.zh}`, en: `${name}: ${line.en}` }, ...progressNotes(each, nameOf).slice(0, 5)];
      }),
    },
    ...(book.startsWith('L') ? [] : [listLink(deps.site, Number(book))]),
    ...(department === null ? [] : [{ kind: 'choices', choices: workChoices(book, department, next) } as const]),
  ];
}
