/** What stands in the threads: the receipt of a reply, and the question that follows when its text was changed or deleted. */
import { isWithoutLetter } from '../../../../core/consult/fact.ts';
import type { Alteration, ConsultationState } from '../../../../core/consult/state.ts';
import { answerWords } from '../../../../core/consult/words.ts';
import type { Words } from '../../../../core/words.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { editsMost } from '../../../verbs/consult/altered.ts';
import { heldConsultation } from '../../../verbs/consult/held.ts';
import { plainDefaults, planNumberOf, readSent, type SheetRead, sheetBytes } from '../../../verbs/consult/sheet.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind, Said } from '../../post.ts';
import { answerChoices } from './letter.ts';
import { aboutText, letterSlot, type OfFact, rootSlot } from './place.ts';
import { saidWith, sayDifference, sayRead, sayReply } from './say-reply.ts';

/** 已记录：无意见（群内文字反馈，6月18日 09:05，台账第 12 号）。 */
export const receiptPost: PostKind<OfFact> = {
  place: ({ department }) => `department:${department}`,
  under: letterSlot,
  say: async ({ db }: ChatDeps, { consultation, department, seq }): Promise<Said | null> => {
    const state = await heldConsultation(db, consultation);
    const history = state?.replies.get(department)?.history ?? [];
    const at = history.findIndex((reply) => reply.seq === seq);
    const reply = history[at];
    if (state === null || reply === undefined) return null;
    const before = history[at - 1] ?? null;
    const carried = new Set(before?.sheets.map(({ pages }) => pages.join()) ?? []);
    const read: SheetRead[] = [];
    for (const sheet of reply.sheets) {
      if (carried.has(sheet.pages.join())) continue;
      const asked = {
        year: state.year,
        plan: planNumberOf(state.year),
        reply: { id: consultation, department, at: reply.at },
        defaults: plainDefaults,
        before: read.reduce((sum, each) => sum + (each.sheet?.rows.length ?? 0), 0),
      };
      read.push(await readSent({ db }, { file: sheet.file, bytes: await sheetBytes(db, sheet) }, asked));
    }
    const said = sayReply(reply);
    const summary = { zh: `已记录：${said.zh}。`, en: `Recorded: ${said.en}.` };
    const lines = [
      ...saidWith(reply),
      ...(before === null || before.answer === reply.answer ? [] : [replaced(before.answer)]),
      ...(reply.late
        ? [{ zh: '本次反馈在期限之后，已标记为逾期。', en: 'It came after the deadline and is marked late.' }]
        : []),
      ...read.flatMap(sayRead),
      ...(isWithoutLetter(consultation) ? [moreBelow] : []),
    ];
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const]),
      ],
    };
  },
};

const moreBelow: Words = {
  zh: '还有其他任务的，可以在本消息下上传《年度抽查计划表》。',
  en: 'For more tasks, upload the plan sheet under this message.',
};

const replaced = (before: keyof typeof answerWords): Words => ({
  zh: `代替此前的反馈“${answerWords[before].zh}”，两次均已留存。`,
  en: `It takes the place of “${answerWords[before].en}”; both stay on record.`,
});

/** For the department: whether the answer still stands. */
export const alteredPost: PostKind<OfFact> = {
  place: ({ department }) => `department:${department}`,
  under: letterSlot,
  say: async ({ db }, { consultation, department, seq }): Promise<Said | null> => {
    const found = await alterationAt(db, consultation, department, seq);
    if (found === null) return null;
    const { state, alteration } = found;
    const replies = state.replies.get(department);
    const open = replies?.altered.some((each) => each.seq === seq) === true;
    const answer = replies === undefined ? { zh: '', en: '' } : answerWords[replies.latest.answer];
    const what = whatHappened(alteration);
    const summary = open
      ? {
          zh: `贵单位反馈的原文已被${what.zh}，反馈仍按“${answer.zh}”计。请确认反馈是否仍然有效。`,
          en: `The text of your answer was ${what.en}; it still counts as “${answer.en}”. Please confirm.`,
        }
      : {
          zh: `贵单位反馈的原文曾被${what.zh}，已由之后的反馈确认。`,
          en: `The text of your answer was ${what.en}; a later answer has settled it.`,
        };
    const about = aboutText({ consultation, department });
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        { kind: 'list', items: [...sayDifference(alteration), ...goesOn(state, alteration)] },
        ...(open
          ? [
              {
                kind: 'choices',
                choices: [
                  {
                    id: 'consult-keep',
                    about,
                    label: { zh: `维持“${answer.zh}”`, en: `Keep “${answer.en}”` },
                    weight: 'primary',
                  },
                  ...answerChoices({ consultation, department }).slice(0, 4),
                ],
              } as const,
            ]
          : []),
      ],
    };
  },
};

/** For the office: the difference, and that the answer was not touched. */
export const differencePost: PostKind<OfFact> = {
  place: () => 'office',
  under: rootSlot,
  say: async ({ db }, { consultation, department, seq }): Promise<Said | null> => {
    const found = await alterationAt(db, consultation, department, seq);
    if (found === null) return null;
    const { state, alteration } = found;
    const name = (await departmentNames(db))(department);
    const latest = state.replies.get(department)?.latest;
    const answer = latest === undefined ? { zh: '', en: '' } : answerWords[latest.answer];
    const what = whatHappened(alteration);
    const asked = !alteration.standing
      ? { zh: '该文字已被之后的反馈代替', en: 'a later answer had taken its place' }
      : state.replies.get(department)?.altered.some((each) => each.seq === seq) === true
        ? { zh: '已请该单位确认', en: 'the department was asked' }
        : { zh: '该单位已重新确认', en: 'the department has confirmed since' };
    const summary = {
      zh: `${name}反馈的原文已被${what.zh}，反馈仍按“${answer.zh}”计，${asked.zh}。`,
      en: `The text of ${name}'s answer was ${what.en}; it still counts as “${answer.en}”, ${asked.en}.`,
    };
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        { kind: 'list', items: [...sayDifference(alteration), ...goesOn(state, alteration)] },
      ],
    };
  },
};

const whatHappened = ({ kind }: Alteration): Words =>
  kind === 'edited' ? { zh: '修改', en: 'edited' } : { zh: '删除', en: 'deleted' };

/** The last change of a message that is recorded tells both sides that it may have gone on. */
function goesOn({ changes }: ConsultationState, { source, seq }: Alteration): readonly Words[] {
  const edits = changes.filter((each) => each.source === source && each.kind === 'edited');
  return edits.length < editsMost || edits.at(-1)?.seq !== seq
    ? []
    : [
        {
          zh: `这条消息已修改 ${editsMost} 次，此后如再修改不再登记，以重新反馈为准。`,
          en: `This message was changed ${editsMost} times; if it goes on that is not recorded, and a new answer counts.`,
        },
      ];
}

async function alterationAt(
  db: ChatDeps['db'],
  consultation: string,
  department: string,
  seq: number,
): Promise<{ readonly state: ConsultationState; readonly alteration: Alteration } | null> {
  const state = await heldConsultation(db, consultation);
  const alteration = state?.changes.find((each) => each.seq === seq && each.department === department);
  return state === null || alteration === undefined ? null : { state, alteration };
}
