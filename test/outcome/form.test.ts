/** Rules over entered outcomes that need no desk: reviews of versions, signing, totals, degrees, evidence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOutcome } from '../../core/outcome/check.ts';
import { kindOf, outcomeCodes, outcomeKinds } from '../../core/outcome/code.ts';
import { missingOf, readEvidence, writeEvidence } from '../../core/outcome/evidence.ts';
import { digestOfForm, type JointForm, notCheckedWords, unfilled, versionsOf } from '../../core/outcome/form.ts';
import { handlings, type OutcomeEntry, type OutcomeVisit } from '../../core/outcome/outcome.ts';
import { foldReviews, reviewKey, reviewState } from '../../core/outcome/review.ts';
import { changedSince, faultOfSigning, type Signing, signWays } from '../../core/outcome/sign.ts';
import { checkStated, totalsOf } from '../../core/outcome/totals.ts';
import { faultOfSeveral, readTyped } from '../../core/outcome/typed.ts';
import { wordsOfFinding } from '../../core/outcome/words.ts';

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
  ...{ code: 'no-problem', methods: ['on-site'], finding: '', handling: null, handlingWords: '', correctBy: null },
  ...{ checkedOn: '2025-07-10', inspectors: ['同派出'], evidence: [], statement: '', remark: '' },
};
const problem: OutcomeEntry = {
  ...clean,
  ...{ code: 'food-drug', finding: '后厨未按规定留样', handling: 'order-correction', correctBy: '2025-07-25' },
};
const said = (entry: OutcomeEntry, at: OutcomeVisit = visit) =>
  checkOutcome(entry, at, '2025-07-20').map(({ field, weight, finding }) => [field, weight, finding.kind]);

describe('审核 is of one version', () => {
  const act = (outcome: number, passed: boolean, at: string) => ({
    ...{ department: 'scjg', rows: [{ visit: 0, item: 'SX1', outcome }], passed, words: passed ? '' : '重填' },
    ...{ by: 'r1', at },
  });
  it('the last review of a version stands; a newer version waits, whatever was said before', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ enters: fc.boolean(), passes: fc.boolean() }), { maxLength: 20 }), (steps) => {
        let standing = 1;
        let model: 'waiting' | 'passed' | 'returned' = 'waiting';
        const acts: ReturnType<typeof act>[] = [];
        for (const [i, { enters, passes }] of steps.entries()) {
          if (enters) [standing, model] = [standing + 1, 'waiting'];
          else {
            acts.push(act(standing, passes, `2025-07-01T00:00:${String(i).padStart(2, '0')}.000Z`));
            model = passes ? 'passed' : 'returned';
          }
        }
        return reviewState(standing, foldReviews(acts).get(reviewKey(0, 'scjg', 'SX1'))) === model;
      }),
    ));
});

describe('填一张表', () => {
  const item = (code: string, seq: number | null) => ({
    ...{ code, name: code, points: [] },
    entered: seq === null ? null : { ...clean, seq, person: 'l1', at: '2025-07-10T01:00:00.000Z' },
    notChecked: null,
  });
  it('S2-45 an item that was left says why, and the form counts as filled in', () => {
    const left = { ...item('SX1', null), notChecked: '停业' };
    const one = form(null);
    const [first] = one.parts;
    if (first === undefined) throw new Error('a part');
    expect(unfilled(one)).toHaveLength(1);
    expect(unfilled({ ...one, parts: [{ ...first, items: [left] }] })).toEqual([]);
    expect(notCheckedWords('停业').zh).toBe('未检查：停业');
  });

  const form = (...seqs: readonly (number | null)[]): JointForm => ({
    ...{ source: '3', visit: 7, no: '3-0007', window: visit.window, planned: 'on-site' },
    subject: { kind: 'uscc', number: '91350000MA00000005', name: '某餐馆', place: '某街' },
    parts: seqs.map((seq, i) => ({
      ...{ department: `d${i}`, departmentName: `单位${i}`, tasks: [], sent: [] },
      items: [item('SX1', seq)],
    })),
  });

  it('S3-06 a visit of four departments has one form with a part for each, and one digest', () => {
    const four = form(11, 12, 13, null);
    expect([four.parts.length, versionsOf(four).length, unfilled(four)]).toEqual([
      ...[4, 3, [{ department: 'd3', item: 'SX1' }]],
    ]);
    expect(digestOfForm(four)).toBe(digestOfForm(form(11, 12, 13, null)));
    expect(digestOfForm(four)).not.toBe(digestOfForm(form(11, 12, 14, null)));
    expect(changedSince({ versions: versionsOf(four) }, versionsOf(form(11, 20, 13, 14)))).toEqual([
      { department: 'd1', item: 'SX1' },
      { department: 'd3', item: 'SX1' },
    ]);
  });

  it('S2-46 signed with a name, refused before a witness with a picture, absent with the reason', () => {
    const blank: Signing = { way: 'signed', signer: '', witness: '', words: '', record: [] };
    const picture = [{ name: '照片', place: '记录仪', digest: null }];
    const faults = signWays.map((way) => faultOfSigning({ ...blank, way }, []));
    expect(faults).toEqual(['signer-missing', 'witness-missing', 'absence-unexplained']);
    const refused: Signing = { ...blank, way: 'refused', witness: '周明', record: picture };
    expect(faultOfSigning(refused, ['周明'])).toBe('witness-inspects');
    expect(faultOfSigning({ ...refused, witness: '网格员' }, ['周明'])).toBeNull();
    expect(faultOfSigning({ ...refused, witness: '网格员', record: [] }, [])).toBe('record-missing');
  });
});

describe('totals that must add up do', () => {
  const anyCodes = fc.array(fc.constantFrom(...outcomeCodes), { maxLength: 60 });
  it('by code and by the groups of the national system, over any set', () =>
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const { all, byCode, national } = totalsOf(codes.map((code) => ({ code })));
        const sum = (counts: typeof byCode) => counts.reduce((n, { count }) => n + count, 0);
        const stated = byCode.map(({ code, count }) => ({ name: kindOf(code).label, count }));
        return (
          all === codes.length &&
          sum(byCode) === all &&
          sum(national) === all &&
          checkStated({ total: all, parts: stated }).ok
        );
      }),
    ));

  it('a stated total that is another is refused naming both numbers', () => {
    const parts = [
      { name: '未发现问题', count: 30 },
      { name: '发现问题待后续处理', count: 5 },
    ];
    const wrong = checkStated({ total: 36, parts });
    expect(wrong).toEqual({ ok: false, error: { reason: 'sum-differs', sum: 35, total: 36 } });
    expect(checkStated({ total: 35, parts }).ok).toBe(true);
    expect(checkStated({ total: -1, parts: [] }).ok).toBe(false);
  });
});

describe('what an outcome says beyond its code', () => {
  it('S3-61 where violations are classified, each problem is minor, ordinary or major, and nothing else is', () => {
    const there = { ...visit, classified: true };
    expect(said(problem, there)).toEqual([['degree', 'refused', 'degree-missing']]);
    expect(said({ ...problem, degree: 'minor' }, there)).toEqual([]);
    expect(said(clean, there)).toEqual([]);
    expect(said({ ...clean, degree: 'major' }, there)).toEqual([['degree', 'refused', 'degree-without-problem']]);
    expect(said(problem)).toEqual([]);
  });

  it('S2-64 what follows is chosen from a list; free words need to be written', () => {
    for (const handling of handlings.filter((each) => each === 'other' || each === 'to-department'))
      expect(said({ ...problem, handling, correctBy: null })).toEqual([['handlingWords', 'refused', 'handling-words']]);
  });

  it('S2-70 information that a firm filed may be hidden or untrue: both have their codes', () => {
    const own = outcomeKinds.filter(({ code }) => code === 'not-published' || code === 'false-published');
    expect(own.map(({ label, problem: isProblem }) => [label, isProblem])).toEqual([
      ['未按规定公示应当公示的信息', true],
      ['公示信息隐瞒真实情况弄虚作假', true],
    ]);
  });

  it('S2-48 S2-49 S2-69 a copy says where it comes from and who took it, a talk with whom, a firm’s report under which contract', () => {
    const evidenceOf = (line: string) => {
      const read = readEvidence(line);
      if (!read.ok) throw new Error(line);
      return read.value;
    };
    const [bare] = evidenceOf('复制件 进货台账；档案柜 3');
    expect(bare && missingOf(bare)).toEqual(['origin', 'takenBy']);
    const whole = [
      `复制件 进货台账；档案柜 3；来源：店方；取证人：周明；${'ab'.repeat(32)}`,
      '询问笔录 第 1 次；档案柜 3；被询问人：店长；询问人：李红',
      '委托报告 审计意见；档案柜 4；受托机构：某会计师事务所；合同：2025-12',
      '现场照片 3 张；记录仪',
    ].join('\n');
    const evidence = evidenceOf(whole);
    expect(evidence.flatMap((each) => missingOf(each))).toEqual([]);
    expect(evidenceOf(writeEvidence(evidence))).toEqual(evidence);
    expect(said({ ...clean, evidence })).toEqual([]);
    const [found] = checkOutcome({ ...clean, evidence: bare ? [bare] : [] }, visit, '2025-07-20');
    expect(found && wordsOfFinding(found.finding).zh).toContain('来源：…；取证人：…');
    expect(said({ ...clean, methods: ['on-site', 'entrusted'] })).toEqual([['evidence', 'notice', 'report-missing']]);
  });

  it('S1-46 a problem is entered item by item; a clean visit or a closed shop in one go', () => {
    expect(faultOfSeveral({ code: 'food-drug' }, 3)?.zh).toContain('逐项录入');
    expect([faultOfSeveral({ code: 'food-drug' }, 1), faultOfSeveral({ code: 'closed' }, 3)]).toEqual([null, null]);
  });

  it('whatever is typed into a form is an outcome, or is said at its field', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), fc.string(), (typed, code, checkedOn) => {
        const read = readTyped({
          one: (field) => (field === 'code' ? code : field === 'checkedOn' ? checkedOn : (typed[field] ?? '')),
          some: (field) => [typed[field] ?? ''],
        });
        return read.ok || Object.keys(read.error).length > 0;
      }),
    ));
});
