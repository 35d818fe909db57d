/** What makes an outcome one that an inspector can sign, what keeps it out, and what is recorded with its reason. */
import { describe, expect, it } from 'vitest';
import { checkOutcome, inspectorsMeant, type OutcomeFinding } from '../../core/outcome/check.ts';
import { kindOf, outcomeCodes, outcomeKinds, pathOf } from '../../core/outcome/code.ts';
import type { OutcomeEntry, OutcomeVisit } from '../../core/outcome/outcome.ts';
import { wordsOfFinding } from '../../core/outcome/words.ts';
import { tableOf } from './given.ts';

const today = '2025-07-20';
const visit: OutcomeVisit = {
  window: { from: '2025-07-01', to: '2025-08-31' },
  drawnOn: '2025-06-26',
  planned: 'on-site',
  sent: [
    { number: 'scjg-0001', name: '周明' },
    { number: 'scjg-0002', name: '李红' },
  ],
};
const clean: OutcomeEntry = {
  code: 'no-problem',
  methods: ['on-site'],
  finding: '',
  handling: null,
  handlingWords: '',
  checkedOn: '2025-07-10',
  inspectors: ['同派出'],
  correctBy: null,
  evidence: [],
  statement: '',
  remark: '',
};
const ordered: OutcomeEntry = {
  ...clean,
  code: 'food-drug',
  finding: '后厨未按规定留样',
  handling: 'order-correction',
  correctBy: '2025-07-25',
};

const said = (entry: OutcomeEntry, at: OutcomeVisit = visit, on = today) =>
  checkOutcome(entry, at, on).map(({ field, weight, finding }) => [field, weight, finding.kind]);

describe('an outcome that an inspector can sign', () => {
  it.each([
    ['nothing was found', clean],
    ['a problem with an order to correct by a day', ordered],
    ['a problem that was corrected at once needs no day', { ...ordered, code: 'corrected', correctBy: null }],
    [
      'a firm struck off the register needs neither method nor officers',
      { ...clean, code: 'deregistered', methods: [], inspectors: [] },
    ],
    ['a closed shop, with how it was found to be closed', { ...clean, code: 'closed', finding: '铺面空置，已贴招租' }],
    [
      'an address where nobody can be reached, passed to daily supervision',
      { ...ordered, code: 'unreachable', handling: 'to-daily', correctBy: null },
    ],
    ['both officers by name', { ...clean, inspectors: ['周明', '李红（scjg-0002）'] }],
  ] as const)('%s', (_, entry) => expect(said(entry)).toEqual([]));
});

describe('what keeps an outcome out', () => {
  it.each([
    ['a problem that nobody describes', { ...ordered, finding: '' }, 'finding', 'finding-missing'],
    [
      'nothing found, and a description of it',
      { ...clean, finding: '消防通道堆物' },
      'finding',
      'finding-without-problem',
    ],
    ['no method', { ...clean, methods: [] }, 'methods', 'methods-missing'],
    ['a problem without a measure', { ...ordered, handling: null, correctBy: null }, 'handling', 'handling-missing'],
    ['a pending problem that needs nothing', { ...ordered, handling: 'nothing' }, 'handling', 'handling-nothing'],
    ['a measure about nothing', { ...clean, handling: 'to-case' }, 'handling', 'handling-without-problem'],
    ['another measure without words', { ...ordered, handling: 'other' }, 'handlingWords', 'handling-words'],
    ['passed to nobody in particular', { ...ordered, handling: 'to-department' }, 'handlingWords', 'handling-words'],
    ['责令改正 without a day', { ...ordered, correctBy: null }, 'correctBy', 'deadline-missing'],
    ['a day before the check', { ...ordered, correctBy: '2025-07-09' }, 'correctBy', 'deadline-early'],
    [
      'a day where nothing is to be corrected',
      { ...clean, correctBy: '2025-08-01' },
      'correctBy',
      'deadline-without-problem',
    ],
    ['a check of tomorrow', { ...clean, checkedOn: '2025-07-21' }, 'checkedOn', 'in-future'],
    ['a check before the draw', { ...clean, checkedOn: '2025-06-25', remark: '补录' }, 'checkedOn', 'before-draw'],
    ['nobody named as having been there', { ...clean, inspectors: [] }, 'inspectors', 'inspectors-missing'],
    ['one officer (行政处罚法 42)', { ...clean, inspectors: ['scjg-0001'] }, 'inspectors', 'too-few-inspectors'],
    ['the same officer twice', { ...clean, inspectors: ['scjg-0001', '周明'] }, 'inspectors', 'too-few-inspectors'],
    [
      'a colleague who was not sent',
      { ...clean, inspectors: ['scjg-0001', 'scjg-0002', 'scjg-0009'] },
      'inspectors',
      'not-sent',
    ],
  ] as const)('%s', (_, entry, field, kind) => expect(said(entry)).toEqual([[field, 'refused', kind]]));

  it('where only one was sent, the words ask for a substitute', () => {
    const [found] = checkOutcome(clean, { ...visit, sent: visit.sent.slice(0, 1) }, today);
    expect(found?.finding).toEqual({ kind: 'too-few-inspectors', named: 1, sent: 1 });
    expect(found && wordsOfFinding(found.finding).zh).toContain('先按程序递补');
  });
});

