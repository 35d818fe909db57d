/** 经验做法、工作动态 (三明 2025 五(十四)): a member sends them, the office passes practice on to all. */
import type { CivilDate } from '../../../core/calendar.ts';
import {
  type NewsSent,
  type Practice,
  type PracticePassedOn,
  type PracticeShared,
  practiceOf,
} from '../../../core/exchange/practice.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { tooLong } from '../too-long.ts';
import { sideOf, takingPart } from './departments.ts';
import { dayWritten, written } from './texts.ts';

/** A good practice is a page or two. */
export const practiceMost = 5000;

export const practiceHeld = async (db: Db, no: number): Promise<Practice | null> =>
  practiceOf(await dossierOf(db, { matter: 'practice', id: String(no) }));

/** Oldest first. */
export const practicesHeld = async (db: Db): Promise<readonly Practice[]> =>
  [...(await dossiersOf(db, 'practice')).values()]
    .flatMap((entries) => practiceOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);

export const newsHeld = async (db: Db): Promise<readonly NewsSent[]> =>
  (await factBodies<NewsSent>(db, 'news-sent')).map(({ body }) => body);

export function sharePractice(
  deps: Deps,
  actor: Actor,
  input: { readonly title: string; readonly words: string },
): Promise<Result<{ readonly practice: number }, Refusal>> {
  return act<{ readonly practice: number }>(
    deps,
    actor,
    'share-practice',
    { department: actor.department },
    async (at) => {
      const title = written('title', input.title);
      if (!title.ok) return title;
      const words = written('words', input.words, practiceMost);
      if (!words.ok) return words;
      const department = sideOf(actor);
      const same = (await practicesHeld(deps.db)).find(
        (each) => each.department === department && each.title === title.value && each.words === words.value,
      );
      if (same !== undefined) return already({ practice: same.no });
      const body: PracticeShared = { title: title.value, words: words.value, department, on: dayOf(at.now) };
      return ok({ facts: [factOf(actor, 'share-practice', asJson(body))], value: { practice: at.seq } });
    },
  );
}

/** To every department that takes part, except the one that it comes from. */
export function passOnPractice(
  deps: Deps,
  actor: Actor,
  no: number,
): Promise<Result<{ readonly to: readonly string[] }, Refusal>> {
  return act<{ readonly to: readonly string[] }>(deps, actor, 'pass-on-practice', {}, async (at) => {
    const practice = await practiceHeld(deps.db, no);
    if (practice === null) return refuse('exchange', { reason: 'no-practice', no });
    const to = (await takingPart(deps.db, dayOf(at.now))).filter((code) => code !== practice.department);
    if (practice.passedOn) return already({ to });
    const body: PracticePassedOn = { practice: no, to };
    return ok({ facts: [factOf(actor, 'pass-on-practice', asJson(body))], value: { to } });
  });
}

export function sendNews(
  deps: Deps,
  actor: Actor,
  input: { readonly title: string; readonly where: string; readonly on: CivilDate },
): Promise<Result<NewsSent, Refusal>> {
  return act<NewsSent>(deps, actor, 'send-news', { department: actor.department }, async (at) => {
    const title = written('title', input.title);
    if (!title.ok) return title;
    const long = tooLong(input.where);
    if (long !== null) return refuse('exchange', long);
    const stated = dayWritten('on', input.on);
    if (!stated.ok) return stated;
    const today = dayOf(at.now);
    if (input.on > today) return refuse('exchange', { reason: 'in-future', on: input.on, today });
    const body: NewsSent = { title: title.value, where: input.where.trim(), department: sideOf(actor), on: input.on };
    const known = (await newsHeld(deps.db)).some(
      (each) =>
        each.department === body.department &&
        each.title === body.title &&
        each.on === body.on &&
        each.where === body.where,
    );
    return known ? already(body) : ok({ facts: [factOf(actor, 'send-news', asJson(body))], value: body });
  });
}
