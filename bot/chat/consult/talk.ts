/** Words and files under a letter, and what became of them afterwards. What is beyond doubt is recorded; the rest is asked back. */
import type { ProposedChange, Answer as Said, Source } from '../../../core/consult/fact.ts';
import { type Amendment, type Reading, readReply } from '../../../core/consult/reading/reading.ts';
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { withLines } from '../../message/message.ts';
import { letterAt, type OfDepartment, receiptAt } from '../../post/say/consult/place.ts';
import { sayRead } from '../../post/say/consult/say-reply.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { authorise } from '../../verbs/act.ts';
import { recordDeletedReply, recordEditedReply } from '../../verbs/consult/altered.ts';
import { type Receipt, replyToConsultation } from '../../verbs/consult/reply.ts';
import { filesMost, type GivenSheet, rowsOf } from '../../verbs/consult/sheet.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { quiet, quietly, refused, show, tell } from '../answer.ts';
import type { Answer, Asked, Talk, TalkFile } from '../door.ts';
import { canReply, gone } from './about.ts';
import { askBack } from './ask-back.ts';
import { afterReply } from './press.ts';

export async function talkUnderLetter(asked: Asked, talk: Talk): Promise<Answer> {
  const of = letterAt(talk.under);
  if (of === null) return tell(gone);
  switch (talk.what) {
    case 'written':
      return written(asked, talk, of);
    case 'edited':
      return edited(asked, talk, of);
    case 'deleted':
      // Others in the channel delete what they like.
      if (!canReply(asked, of.department)) return quiet;
      return quietly(await recordDeletedReply(asked.deps, asked.actor, { ...of, source: talk.source, key: asked.key }));
    default:
      return never(talk.what);
  }
}

/** Where sheets come without a letter, more of them come under the receipt of the first. */
export async function talkUnderReceipt(asked: Asked, talk: Talk): Promise<Answer> {
  const of = receiptAt(talk.under);
  if (of === null || talk.what !== 'written' || talk.files.length === 0) return quiet;
  const reading: Reading = { kind: 'aside' };
  return canReply(asked, of.department)
    ? withFiles(asked, talk, of, reading)
    : stranger(asked, of, reading, talk.files.length);
}

async function written(asked: Asked, talk: Talk, of: OfDepartment): Promise<Answer> {
  const own = await namesOf(asked, of.department);
  const reading = readReply(talk.text, own);
  if (!canReply(asked, of.department)) return stranger(asked, of, reading, talk.files.length);
  if (talk.files.length > 0) return withFiles(asked, talk, of, reading);
  if (link.test(talk.text)) return withLink(asked, talk, of, own);
  switch (reading.kind) {
    case 'aside':
      return quiet;
    case 'doubtful':
      return askBack(asked, wordsOf(talk, of), reading.why, reading.perhaps);
    case 'joins':
    case 'agrees':
      return record(asked, talk, of, { answer: reading.kind });
    case 'comments':
      return record(asked, talk, of, { answer: 'comments', changes: reading.changes.map(wishOf) });
    case 'declines':
      return reading.reason === ''
        ? askBack(asked, wordsOf(talk, of), 'no-reason', ['declines', 'joins'])
        : record(asked, talk, of, { answer: 'declines', reason: reading.reason });
    default:
      return never(reading);
  }
}

const wordsOf = (talk: Talk, of: OfDepartment) => ({ ...of, source: talk.source, words: talk.text });

/** Names that the department goes by. */
export async function namesOf(asked: Asked, department: string): Promise<readonly string[]> {
  const found = (await departmentsAsHeld(asked.deps.db)).find(({ code }) => code === department);
  return found === undefined ? [] : [found.name, ...found.aliases];
}

/** Somebody who cannot answer here is told so where he means to, and left alone where he only talks. */
function stranger(asked: Asked, { department }: OfDepartment, reading: Reading, files: number): Answer {
  const isAnswer = reading.kind !== 'aside' && reading.kind !== 'doubtful';
  const allowed = authorise(asked.actor, 'reply-to-consultation', { department });
  return !allowed.ok && (isAnswer || files > 0) ? refused(allowed.error) : quiet;
}

interface Meant {
  readonly answer: Said | null;
  readonly reason?: string;
  readonly changes?: readonly ProposedChange[];
  readonly sheets?: readonly GivenSheet[];
  /** '' where the words are no answer of their own. */
  readonly words?: string;
}

async function record(
  asked: Asked,
  talk: Talk,
  of: OfDepartment,
  meant: Meant,
  kind: Source['kind'] = 'thread',
): Promise<Answer> {
  const replied = await replyToConsultation(asked.deps, asked.actor, {
    ...of,
    words: talk.text,
    written: talk.text,
    ...meant,
    source: { kind, id: talk.source },
    // The message itself, and not its delivery: three deliveries are one reply.
    key: `message/${talk.source}`,
  });
  // A message that was delivered before is answered already.
  if (replied.ok) return replied.value.known ? quiet : besides(replied.value);
  return notRecorded(asked, talk, of, replied.error);
}

