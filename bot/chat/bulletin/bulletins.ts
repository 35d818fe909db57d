/** 通报 in the chat: the draft, the form in which the office checks and issues it, and what was issued. */
import type { Bulletin, Section } from '../../../core/bulletin/bulletin.ts';
import { bulletinPeriod, quarterBefore } from '../../../core/bulletin/period.ts';
import { sectionsOf } from '../../../core/bulletin/sections.ts';
import { type Form, one } from '../../message/form.ts';
import { choices, firstOf, heading, type Message, type Part, same } from '../../message/message.ts';
import { bulletinParts } from '../../post/say/bulletin/bulletin.ts';
import { issueChoice, readBulletinChoice } from '../../post/say/bulletin/choices.ts';
import { issuedWords } from '../../say/bulletin.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { draftBulletin, issuedBulletin, issuedIn, periodTyped } from '../../verbs/bulletin/draft.ts';
import { issueBulletin, issuedOn, tooEarly } from '../../verbs/bulletin/issue-bulletin.ts';
import { webLink } from '../../web/link.ts';
import { draftPath } from '../../web/papers.ts';
import { filled, noForm, refused, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';

/** Typed without a period it is the quarter that is over. */
const typedOrLast = (typed: string, today: string): string =>
  typed.trim() === '' ? quarterBefore(today).period : typed;

export async function showDraft({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const allowed = authorise(actor, 'issue-bulletin');
  if (!allowed.ok) return refused(allowed.error);
  const period = periodTyped(typedOrLast(typed, dayOf(deps.now())));
  if (!period.ok) return refused(period.error);
  const drafted = await draftBulletin(deps, period.value);
  if (!drafted.ok) return refused(drafted.error);
  const { parts, summary } = textOf(drafted.value);
  return show({
    summary,
    parts: [
      {
        kind: 'note',
        words: {
          zh: '初稿，尚未发布。数据以发布时为准。',
          en: 'A draft, not issued; its numbers are those of the day of issue.',
        },
      },
      ...parts,
      choices(issueChoice(period.value.period)),
    ],
  });
}

/** With the private link to the paper for whoever may draw it up: it is no file of the channel. */
export async function showBulletin({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const period = bulletinPeriod(typed);
  const held = await issuedBulletin(deps.db, period?.period ?? typed);
  if (!held.ok) return refused(held.error);
  const { summary, parts } = textOf(held.value);
  if (!authorise(actor, 'issue-bulletin').ok) return show({ summary, parts });
  const url = await webLink(deps, actor, draftPath('bulletin', period?.period ?? typed));
  const link: Part = { kind: 'link', words: { zh: '下载通报文稿（.docx）', en: 'The paper (.docx)' }, url };
  return show({ summary, parts: [...parts, link] });
}

export async function showIssued({ deps }: Asked): Promise<Answer> {
  const issued = (await issuedIn(deps.db)).toReversed().slice(0, 10);
  if (issued.length === 0) return tell({ zh: '还没有发布过通报。', en: 'No bulletin has been issued yet.' });
  const summary = { zh: `已发布的通报、小结 ${issued.length} 份。`, en: `${issued.length} bulletins were issued.` };
  return show({
    summary,
    parts: [
      heading(summary.zh, summary.en),
      ...issued.flatMap(({ title, on, period }): readonly Part[] => [
        { kind: 'text', words: same(`${title}（${on}）`) },
        choices(readBulletinChoice(period)),
      ]),
    ],
  });
}

/** Chapters as a thread can hold them. */
export const textOf = (bulletin: Bulletin): Message => ({
  summary: same(`${bulletin.title}：${bulletin.opening}`),
  parts: [heading(bulletin.title, bulletin.title), ...sectionsOf(bulletin).flatMap(sectionParts)],
});

const rowsShown = 25;

const sectionParts = ({ title, paragraphs, tables }: Section): readonly Part[] => [
  { kind: 'text', words: same(title) },
  ...paragraphs.slice(0, 12).map((paragraph) => ({ kind: 'text' as const, words: same(paragraph.slice(0, 2500)) })),
  ...tables.map(({ head, rows }) => ({
    kind: 'list' as const,
    items: firstOf(
      rows.map((row) =>
        same(
          row
            .map((cell, i) => (i === 0 || cell === '' ? cell : `${head[i] ?? ''} ${cell}`))
            .filter((cell) => cell !== '')
            .join('，'),
        ),
      ),
      rowsShown,
      '行',
    ),
  })),
];

export const issueForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const allowed = authorise(actor, 'issue-bulletin');
    if (!allowed.ok) return noForm(allowed.error);
    const period = periodTyped(typedOrLast(about, dayOf(deps.now())));
    if (!period.ok) return noForm(period.error);
    const { period: named } = period.value;
    const on = await issuedOn(deps, named);
    if (on !== null) return noForm({ stage: 'bulletin', why: { reason: 'issued-already', period: named, on } });
    const early = await tooEarly(deps, period.value);
    if (early !== null) return noForm(early);
    const drafted = await draftBulletin(deps, period.value);
    if (!drafted.ok) return noForm(drafted.error);
    const bulletin = drafted.value;
    const form: Form = {
      id: 'bulletin-issue',
      about: period.value.period,
      title: { zh: '发布通报', en: 'Issue a bulletin' },
      submit: { zh: '发布', en: 'Issue' },
      intro: [
        ...bulletinParts(bulletin),
        {
          kind: 'note',
          words: {
            zh: '发布后各单位立即收到，数据固定，不能更改。',
            en: 'Everybody gets it at once; its numbers are frozen and cannot be changed.',
          },
        },
      ],
      fields: [
        {
          kind: 'text',
          id: 'next',
          label: { zh: '下一步工作（每段一行）', en: 'Next steps, a line each' },
          lines: 'many',
          initial: bulletin.next.join('\n').slice(0, 3000),
          atMost: 3000,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const before = await issuedOn(deps, about);
    return filled(
      await issueBulletin(deps, actor, { period: about, next: one(values, 'next').split('\n') }),
      () => null,
      ({ title }) => issuedWords(title, before),
    );
  },
};
