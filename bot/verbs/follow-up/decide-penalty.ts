/**
 * 行政处罚（行政强制）决定: number and day, linked exactly to the task, the enterprise and the finding (三明 四(十) 精准关联); with it, where
 * asked, the guidance slip (三(六) 既开行政处罚单，又开整改辅导单), and the day from which a repair of credit can be applied for (四(十一)).
 */
import type { ActBodies, Measure } from '../../../core/follow-up/act.ts';
import type { NewAct } from '../../../core/follow-up/rule.ts';
import type { Degree } from '../../../core/outcome/degree.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { atMost, day, line } from './given.ts';
import { type Cases, type Done, type Matter, onCases } from './on-cases.ts';

export interface PenaltyDecision extends Cases {
  readonly measure: Measure;
  readonly number: string;
  readonly on: string;
  /** As the decision names them; both must be those of the findings. */
  readonly subject: string;
  readonly task: string;
  readonly words: string;
  readonly degree: Degree | null;
  /** '' where none is given. */
  readonly repairFrom: string;
  /** Text of the guidance slip that goes with it; '' where it is given apart. */
  readonly guidance: string;
}

export const decidePenalty = (deps: Deps, actor: Actor, input: PenaltyDecision): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'decide-penalty' }, input, async (matter) => {
    const linked = linkedTo(matter, input);
    if (!linked.ok) return linked;
    const number = line('number', input.number);
    if (!number.ok) return number;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const repairFrom = input.repairFrom.trim() === '' ? ok(null) : day('repairFrom', input.repairFrom);
    if (!repairFrom.ok) return repairFrom;
    const [words, guidance] = [atMost(input.words), atMost(input.guidance)];
    if (!words.ok) return words;
    if (!guidance.ok) return guidance;
    // One decision is one subject's: the same number under another is a slip of the pen or of the file.
    const taken = (await factBodies<ActBodies['penalty-decided']>(deps.db, 'penalty-decided')).some(
      ({ body }) => body.number === number.value && body.subject !== matter.cases[0]?.subject?.key,
    );
    if (taken) return refuse('follow-up', { reason: 'number-taken', number: number.value });
    const decided: NewAct = {
      kind: 'penalty-decided',
      measure: input.measure,
      number: number.value,
      on: on.value,
      words: words.value,
      degree: input.degree,
      repairFrom: repairFrom.value,
    };
    return guidance.value === ''
      ? ok([decided])
      : ok([decided, { kind: 'guidance-given', on: on.value, words: guidance.value }]);
  });

/** 抽查任务单号、检查对象名称与行政处罚决定精准关联: what the decision names must be what the findings are about. */
function linkedTo({ cases }: Matter, { subject, task }: PenaltyDecision): Result<true, Refusal> {
  const [gone] = cases.filter((each) => each.subject === null);
  if (gone !== undefined) return refuse('follow-up', { reason: 'visit-gone', no: gone.no });
  const is = cases[0]?.subject?.key ?? '';
  const given = plain(subject);
  if (given === '') return refuse('follow-up', { reason: 'text-missing', field: 'subject' });
  if (given !== plain(is) && given !== plain(is.slice(is.indexOf(':') + 1)))
    return refuse('follow-up', { reason: 'other-subject', given: subject.slice(0, 60), is });
  const named = plain(task);
  if (named === '') return refuse('follow-up', { reason: 'text-missing', field: 'task' });
  const apart = cases.find(
    ({ tasks }) => !tasks.some((id) => plain(id) === named || plain(id.slice(id.lastIndexOf('/') + 1)) === named),
  );
  return apart === undefined
    ? ok(true)
    : refuse('follow-up', { reason: 'other-task', given: task.slice(0, 60), tasks: apart.tasks });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
