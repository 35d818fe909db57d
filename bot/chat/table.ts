/** Everything that can be typed, pressed, filled and answered in a chat, by name: the whole chat door on one screen. */
import { bulletinChapter } from './bulletin.ts';
import { consultChapter } from './consult.ts';
import type { Chapter, Command, FormDoor, Pressed } from './door.ts';
import { drawChapter } from './draw.ts';
import { exchangeChapter } from './exchange.ts';
import { followUpChapter } from './follow-up.ts';
import { inviteChapter } from './invite.ts';
import { formNamed, pressedNamed, routeNamed, talkNamed } from './named.ts';
import { noticeChapter } from './notice.ts';
import { outcomeChapter } from './outcome.ts';
import { paperChapter } from './paper.ts';
import { peopleChapter } from './people.ts';
import { planChapter } from './plan.ts';
import { recheckChapter } from './recheck.ts';
import { remindChapter } from './remind.ts';
import { riskChapter } from './risk.ts';
import { visitChapter } from './visit.ts';
import { voiceChapter } from './voice.ts';

const chapters: readonly Chapter[] = [
  peopleChapter,
  consultChapter,
  inviteChapter,
  planChapter,
  drawChapter,
  visitChapter,
  noticeChapter,
  outcomeChapter,
  followUpChapter,
  recheckChapter,
  riskChapter,
  voiceChapter,
  exchangeChapter,
  bulletinChapter,
  paperChapter,
  remindChapter,
];

/** One table of all chapters. @throws where two chapters use one name: a bug */
function gathered<T>(pick: (chapter: Chapter) => Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> {
  const all = chapters.flatMap((chapter) => Object.entries(pick(chapter) ?? {}));
  const table = new Map(all);
  if (table.size !== all.length) throw new Error('two chapters use one name');
  return table;
}

const mapped = <T>(table: ReadonlyMap<string, T>, change: (each: T) => T): ReadonlyMap<string, T> =>
  new Map([...table].map(([name, each]) => [name, change(each)]));

export const commands: ReadonlyMap<string, Command> = mapped(
  gathered((chapter) => chapter.commands),
  (command) => (text) => routeNamed(command(text)),
);
export const choices: ReadonlyMap<string, Pressed> = mapped(
  gathered((chapter) => chapter.choices),
  pressedNamed,
);
export const forms: ReadonlyMap<string, FormDoor> = mapped(
  gathered((chapter) => chapter.forms),
  formNamed,
);
export const talks = mapped(
  gathered((chapter) => chapter.talk),
  talkNamed,
);
export const besides = chapters.flatMap(({ beside }) => beside ?? []);
