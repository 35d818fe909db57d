/** Where a re-inspection stands, for whoever drew it and for the office; and to a department what it is to answer. No enterprise is named. */
import { hasFault, type Recheck, unanswered } from '../../../core/recheck/recheck.ts';
import { criterionWords, purposeWords } from '../../../core/recheck/words.ts';
import type { Words } from '../../../core/words.ts';
import { choices, firstOf, heading, type Part } from '../../message/message.ts';
import type { Place } from '../../message/messenger.ts';
import { civil } from '../../say/time.ts';
import { outcomeName } from '../../verbs/recheck/outcome-name.ts';
import { drawnOf, isOff, recheckOfCeremony } from '../../verbs/recheck/rechecks.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { type About, type PostKind, postKindOf } from '../post.ts';
import { answerChoice, listChoice, recordChoice } from './recheck/choices.ts';

const standing: PostKind<{ readonly ceremony: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { ceremony, place }) => {
    const recheck = await recheckOfCeremony(db, ceremony);
    if (recheck === null) return null;
    if (place !== 'office' && place !== `department:${recheck.department}`) return null;
    const nameOf = await departmentNames(db);
    const drawn = await drawnOf(db, recheck);
    const of = recheck.department === '' ? { zh: '各单位', en: 'all departments' } : same(nameOf(recheck.department));
    const title = titleOf(recheck);
    const state =
      drawn === null
        ? (await isOff(db, recheck))
          ? off(ceremony)
          : notYet(ceremony)
        : doneSoFar(
            recheck,
            drawn.flatMap(({ outcomes }) => outcomes),
          );
    return {
      summary: { zh: `${title.zh}（${of.zh}）：${state.zh}`, en: `${title.en} (${of.en}): ${state.en}` },
      parts: [
        heading(`${title.zh}：${of.zh}`, `${title.en}: ${of.en}`),
        { kind: 'text', words: state },
        ...(drawn === null ? [] : [choices(recordChoice(recheck.no), listChoice(recheck.no))]),
      ],
    };
  },
};

const same = (text: string): Words => ({ zh: text, en: text });
const titleOf = ({ no, purpose }: Recheck): Words => {
  const { zh, en } = purposeWords[purpose];
  return { zh: `第 ${no} 号${zh}`, en: `${en} ${no}` };
};
const notYet = (ceremony: number): Words => ({
  zh: `第 ${ceremony} 次抽取开签后抽出名单。`,
  en: `the sample is drawn when ceremony ${ceremony} is opened.`,
});

const off = (ceremony: number): Words => ({
  zh: `第 ${ceremony} 次抽取已终止，本次不再办理。`,
  en: `ceremony ${ceremony} was ended; nothing of it is to be done.`,
});

function doneSoFar(recheck: Recheck, outcomes: readonly string[]): Words {
  const done = outcomes.filter((outcome) => recheck.records.has(outcome)).length;
  const faults = [...recheck.records.values()].filter(hasFault).length;
  const missed = [...recheck.records.values()].filter((record) => record.missed).length;
  const open = unanswered(recheck).length;
  const until = civil(recheck.window.to);
  return {
    zh: `抽中检查结果 ${outcomes.length} 项，已办 ${done} 项，存在问题 ${faults} 项（其中问题未发现 ${missed} 项），待答复 ${open} 项；期限${until.zh}。`,
    en: `${outcomes.length} outcomes drawn, ${done} done, ${faults} with faults (${missed} missed problems), ${open} to be answered; until ${until.en}.`,
  };
}

/** More faults than are read in a thread. */
const faultsShown = 20;

const faults: PostKind<{ readonly ceremony: number; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async ({ db }, { ceremony, department }) => {
    const recheck = await recheckOfCeremony(db, ceremony);
    if (recheck === null) return null;
    if (await isOff(db, recheck)) return null;
    const own = [...recheck.records.values()].filter((record) => record.department === department && hasFault(record));
    if (own.length === 0) return null;
    const open = unanswered(recheck).filter((record) => record.department === department).length;
    const title = titleOf(recheck);
    const summary = {
      zh: `${title.zh}发现贵单位检查结果存在问题 ${own.length} 项，待答复 ${open} 项。`,
      en: `${title.en} found fault with ${own.length} of your outcomes; ${open} are to be answered.`,
    };
    const lines = own.map((record): Words => {
      const name = outcomeName(record.outcome);
      const at = Object.entries(record.grades).flatMap(([criterion, grade]) =>
        grade === 'fault' ? [criterionWords[criterion as keyof typeof criterionWords]] : [],
      );
      const what = [...at, ...(record.missed ? [{ zh: '问题未发现', en: 'a problem missed' }] : [])];
      const answer = recheck.answers.get(record.outcome);
      const end =
        answer === undefined
          ? { zh: '', en: '' }
          : { zh: `〔已答复：${answer.words}〕`, en: ` [answered: ${answer.words}]` };
      return {
        zh: `${name.zh}：${what.map(({ zh }) => zh).join('、')}。${record.words}${end.zh}`,
        en: `${name.en}: ${what.map(({ en }) => en).join(', ')}. ${record.words}${end.en}`,
      };
    });
    const parts: readonly Part[] = [
      heading(`${title.zh}发现的问题`, `Found by ${title.en}`),
      { kind: 'list', items: firstOf(lines, faultsShown, '项') },
      ...(open === 0 ? [] : [choices(answerChoice(recheck.no))]),
    ];
    return { summary, parts };
  },
};

export const recheckPosts: Readonly<Record<string, PostKind<About>>> = {
  recheck: postKindOf(standing),
  'recheck-faults': postKindOf(faults),
};
