/** What people do about what outcomes say: a class suggested and answered, a targeted check proposed, a warning from above handled, a sign answered. */
import { describe, expect, it } from 'vitest';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { answerClassChange } from '../../bot/verbs/risk/answer-class-change.ts';
import { answerSign } from '../../bot/verbs/risk/answer-sign.ts';
import { handleRisk } from '../../bot/verbs/risk/handle-risk.ts';
import { proposeTargetedCheck } from '../../bot/verbs/risk/propose-targeted-check.ts';
import { recordRisk } from '../../bot/verbs/risk/record-risk.ts';
import { signalsOf } from '../../bot/verbs/risk/signals.ts';
import { suggestClassChange } from '../../bot/verbs/risk/suggest-class-change.ts';
import { addDays, yearOf } from '../../core/calendar.ts';
import { classesOf, classHeld } from '../../core/registry/classify.ts';
import { keyText, type SubjectKey } from '../../core/registry/subject.ts';
import { signThresholds } from '../../core/risk/sign.ts';
import { snapshot } from '../../db/imports.ts';
import { classificationsOf } from '../../db/subjects.ts';
import { button, fill, formOf, post, press, said, type, zh } from '../chat/acting.ts';
import { facts, type TestDesk, value } from '../desk.ts';
import { expectRefused, hands, plannedDesk } from '../drawn-desk.ts';
import { foundDesk } from '../follow-up/found-desk.ts';

const { drafter, liaison, otherLiaison } = hands;
const riskOwed = async (desk: TestDesk) =>
  (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'risk');

describe('classes', () => {
  it('S0-51: a finding lets its department suggest another class with reasons; a yes holds from its day, for what is frozen from then on', async () => {
    const { desk, cases, today } = await foundDesk();
    const [found] = await cases();
    const inspected = new Set((await cases()).map(({ subject }) => subject?.key));
    const untouched = desk.sample.subjects.find((each) => !inspected.has(keyText(each)));
    const key = desk.sample.subjects.find((each) => keyText(each) === found?.subject?.key);
    if (key === undefined || untouched === undefined) throw new Error('nothing was found');
    const ask = { subject: key.number, scheme: 'credit', to: 'D', words: '抽查发现未建立进货查验记录' };
    expectRefused(await suggestClassChange(desk, liaison, { ...ask, to: '黑' }), 'risk', { reason: 'no-such-class' });
    expectRefused(await suggestClassChange(desk, liaison, { ...ask, words: ' ' }), 'risk', {
      reason: 'say-it-in-words',
    });
    expectRefused(await suggestClassChange(desk, liaison, { ...ask, subject: untouched.number }), 'risk', {
      reason: 'rests-on-nothing',
    });
    // Another department's findings are no ground for it.
    expectRefused(await suggestClassChange(desk, otherLiaison, ask), 'risk', { reason: 'rests-on-nothing' });
    const before = await classOn(desk, key, today);
    const suggestion = value(await suggestClassChange(desk, liaison, ask));
    expect(suggestion).toMatchObject({ keeper: 'department:scjg', outcomes: [found?.id], answer: null });
    expect(value(await suggestClassChange(desk, liaison, ask)).no).toBe(suggestion.no);
    expect(await riskOwed(desk)).toMatchObject([{ by: 'department:scjg', matter: { step: 'class' } }]);
    // Nothing moves by a suggestion alone, and the post names no enterprise.
    expect(await classOn(desk, key, today)).toEqual(before);
    const told = zh((await post(desk, `class-change/${suggestion.no}/office`)).message);
    expect([told.includes(ask.words), told.includes(key.name)]).toEqual([true, false]);
    const answer = { suggestion: suggestion.no, accepted: true, words: '' };
    expectRefused(await answerClassChange(desk, otherLiaison, answer), 'rights', { reason: 'not-own' });
    expectRefused(await answerClassChange(desk, drafter, { ...answer, accepted: false }), 'risk', {
      reason: 'say-it-in-words',
    });
    value(await answerClassChange(desk, drafter, answer));
    expectRefused(await answerClassChange(desk, drafter, { ...answer, accepted: false, words: '再议' }), 'risk', {
      reason: 'answered-already',
    });
    expect(await riskOwed(desk)).toEqual([]);
    expect(await classOn(desk, key, today)).toMatchObject({ class: 'D', date: today });
    expect(await classOn(desk, key, addDays(today, -1))).toEqual(before);
  });
});

