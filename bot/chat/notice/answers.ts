/** 登记回执 and 比对平台数据: what a destination answered, by its file or in one act; and what it has. Answers name rows by number, never enterprises. */
import type { Words } from '../../../core/words.ts';
import { type Form, one, some } from '../../message/form.ts';
import { firstOf, type Part, same, sentence, withLines } from '../../message/message.ts';
import { acknowledgedWords, destinationWords, reconciledWords } from '../../say/notices.ts';
import { acknowledgeFile, acknowledgeNotices } from '../../verbs/notice/acknowledge.ts';
import { type AtDestination, atDestinations, exportForms } from '../../verbs/notice/export.ts';
import { reconcileRecords } from '../../verbs/notice/reconcile.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { webLink } from '../../web/link.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { fileIn } from '../invite/superior.ts';
import { type AboutBook, aboutIn, aboutOf, idsIn, standingOf } from './about.ts';

const types = ['xlsx', 'csv', 'json'] as const;
const linesMost = 30;

const nonePublic = (book: string) =>
  sentence({
    zh: `第 ${book} 号抽取中本单位还没有公示的检查结果。`,
    en: `None of your outcomes in draw ${book} is public yet.`,
  });

async function destinationsIn(asked: Asked, about: AboutBook): Promise<readonly AtDestination[]> {
  const [first] = await standingOf(asked, about);
  return first === undefined ? [] : atDestinations(asked.deps, first.source, about.department);
}

/** The private links under which the files lie that are sent there; signing in is part of each. */
async function exportLinks({ deps, actor }: Asked, { book }: AboutBook): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const form of exportForms.filter((each) => each !== 'txt'))
    parts.push({
      kind: 'link',
      words: { zh: `下载报送文件（${form}）`, en: `Export (${form})` },
      url: await webLink(deps, actor, `/notices/${book}/results.${form}`),
    });
  return parts;
}

export const acknowledgeForm: FormDoor = {
  open: async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, 'acknowledge-notice', about.department);
    if (!allowed.ok) return noForm(allowed.error);
    const sent = await destinationsIn(asked, about);
    if (sent.length === 0) return { message: nonePublic(about.book) };
    const form: Form = {
      id: 'notice-acknowledge',
      about: aboutOf(about),
      title: { zh: '登记回执', en: 'Acknowledgement' },
      submit: { zh: '登记', en: 'Record it' },
      intro: [{ kind: 'list', items: sent.map(destinationWords) }, ...(await exportLinks(asked, about))],
      fields: [
        {
          kind: 'one-of',
          id: 'destination',
          label: { zh: '哪个平台或渠道', en: 'Destination' },
          options: sent.map(({ destination }) => ({ value: destination, label: same(destination) })),
        },
        {
          kind: 'file',
          id: 'file',
          label: { zh: '回执文件', en: 'Its file' },
          hint: {
            zh: '按报送文件的末三列填写，或平台导出的回执',
            en: 'our export with its last columns, or the platform’s',
          },
          types,
          optional: true,
        },
        {
          kind: 'one-of',
          id: 'state',
          label: { zh: '没有文件时：结果', en: 'Without a file' },
          options: [
            { value: 'accepted', label: { zh: '全部已接收', en: 'all accepted' } },
            { value: 'sent', label: { zh: '全部已报送', en: 'all sent' } },
            { value: 'refused', label: { zh: '被退回（写明编号）', en: 'refused (say which)' } },
          ],
          initial: 'accepted',
        },
        {
          kind: 'text',
          id: 'outcomes',
          label: { zh: '只登记这些', en: 'Only these' },
          hint: { zh: '报送编号，每行一个；不填为全部', en: 'numbers, one a line; blank for all' },
          lines: 'many',
          atMost: 2000,
          optional: true,
        },
        { kind: 'text', id: 'number', label: { zh: '平台编号', en: 'Number there' }, atMost: 200, optional: true },
        {
          kind: 'text',
          id: 'words',
          label: { zh: '退回原因', en: 'Its words' },
          lines: 'many',
          atMost: 1000,
          optional: true,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, typed, values) => {
    const about = await aboutIn(asked, typed);
    const destination = one(values, 'destination');
    const reference = some(values, 'file')[0] ?? '';
    const field = fieldsBy({
      'not-a-destination': 'destination',
      file: 'file',
      'no-table': 'file',
      'no-outcome': 'outcomes',
      'too-long': 'words',
    });
    if (reference !== '') {
      const file = await fileIn(asked, reference);
      if (file === null) return atField('file', noFile);
      const given = { bytes: await file.bytes(), file: file.name };
      return filled(await acknowledgeFile(asked.deps, asked.actor, { ...about, destination, given }), field, (done) =>
        linesOf(acknowledgedWords(done)),
      );
    }
    const outcomes = idsIn(one(values, 'outcomes'));
    const state = one(values, 'state');
    if (state === 'refused' && outcomes.length === 0)
      return atField('outcomes', { zh: '请写明被退回的是哪些。', en: 'Say which were refused.' });
    const done = await acknowledgeNotices(asked.deps, asked.actor, {
      ...about,
      destination,
      outcomes,
      state: state === 'sent' || state === 'refused' ? state : 'accepted',
      number: one(values, 'number'),
      words: one(values, 'words'),
    });
    return filled(done, field, (acknowledged) => linesOf(acknowledgedWords(acknowledged)));
  },
};

export const reconcileForm: FormDoor = {
  open: async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, 'reconcile-records', about.department);
    if (!allowed.ok) return noForm(allowed.error);
    const sent = await destinationsIn(asked, about);
    if (sent.length === 0) return { message: nonePublic(about.book) };
    const form: Form = {
      id: 'notice-reconcile',
      about: aboutOf(about),
      title: { zh: '比对平台数据', en: 'Compare records' },
      submit: { zh: '比对', en: 'Compare' },
      intro: [{ kind: 'list', items: sent.map(destinationWords) }],
      fields: [
        {
          kind: 'one-of',
          id: 'destination',
          label: { zh: '哪个平台', en: 'Platform' },
          options: sent.map(({ destination }) => ({ value: destination, label: same(destination) })),
        },
        { kind: 'file', id: 'file', label: { zh: '平台导出的文件', en: 'Its file' }, types },
      ],
    };
    return { form };
  },
  submit: async (asked, typed, values) => {
    const about = await aboutIn(asked, typed);
    const file = await fileIn(asked, some(values, 'file')[0] ?? '');
    if (file === null) return atField('file', noFile);
    const given = { bytes: await file.bytes(), file: file.name };
    const done = await reconcileRecords(asked.deps, asked.actor, {
      ...about,
      destination: one(values, 'destination'),
      given,
    });
    const field = fieldsBy({ 'not-a-destination': 'destination', file: 'file', 'no-table': 'file' });
    return filled(done, field, (reconciled) => linesOf(reconciledWords(reconciled)));
  },
};

const noFile: Words = { zh: '请选择文件（.xlsx、CSV 或 JSON）。', en: 'Choose a file: .xlsx, CSV or JSON.' };

const linesOf = ([summary, ...lines]: readonly Words[]) =>
  withLines(summary ?? { zh: '没有变化。', en: 'Nothing changed.' }, firstOf(lines, linesMost, '行'));
