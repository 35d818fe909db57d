/** The sample of a re-inspection, to whoever may record it: by 检查编号, without names. */
import { hasFault } from '../../../core/recheck/recheck.ts';
import { purposeWords } from '../../../core/recheck/words.ts';
import type { Words } from '../../../core/words.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { outcomeName } from '../../verbs/recheck/outcome-name.ts';
import { drawnOf, recheckHeld } from '../../verbs/recheck/rechecks.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const shown = 50;

export async function listOf({ deps, actor }: Asked, about: string): Promise<Answer> {
  const { no } = readNumber(about);
  const recheck = await recheckHeld(deps.db, no);
  if (recheck === null) return refused({ stage: 'recheck', why: { reason: 'no-recheck', no } });
  const allowed = authorise(actor, 'record-recheck', { department: recheck.department });
  if (!allowed.ok) return refused(allowed.error);
  const drawn = await drawnOf(deps.db, recheck);
  const { ceremony } = recheck;
  if (drawn === null) return refused({ stage: 'recheck', why: { reason: 'not-drawn-yet', no, ceremony } });
  const lines = drawn
    .flatMap(({ outcomes }) => outcomes)
    .map((outcome): Words => {
      const name = outcomeName(outcome);
      const record = recheck.records.get(outcome);
      if (record === undefined) return { zh: `${name.zh}：未办`, en: `${name.en}: to do` };
      return hasFault(record)
        ? { zh: `${name.zh}：存在问题，${record.words}`, en: `${name.en}: at fault, ${record.words}` }
        : { zh: `${name.zh}：符合`, en: `${name.en}: met` };
    });
  const { zh, en } = purposeWords[recheck.purpose];
  return show(
    withLines(
      {
        zh: `第 ${no} 号${zh}：抽中 ${drawn.length} 户、检查结果 ${lines.length} 项。`,
        en: `${en} ${no}: ${drawn.length} subjects, ${lines.length} outcomes.`,
      },
      firstOf(lines, shown, '项'),
    ),
  );
}
