/** What an import came to, in words: counts first, then refused rows cell by cell, corrections and what is absent. */
import { sheets } from '../../core/sheet/sheets.ts';
import { wordsOfChange, wordsOfDoubt, wordsOfFaulty, wordsOfPlace } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import { countsOf, type ImportAnswer } from '../verbs/registry/import-report.ts';

/** Lines of each kind that are shown; the report keeps them all. */
const shown = 20;

export function sayImported(answer: ImportAnswer): readonly Words[] {
  const { title } = sheets[answer.sheet];
  const at = answer.table === '' ? answer.file : `${answer.file}〔${answer.table}〕`;
  const head = { zh: `${title.zh} ← ${at}`, en: `${title.en} ← ${at}` };
  if (answer.state === 'same-file') {
    return [
      {
        zh: `${head.zh}：与上次导入的是同一份文件，名录清单没有变化，未作改动。`,
        en: `${head.en}: the same file as last time; nothing has changed.`,
      },
    ];
  }
  const n = countsOf(answer);
  const nothing =
    answer.state === 'nothing-kept'
      ? { zh: '没有一行可以导入，未作改动。', en: ' No row could be kept; nothing was changed.' }
      : { zh: '', en: '' };
  return [
    {
      zh: `${head.zh}：共 ${n.rows} 行，导入 ${n.accepted} 行（新增 ${n.added}、变更 ${n.changed}、无变化 ${n.same}），更正 ${n.corrected} 行，未导入 ${n.rejected} 行，重复 ${n.repeated} 行。${nothing.zh}`,
      en: `${head.en}: ${n.rows} rows, ${n.accepted} accepted (${n.added} new, ${n.changed} changed, ${n.same} as before), ${n.corrected} corrected, ${n.rejected} refused, ${n.repeated} repeated.${nothing.en}`,
    },
    ...first(
      answer.rejected.flatMap(({ faults }) => faults.map(wordsOfFaulty)),
      { zh: '未导入', en: 'refused' },
    ),
    ...first(
      answer.corrections.map((each) => {
        const place = wordsOfPlace(each);
        const changes = each.changes.map(wordsOfChange);
        return {
          zh: `${place.zh}“${each.from}”→“${each.to}”：${changes.map(({ zh }) => zh).join('、')}。`,
          en: `${place.en}, “${each.from}” → “${each.to}”: ${changes.map(({ en }) => en).join(', ')}.`,
        };
      }),
      { zh: '更正', en: 'corrected' },
    ),
    ...first(
      answer.doubts.map((each) => {
        const place = wordsOfPlace(each);
        const doubt = wordsOfDoubt(each.doubt);
        return { zh: `${place.zh}“${each.value}”：${doubt.zh}。`, en: `${place.en}, “${each.value}”: ${doubt.en}.` };
      }),
      { zh: '存疑', en: 'doubtful' },
    ),
    ...columns(answer),
    ...renewed(answer),
    ...absent(answer),
  ];
}

function renewed({ edition, replaced }: ImportAnswer): readonly Words[] {
  if (edition === '') return [];
  return [
    {
      zh: `  〔${edition}〕原有事项 ${replaced.length} 项由新版替代，自施行之日起不得列入计划和抽取。`,
      en: `  [${edition}] ${replaced.length} items are replaced by the new edition and cannot be drawn from its day.`,
    },
    ...first(
      replaced.map(({ key, by }) => ({ zh: `${key} 由 ${by} 替代。`, en: `${key} is replaced by ${by}.` })),
      { zh: '替代', en: 'replaced' },
    ),
  ];
}

function first(lines: readonly Words[], kind: Words): readonly Words[] {
  const more = lines.length - shown;
  const rest = { zh: `  …… 另有 ${more} 处${kind.zh}`, en: `  … ${more} more ${kind.en}` };
  return [
    ...lines.slice(0, shown).map(({ zh, en }) => ({ zh: `  〔${kind.zh}〕${zh}`, en: `  [${kind.en}] ${en}` })),
    ...(more > 0 ? [rest] : []),
  ];
}

function columns({ unmapped, notKept, deduced }: ImportAnswer): readonly Words[] {
  const lines: Words[] = [];
  for (const [header, words] of Object.entries(deduced)) {
    const taken = Object.entries(words).map(([word, n]) => `${word} ${n}`);
    lines.push({
      zh: `  〔推定〕“${header}”空白，推定为：${taken.join('、')}。`,
      en: `  [deduced] “${header}” was blank and taken as: ${taken.join(', ')}.`,
    });
  }
  if (notKept.length > 0)
    lines.push({
      zh: `  〔不保存〕个人信息列：${notKept.join('、')}。`,
      en: `  [not kept] columns of persons' data: ${notKept.join(', ')}.`,
    });
  if (unmapped.length > 0)
    lines.push({
      zh: `  〔未用〕认不出的列：${unmapped.join('、')}。`,
      en: `  [unused] columns not recognised: ${unmapped.join(', ')}.`,
    });
  return lines;
}

function absent(answer: ImportAnswer): readonly Words[] {
  if (answer.absent.length === 0) return [];
  const some = answer.absent.slice(0, 5).join('、');
  return [
    {
      zh: `  〔未列〕原有 ${answer.absent.length} 行不在本次文件中，保留不删（如 ${some}）。`,
      en: `  [absent] ${answer.absent.length} rows that are held are not in this file; they stay (${some}, …).`,
    },
  ];
}