/** A file of which nothing could be taken does not stand in the receipt: its sender is told here. */
function besides(receipt: Receipt): Answer {
  const useless = receipt.read.filter((each) => rowsOf(each).taken === 0);
  if (useless.length === 0) return afterReply(receipt);
  const files = useless.map(({ file }) => file).join('、');
  const summary = {
    zh: `反馈已记录；${files} 中没有可以采用的计划行，请改好后重新上传。`,
    en: `The answer is recorded; no row of ${files} could be taken, please mend it and upload it again.`,
  };
  return show(withLines(summary, useless.flatMap(sayRead)));
}

function notRecorded(asked: Asked, talk: Talk, of: OfDepartment, refusal: Refusal): Answer | Promise<Answer> {
  if (refusal.stage !== 'consult') return refused(refusal);
  const { why } = refusal;
  if (why.reason === 'source-changed' && why.kind === 'edited')
    return askBack(asked, { ...of, source: talk.source, words: why.text }, 'changed', []);
  if (why.reason === 'nothing-taken') return show(withLines(sayRefusal(refusal), why.sheets.flatMap(sayRead)));
  return refused(refusal);
}

const wishOf = ({ kind, words }: Amendment): ProposedChange => ({ task: '', of: kind, words });

/** Files are the answer where words beside them are none; where the words say one, it is that. */
async function withFiles(asked: Asked, talk: Talk, of: OfDepartment, reading: Reading): Promise<Answer> {
  if (reading.kind === 'declines') return askBack(asked, wordsOf(talk, of), 'file-and-declined', ['joins', 'declines']);
  if (talk.files.length > filesMost) {
    const why = { reason: 'too-many-files', count: talk.files.length, most: filesMost } as const;
    return refused({ stage: 'consult', why });
  }
  const { sheets, lost } = await fetched(talk.files);
  if (sheets.length === 0)
    return tell({
      zh: `没能取到文件：${lost.join('、')}。请重新上传。`,
      en: `These files could not be fetched: ${lost.join(', ')}. Please upload them again.`,
    });
  const isAnswer = reading.kind === 'joins' || reading.kind === 'agrees' || reading.kind === 'comments';
  const changes = reading.kind === 'comments' ? reading.changes.map(wishOf) : [];
  const meant = isAnswer ? { answer: reading.kind, changes, sheets } : { answer: null, words: '', sheets };
  const answer = await record(asked, talk, of, meant, 'sheet');
  // 见附件 is said by the file itself; words that leave something open are asked about beside it.
  const open = reading.kind === 'doubtful' && reading.why !== 'elsewhere' && reading.why !== 'receipt-only';
  if (answer.kind === 'done' && open) return askBack(asked, wordsOf(talk, of), reading.why, reading.perhaps);
  if (lost.length === 0 || answer.kind !== 'done') return answer;
  return tell({
    zh: `其余文件已收，没能取到：${lost.join('、')}。请重新上传这几个文件。`,
    en: `The other files were taken; these could not be fetched: ${lost.join(', ')}.`,
  });
}

async function fetched(
  files: readonly TalkFile[],
): Promise<{ readonly sheets: readonly GivenSheet[]; readonly lost: readonly string[] }> {
  const sheets: GivenSheet[] = [];
  const lost: string[] = [];
  for (const { name, bytes } of files) {
    try {
      sheets.push({ kind: 'file', file: name, bytes: await bytes() });
    } catch {
      // The platform did not give it: its uploader is told, and the others count.
      lost.push(name);
    }
  }
  return { sheets, lost };
}

const link = /https?:\/\/\S+/iu;
const everyLink = /https?:\/\/\S+/giu;

/** A link is kept as it was written; what lies behind it nobody here can see, so it is never consent. */
async function withLink(asked: Asked, talk: Talk, of: OfDepartment, own: readonly string[]): Promise<Answer> {
  const beside = readReply(talk.text.replaceAll(everyLink, ' '), own);
  const meant: Meant =
    beside.kind === 'declines' && beside.reason !== ''
      ? { answer: 'declines', reason: beside.reason }
      : { answer: 'comments', changes: beside.kind === 'comments' ? beside.changes.map(wishOf) : [] };
  const answer = await record(asked, talk, of, meant);
  return answer.kind === 'done' ? tell(cannotOpen) : answer;
}

const cannotOpen: Words = {
  zh: '链接已按“有意见”的原文记录。系统打不开链接，也看不到里面的表格，请把表格文件直接上传到本消息下。',
  en: 'The link is recorded as written. We cannot open links or see the sheet behind it; please upload the file under the letter.',
};

async function edited(asked: Asked, talk: Talk, of: OfDepartment): Promise<Answer> {
  if (!canReply(asked, of.department)) return quiet;
  const request = { ...of, source: talk.source, text: talk.text, key: asked.key };
  const recorded = await recordEditedReply(asked.deps, asked.actor, request);
  if (!recorded.ok) return refused(recorded.error);
  // The thread asks about an answer that stands; words that were no answer so far are asked about here.
  if (recorded.value.same || recorded.value.known) return quiet;
  const reading = readReply(talk.text, await namesOf(asked, of.department));
  if (reading.kind === 'aside') return quiet;
  return askBack(asked, wordsOf(talk, of), 'changed', reading.kind === 'doubtful' ? reading.perhaps : []);
}
