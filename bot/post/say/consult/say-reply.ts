/** One reply in a line, and what its files came to. */
import type { Replied } from '../../../../core/consult/fact.ts';
import type { Alteration, ReplyOnRecord } from '../../../../core/consult/state.ts';
import { answerWords, sourceWords, wordsOfMinute } from '../../../../core/consult/words.ts';
import type { Words } from '../../../../core/words.ts';
import { sayPlanSheet } from '../../../say/plan-page.ts';
import { sayRefusal } from '../../../say/refusal.ts';
import { rowsOf, type SheetRead } from '../../../verbs/consult/sheet.ts';

/** Words of others are shown as they wrote them, shortened where they are long. */
export function shortly(text: string, most: number): string {
  const signs = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`;
}

/** 无意见（群内文字反馈，6月18日 09:05，台账第 12 号，逾期） */
export function sayReply({ answer, source, at, seq, late }: ReplyOnRecord): Words {
  const [said, how, when] = [answerWords[answer], sourceWords[source.kind], wordsOfMinute(at)];
  return {
    zh: `${said.zh}（${how.zh}，${when.zh}，台账第 ${seq} 号${late ? '，逾期' : ''}）`,
    en: `${said.en} (${how.en}, ${when.en}, ledger no. ${seq}${late ? ', late' : ''})`,
  };
}

/** Changes that the words themselves do not say already. */
export const changesBeside = ({ words, changes }: Pick<Replied, 'words' | 'changes'>): Replied['changes'] =>
  changes.filter((change) => !words.includes(change.words));

/** What was said with the answer: words, reason, changes, rows. */
export function saidWith({
  answer,
  words,
  reason,
  changes,
  sheets,
}: Pick<Replied, 'answer' | 'words' | 'reason' | 'changes' | 'sheets'>): readonly Words[] {
  const rows = sheets.reduce((sum, { taken }) => sum + taken, 0);
  return [
    ...(words === '' || answer === 'agrees' || answer === 'joins'
      ? []
      : [{ zh: `原文：“${shortly(words, 300)}”`, en: `As written: “${shortly(words, 300)}”` }]),
    ...(reason === '' || reason === words
      ? []
      : [{ zh: `理由：${shortly(reason, 300)}`, en: `Reason: ${shortly(reason, 300)}` }]),
    ...changesBeside({ words, changes }).map(({ task, of, words: wish }) => ({
      zh: `建议调整${changeWords[of].zh}：${task === '' ? '' : `${task}，`}${shortly(wish, 100)}`,
      en: `Proposes another ${changeWords[of].en}: ${task === '' ? '' : `${task}, `}${shortly(wish, 100)}`,
    })),
    ...(rows === 0
      ? []
      : [
          {
            zh: `报送计划 ${rows} 行（${sheets.map(({ file }) => file).join('、')}）`,
            en: `Sent ${rows} rows of the plan (${sheets.map(({ file }) => file).join(', ')})`,
          },
        ]),
  ];
}

const changeWords = {
  ratio: { zh: '抽查比例', en: 'ratio' },
  frequency: { zh: '抽查频次', en: 'frequency' },
  window: { zh: '检查时间', en: 'window' },
  item: { zh: '抽查事项', en: 'item' },
  department: { zh: '参与部门', en: 'department' },
  lead: { zh: '牵头部门', en: 'lead' },
} as const satisfies Record<Replied['changes'][number]['of'], Words>;

/** More faults than this are counted: a thread is no place for a hundred lines. */
const linesShown = 12;

/** Rows taken and rows not, each with its place and what would be right. */
export function sayRead(read: SheetRead): readonly Words[] {
  const { file, sheet, trouble, strangers } = read;
  if (sheet === null) return trouble === null ? [] : [sayRefusal(trouble)];
  const { taken, left } = rowsOf(read);
  const [, ...details] = sayPlanSheet(file, sheet);
  const lines = [
    ...details.map(({ zh, en }) => ({ zh: forChat(zh.trim()), en: en.trim() })),
    ...strangers.map(({ row, name }) => ({
      zh: `第 ${row} 行“${shortly(name, 40)}”：贵单位不是牵头或者参与部门，不能由贵单位申报。`,
      en: `Row ${row}, “${shortly(name, 40)}”: your department has no part in it.`,
    })),
  ];
  const more = lines.length - linesShown;
  return [
    {
      zh: `${file}：采用 ${taken} 行${left === 0 ? '，全部可用' : `，${left} 行未采用`}。`,
      en: `${file}: ${taken} rows taken${left === 0 ? '' : `, ${left} not`}.`,
    },
    ...lines.slice(0, linesShown),
    ...(more > 0 ? [{ zh: `另有 ${more} 处，请改好以上各处后重新上传。`, en: `${more} more; mend these first.` }] : []),
  ];
}

/** The command line's own options mean nothing in a chat. */
const forChat = (line: string): string =>
  line
    .replace('：“”没有写明', '：没有写明')
    .replace(/；请补上，或用 --window 写明|；请用 --\S+ 写明\S*/gu, '；请在表中写明');

/** 原文 and 现为, as the two were written. */
export function sayDifference(alteration: Alteration): readonly Words[] {
  const was = shortly(alteration.was ?? '', 300);
  const now = alteration.kind === 'edited' ? shortly(alteration.text, 300) : null;
  return [
    { zh: `原文：“${was}”`, en: `It was: “${was}”` },
    now === null ? { zh: '现已删除。', en: 'It was deleted.' } : { zh: `现为：“${now}”`, en: `It reads now: “${now}”` },
  ];
}