describe('proposals', () => {
  it('S4-58, S2-61: a targeted draw or special check is proposed for a year with the outcomes that it rests on, and shown to the office', async () => {
    const { desk, cases, today } = await foundDesk();
    const year = Number(today.slice(0, 4)) + 1;
    const [found, ...others] = await cases();
    const item = found?.id.split('/').slice(3).join('/') ?? '';
    const ask = { kind: 'targeted-draw', about: item, words: '同一事项多户发现问题', year } as const;
    expectRefused(await proposeTargetedCheck(desk, liaison, { ...ask, year: year - 2 }), 'risk', {
      reason: 'year-over',
    });
    expectRefused(await proposeTargetedCheck(desk, liaison, { ...ask, about: ' ' }), 'risk', {
      reason: 'say-it-in-words',
    });
    const made = value(await proposeTargetedCheck(desk, liaison, ask));
    const resting = [found, ...others].flatMap((each) => (each?.id.endsWith(`/${item}`) ? [each.id] : []));
    expect([...made.outcomes].sort()).toEqual(resting.sort());
    const form = formOf(await type(desk, otherLiaison, 'risk', '专项'));
    expect(
      said(await fill(desk, otherLiaison, form, { kind: 'special-check', about: '餐饮', words: '投诉集中' })),
    ).toContain('建议已登记');
    const shown = zh((await post(desk, 'targeted-checks')).message);
    expect(shown).toContain(`${year} 年定向抽查：${item}（`);
    expect(shown).toContain('专项检查：餐饮');
  });
});

describe('风险预警线索', () => {
  it('S4-75: a warning goes to its department, stands with its day until it is verified and handled, and the office sees what came of it', async () => {
    const desk = await plannedDesk();
    const today = desk.now().slice(0, 10);
    const warning = {
      from: '省信用监管平台 2025-017',
      words: '多户更换法定代表人后年报异常',
      about: '',
      department: '卫生健康局',
      due: addDays(today, 20),
    };
    expectRefused(await recordRisk(desk, drafter, { ...warning, department: '没有这个单位' }), 'risk', {
      reason: 'no-such-department',
    });
    expectRefused(await recordRisk(desk, drafter, { ...warning, due: addDays(today, -1) }), 'risk', {
      reason: 'due-before-today',
    });
    const { no } = value(await recordRisk(desk, drafter, { ...warning, department: 'wj' }));
    expect(value(await recordRisk(desk, drafter, { ...warning, department: 'wj' })).no).toBe(no);
    const [owed] = await riskOwed(desk);
    expect(owed).toMatchObject({ by: 'department:wj', waits: 'office', due: warning.due, matter: { step: 'handle' } });
    expect(owed?.rounds.map(({ name }) => name)).toEqual(['ahead', 'last', 'over']);
    expectRefused(await handleRisk(desk, liaison, { risk: no, verdict: 'true', words: '已核' }), 'rights', {
      reason: 'not-own',
    });
    const there = (await post(desk, `risk/${no}/department:wj`)).message;
    const form = formOf(await press(desk, otherLiaison, button(there, 'risk-handle')));
    const handled = { verdict: 'partly', words: '核实两户属实，已责令改正' };
    expect(await fill(desk, otherLiaison, form, { ...handled, words: ' ' })).toMatchObject({ kind: 'errors' });
    expect(said(await fill(desk, otherLiaison, form, handled))).toContain('处置情况已登记');
    expect(await riskOwed(desk)).toEqual([]);
    expect(zh((await post(desk, `risk/${no}/office`)).message)).toContain(`已处置：${handled.words}`);
  });
});

describe('signs of formalism', () => {
  it('S1-46, S0-66: the unit answers for a sign that its record shows, once for each wording, and the answer stands beside it', async () => {
    const { desk } = await foundDesk(Array.from({ length: signThresholds.sameWords.subjects }, () => 'pending'));
    const shown = async (department: string | null) => (await signalsOf(desk, yearHere(desk), department)).signs;
    const [sign] = await shown('scjg');
    if (sign === undefined) throw new Error('no sign shows');
    expect(sign).toMatchObject({ kind: 'same-words', department: 'scjg', answer: null });
    const answer = { sign: sign.id, words: '同一批次商品，问题相同，已附照片' };
    expectRefused(await answerSign(desk, liaison, { ...answer, words: ' ' }), 'risk', { reason: 'say-it-in-words' });
    expectRefused(await answerSign(desk, liaison, { ...answer, sign: `${sign.id}0` }), 'risk', { reason: 'no-sign' });
    // Nobody answers for another unit.
    expectRefused(await answerSign(desk, otherLiaison, answer), 'risk', { reason: 'no-sign' });
    const form = formOf(await type(desk, liaison, 'risk', '迹象'));
    expect(said(await fill(desk, liaison, form, answer))).toContain('说明已登记');
    value(await answerSign(desk, liaison, answer));
    expect((await facts(desk)).filter(({ kind }) => kind === 'sign-answered')).toHaveLength(1);
    expect(await shown(null)).toMatchObject([{ id: sign.id, answer: answer.words }]);
    value(await answerSign(desk, liaison, { ...answer, words: '已逐户复核' }));
    expect(await shown('scjg')).toMatchObject([{ answer: '已逐户复核' }]);
  });
});

const yearHere = (desk: TestDesk): number => yearOf(desk.now().slice(0, 10));

/** The class that a freeze of that day would use. */
async function classOn(desk: TestDesk, key: SubjectKey, on: string) {
  const held = classesOf(await classificationsOf(desk.db, await snapshot(desk.db), key));
  const found = classHeld(held, key, 'credit', on);
  return found.ok ? found.value : null;
}
