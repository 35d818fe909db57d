/** 制作公文: which paper, about what, as a draft or with a number. The answer is a private link: a paper names enterprises and is not uploaded. */
import { type Form, one } from '../../message/form.ts';
import { abouts, type PaperKind, paperKinds, paperNamed, papers } from '../../paper/official/papers.ts';
import { drawUp, issuePaper } from '../../verbs/paper/issue-paper.ts';
import { webLink } from '../../web/link.ts';
import { draftPath } from '../../web/papers.ts';
import { atField, fieldsBy, refusedAt, show } from '../answer.ts';
import type { FormDoor } from '../door.ts';

const kindWords = (kind: PaperKind) => {
  const { title, about } = papers[kind];
  return { zh: `${title.zh}（${abouts[about].name.zh}）`, en: title.en };
};

export const issueForm: FormDoor = {
  open: async (_asked, about) => {
    const [typed = '', ...rest] = about.trim().split(/\s+/);
    const kind = paperNamed(typed);
    const form: Form = {
      id: 'paper-issue',
      about: '',
      title: { zh: '制作公文', en: 'Official paper' },
      submit: { zh: '制作', en: 'Draw up' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '文书只写已经记录的事实。取号后不能收回；内容不变的，再次制作为副本。',
            en: 'A paper says what is recorded. A number cannot be taken back; unchanged, it is a copy the next time.',
          },
        },
      ],
      fields: [
        {
          kind: 'one-of',
          id: 'kind',
          label: { zh: '文书', en: 'Paper' },
          options: paperKinds.map((value) => ({ value, label: kindWords(value) })),
          ...(kind === null ? {} : { initial: kind }),
        },
        {
          kind: 'text',
          id: 'about',
          label: { zh: '编号', en: 'About' },
          hint: {
            zh: '检查写检查编号，如 3-0012；问题写检查编号和事项，如 3-0012/SX0101，该户只有一个问题的可以不写事项；通报写作 2025-3。未写明单位的，为本单位的部分。',
            en: 'A visit is 3-0012, a finding 3-0012/SX0101 (the item may be left out where there is one), a bulletin 2025-3; it is your own part unless you name another body.',
          },
          initial: (kind === null ? [typed, ...rest] : rest).join(' '),
          atMost: 200,
        },
        {
          kind: 'one-of',
          id: 'as',
          label: { zh: '方式', en: 'As' },
          options: [
            { value: 'draft', label: { zh: '草稿，不取号', en: 'a draft, without a number' } },
            { value: 'number', label: { zh: '取号签发，记录在案', en: 'numbered, on record' } },
          ],
          initial: 'draft',
        },
        {
          kind: 'text',
          id: 'series',
          label: { zh: '发文机关代字', en: 'Series' },
          hint: {
            zh: '首次取号时写明，如“明市监”；以后沿用。',
            en: 'With the first number, such as 明市监; kept from then on.',
          },
          optional: true,
          atMost: 12,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, _about, values) => {
    const kind = one(values, 'kind');
    if (kind === '') return atField('kind', { zh: '请选择文书。', en: 'Choose a paper.' });
    const input = { kind, about: one(values, 'about'), series: one(values, 'series') };
    const numbered = one(values, 'as') === 'number';
    const made = await (numbered ? issuePaper : drawUp)(deps, actor, input);
    if (!made.ok) return refusedAt(made.error, at(made.error));
    const { number, copy, paper, seq } = made.value;
    const path = seq === null ? draftPath(kind, made.value.about) : `/papers/${seq}/paper.docx`;
    const url = await webLink(deps, actor, path);
    const words =
      number === null
        ? {
            zh: `《${paper.title}》草稿已生成，请下载。`,
            en: `The draft of “${paper.title}” is drawn up; fetch it here.`,
          }
        : copy
          ? { zh: `该文书内容未变，仍为${number}。`, en: `Unchanged: it is still ${number}.` }
          : { zh: `已签发${number}《${paper.title}》。`, en: `Issued: ${number} “${paper.title}”.` };
    return show({
      summary: words,
      parts: [
        { kind: 'text', words },
        {
          kind: 'link',
          words: {
            zh: '下载文书（本人链接，十分钟内有效，请勿转发）',
            en: 'Fetch it (your own link, ten minutes, do not pass it on)',
          },
          url,
        },
      ],
    });
  },
};

const at = fieldsBy({
  'no-such-paper': 'kind',
  'other-paper': 'kind',
  'about-unread': 'about',
  'not-recorded': 'about',
  'no-series': 'series',
  'series-unread': 'series',
});
