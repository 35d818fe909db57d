/** Asks the second of two persons, in private, to look for himself and confirm what the first has asked for. */
import { choices, heading, type Part, same } from '../../../message/message.ts';
import type { AnnulmentAsked, CorrectionAsked } from '../../../verbs/draw/second-person.ts';
import type { Said } from '../../post.ts';
import { confirmAnnulmentChoice, confirmCorrectionChoice } from './choices.ts';
import type { Present } from './present.ts';
import { both, ceremonyWords } from './words.ts';

export function sayCorrection({ no, state }: Present, asked: CorrectionAsked, first: string): Said {
  const title = ceremonyWords(no);
  const isDone = state.misreadings.some(({ reason }) => reason === asked.reason) && state.stage !== 'aborted';
  const words = isDone
    ? both(`${title.zh}的公共数已由您确认更正。`, `${title.en}: you have confirmed the corrected number.`)
    : both(
        `${first}申请更正${title.zh}的公共数，请您作为另一部门的第二人核对确认。`,
        `${first} asks to correct the public number of ${title.en.toLowerCase()}; you are the second person.`,
      );
  return {
    summary: words,
    parts: [
      heading('更正公共数', 'Correct the public number'),
      { kind: 'text', words },
      facts(
        ['原录入', 'Was', state.misreadings.at(-1)?.number ?? state.public?.number ?? ''],
        ['更正为', 'Is', asked.text],
        ['理由', 'Reason', asked.reason],
      ),
      ...(isDone ? [] : [choices(confirmCorrectionChoice(no))]),
    ],
  };
}

export function sayAnnulment({ no, state }: Present, asked: AnnulmentAsked, first: string): Said {
  const title = ceremonyWords(no);
  const isDone = state.stage === 'annulled';
  const words = isDone
    ? both(`${title.zh}已由您确认撤销。`, `${title.en}: you have confirmed the annulment.`)
    : both(
        `${first}依上级文件申请撤销${title.zh}，请您作为另一名负责人核对确认。`,
        `${first} asks to annul ${title.en.toLowerCase()} by a higher order; you are the other head who answers for it.`,
      );
  return {
    summary: words,
    parts: [
      heading('撤销抽取', 'Annul the draw'),
      { kind: 'text', words },
      facts(['依据', 'Order', asked.order]),
      ...(isDone ? [] : [choices(confirmAnnulmentChoice(no))]),
    ],
  };
}

const facts = (...rows: readonly (readonly [zh: string, en: string, value: string])[]): Part => ({
  kind: 'facts',
  facts: rows.map(([zh, en, value]) => ({ name: both(zh, en), value: same(value) })),
});