describe('what departs from the plan is recorded with its reason', () => {
  it.each([
    ['a day outside the window', { ...clean, checkedOn: '2025-06-30' }, visit, 'checkedOn', 'outside-window'],
    [
      'S4-41 a desk review where the plan says on site (甘州 2023)',
      { ...clean, methods: ['desk'] },
      visit,
      'methods',
      'not-on-site',
    ],
    [
      'a visit where the plan says off site (国办发〔2024〕54号)',
      clean,
      { ...visit, planned: 'desk' },
      'methods',
      'entered-needlessly',
    ],
  ] as const)('%s is refused without a reason and noted with one', (_, entry, at, field, kind) => {
    expect(said(entry, at)).toEqual([[field, 'refused', kind]]);
    expect(said({ ...entry, remark: '台风停课，经批准改期' }, at)).toEqual([[field, 'notice', kind]]);
  });
});

describe('the codes', () => {
  it.skipIf(tableOf('enum_check_result.csv') === null)(
    '(needs ../shared) are those of the platform, with its hierarchy and what each implies',
    () => {
      const rows = tableOf('enum_check_result.csv') ?? [];
      const platform = new Map(outcomeKinds.map((each) => [each.code, each.platform]));
      expect(
        outcomeKinds.map((each) => [
          each.platform,
          each.label,
          each.parent === null ? '' : platform.get(each.parent),
          each.problem ? '1' : '0',
          each.followUp ? '1' : '0',
        ]),
      ).toEqual(rows.map((row) => [row.zj_code, row.zj_label, row.parent, row.implies_problem, row.implies_follow_up]));
    },
  );

  it('lead from the narrow to the wide, and the national count knows seven of them as pending', () => {
    expect(pathOf('unreachable')).toEqual(['unreachable', 'commerce', 'pending']);
    expect(outcomeCodes.filter((code) => kindOf(code).national === 'pending')).toHaveLength(7);
    expect(kindOf('closed').problem).toBe(false);
    expect(kindOf('closed').ofSubject).toBe(true);
  });

  it('every finding is said in both languages', () => {
    const findings: readonly OutcomeFinding[] = [
      ...checkOutcome(
        { ...ordered, finding: '', methods: [], inspectors: ['x'], checkedOn: '2026-01-01' },
        visit,
        today,
      ),
      ...checkOutcome({ ...clean, finding: 'x', correctBy: '2025-09-01', handling: 'other' }, visit, today),
    ].map(({ finding }) => finding);
    for (const finding of findings) {
      const { zh, en } = wordsOfFinding(finding);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
    }
  });

  it('a name that two of those sent share is nobody’s', () => {
    const sent = [...visit.sent, { number: 'scjg-0003', name: '周明' }];
    expect(inspectorsMeant({ inspectors: ['周明'] }, { sent })).toEqual(['周明']);
  });
});
