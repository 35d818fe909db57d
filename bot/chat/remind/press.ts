/** Reminding by hand, and the list of what is due. */
import { addDays } from '../../../core/calendar.ts';
import { wordsOfMinute } from '../../../core/consult/words.ts';
import { isNear, isSecret, type Owed } from '../../../core/owed/owed.ts';
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Choice, firstOf, same } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { departmentIn, owedLine, personIn } from '../../say/owed.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { owedNow } from '../../verbs/remind/owed-now.ts';
import { type Reminded, remindConsultation, remindNow } from '../../verbs/remind/remind.ts';
import { refused, show, tell } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { todoOf } from '../home.ts';

export const pressConsultation = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  answered(await remindConsultation(deps, actor, about.trim()));

export const pressNow = async ({ deps, actor }: Asked): Promise<Answer> => answered(await remindNow(deps, actor));

function answered(result: Result<Reminded, Refusal>): Answer {
  if (!result.ok) return refused(result.error);
  const { sent, recent, later } = result.value;
  const places = new Set(sent.map(({ to }) => to)).size;
  const skipped: Words =
    recent === 0
      ? { zh: '', en: '' }
      : {
          zh: `一小时内已提醒过的 ${recent} 项未再重复。`,
          en: ` ${recent} were reminded of within the hour and are left out.`,
        };
  if (sent.length === 0)
    return tell(
      recent === 0
        ? { zh: '目前没有需要催办的事项。', en: 'There is nothing to remind of.' }
        : { zh: skipped.zh, en: skipped.en.trim() },
    );
  const at: Words =
    later === null
      ? { zh: '已发出提醒', en: 'Reminded' }
      : {
          zh: `现在不是工作时间，提醒将于${wordsOfMinute(later).zh}发出`,
          en: `Outside working hours; to be sent at ${wordsOfMinute(later).en}`,
        };
  return tell({
    zh: `${at.zh}：${sent.length} 项，涉及 ${places} 个单位（人员）。${skipped.zh}`,
    en: `${at.en}: ${sent.length} matters to ${places} places.${skipped.en}`,
  });
}

/** The office sees everybody's, others their own. */
export async function listDue({ deps, actor }: Asked): Promise<Answer> {
  if (!actor.roles.includes('office')) return show(await todoOf(deps, actor));
  const { owed, today, nameOf } = await owedNow(deps);
  const soon = addDays(today, 14);
  const isSeen = (each: Owed) => !isSecret(each) || each.by === `person:${actor.person}`;
  const near = owed.filter((each) => each.matter.kind !== 'silent' && isSeen(each) && isNear(each, today, soon));
  if (near.length === 0) return tell({ zh: '近期没有到期事项。', en: 'Nothing is due soon.' });
  const items: Words[] = [];
  for (const each of near) {
    const line = owedLine(each, nameOf, today);
    const who = await debtorWords(each.by);
    items.push({ zh: `${who.zh}：${line.zh}`, en: `${who.en}: ${line.en}` });
  }
  const summary = { zh: `近期到期和待办 ${near.length} 项`, en: `${near.length} due or waiting` };
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      { kind: 'list', items: firstOf(items, shown, '项') },
      // What has no day is listed and not reminded of: a button would promise what it does not do.
      ...(near.some(({ rounds }) => rounds.length > 0)
        ? [{ kind: 'choices' as const, choices: [remindNowChoice] }]
        : []),
    ],
  });

  async function debtorWords(by: Owed['by']): Promise<Words> {
    const [person, department] = [personIn(by), departmentIn(by)];
    if (person !== null) return same((await actorOf(deps, person))?.name ?? person);
    return department === null ? { zh: '联席办', en: 'The office' } : same(nameOf(department));
  }
}

const remindNowChoice: Choice = {
  id: 'remind-now',
  about: '',
  label: { zh: '立即催办', en: 'Remind now' },
  weight: 'primary',
};

/** Lines of one list in a chat. */
const shown = 30;
