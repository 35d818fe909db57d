/** Reasons and opinions of any length, by doors that no form bounds: refused before they reach the ledger, saying how long they may be. */
import { expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Refusal } from '../../bot/refusal.ts';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { abort } from '../../bot/verbs/draw/end.ts';
import { passOver, typeNumber } from '../../bot/verbs/draw/number.ts';
import { annul, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { changeTask } from '../../bot/verbs/plan/change-task.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { returnPlan } from '../../bot/verbs/plan/return-plan.ts';
import { reviseBySheet } from '../../bot/verbs/plan/revise-by-sheet.ts';
import { wordsMost } from '../../bot/verbs/too-long.ts';
import { declareRecusal } from '../../bot/verbs/visit/recuse.ts';
import { replaceSubject } from '../../bot/verbs/visit/replace.ts';
import { substitutePost } from '../../bot/verbs/visit/substitute.ts';
import { reportUnavailable } from '../../bot/verbs/visit/unavailable.ts';
import type { Result } from '../../core/result.ts';
import { facts, refusal } from '../desk.ts';
import { frozenAt, hands, plannedDesk, publication } from '../drawn-desk.ts';

it('a reason of two thousand characters is taken and one more is not, whoever gives it and whatever for', async () => {
  const desk = await plannedDesk();
  const { ceremony } = await frozenAt(desk);
  const inspector = desk.sample.inspectors.find(({ department }) => department === hands.head.department)?.number ?? '';
  const [key] = desk.sample.subjects;
  if (key === undefined) throw new Error('no subject');
  const long = '因'.repeat(wordsMost + 1);
  const before = (await facts(desk)).length;
  const { plan } = desk;
  const { drafter, head, legal } = hands;
  const set = { kind: 'set', ratio: '5%', from: '', to: '' } as const;
  const officer: Actor = { ...head, person: 'i1', roles: ['inspector'], inspector };
  const asked: readonly Promise<Result<unknown, Refusal>>[] = [
    reviseBySheet(desk, drafter, { plan, file: 'x.csv', bytes: new Uint8Array(), reason: long }),
    changeTask(desk, drafter, { plan, version: 1, task: desk.tasks[0] ?? '', change: set, reason: long }),
    keepFinding(desk, drafter, { plan, task: null, finding: 'alone', words: long }),
    returnPlan(desk, legal, { plan, words: long }),
    publishPlan(desk, drafter, { ...publication(plan), where: long }),
    abort(desk, drafter, { ceremony, reason: long }),
    passOver(desk, drafter, { ceremony, place: 0, reason: long }),
    typeNumber(desk, hands.liaison, { ceremony, place: 0, text: long }),
    correctNumber(desk, drafter, { ceremony, text: '1', reason: long, second: 'j1' }),
    correctNumber(desk, drafter, { ceremony, text: long, reason: '误录', second: 'j1' }),
    annul(desk, head, { ceremony, order: long, second: 'h2' }),
    declareRecusal(desk, officer, { ceremony, post: 0, reason: long }),
    substitutePost(desk, head, { ceremony, post: 0, holder: inspector, reason: long }),
    reportUnavailable(desk, head, { ceremony, inspector, reason: long }),
    replaceSubject(desk, drafter, { ceremony, subject: key, evidence: '2025-01-01', reason: long }),
  ];
  for (const each of asked) {
    const refused = refusal(await each);
    expect(refused).toMatchObject({ why: { reason: 'too-long', length: wordsMost + 1 } });
    expect(sayRefusal(refused).zh).toMatch(/共 2001 字，最多 (2000|500) 字/);
  }
  expect((await facts(desk)).length).toBe(before);
  const fits = long.slice(1);
  expect(
    refusal(await changeTask(desk, drafter, { plan, version: 0, task: '', change: set, reason: fits })),
  ).toMatchObject({ why: { reason: 'version-passed' } });
});
