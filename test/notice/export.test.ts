/** What is sent to the platform of record, and what its answers and files are matched by. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chosenOf, destinationsOf, isServed } from '../../core/notice/destinations.ts';
import {
  announcementHeaders,
  announcementRows,
  detailRows,
  gsxtRecords,
  resultName,
  wholeResult,
} from '../../core/notice/gsxt.ts';
import { matcher } from '../../core/notice/match.ts';
import type { Notice } from '../../core/notice/notice.ts';
import { planIdOf, taskIdOf } from '../../core/notice/numbers.ts';
import { compare, type PlatformLine, recordState } from '../../core/notice/reconcile.ts';
import { outcomeCodes } from '../../core/outcome/code.ts';
import { policies } from '../../core/policy/index.ts';

const sample = '../shared/data/gsxt_result_sample.json';
const codes = '../shared/data/enum_check_result.csv';
const skip = (file: string) => (existsSync(file) ? false : `${file} is not on this machine`);

const notice = (changes: Partial<Notice> = {}, shown: Partial<NonNullable<Notice['body']['shown']>> = {}): Notice => ({
  source: '3',
  visit: 12,
  department: 'scjg',
  item: 'SX010101',
  seq: 40,
  state: 'public',
  day: '2025-08-01',
  outcome: 30,
  plan: 'P1',
  task: '1',
  kind: 'uscc',
  number: '91350400MA00000000',
  name: '清漪县某某饭店',
  ...changes,
  body: {
    shown: {
      no: '3-0012',
      planId: '35040020251000',
      planName: '2025年度计划',
      taskId: '350400202506261000',
      taskName: '餐饮联合抽查',
      directed: false,
      authority: '清漪县市场监督管理局',
      itemName: '食品安全监督检查',
      code: 'no-problem',
      methods: ['on-site'],
      finding: '',
      handling: null,
      checkedOn: '2025-07-07',
      ...shown,
    },
    destinations: ['公示系统'],
    withheld: [],
    corrects: null,
    end: null,
  },
});
const other = { item: 'SX010102' };

describe('公示系统字段: records as the national system has them', () => {
  it.skipIf(skip(sample) !== false)('have the very fields of a record that was really published', () => {
    const real = JSON.parse(readFileSync(sample, 'utf8')).list[0];
    const [record] = gsxtRecords([notice(), notice(other, { itemName: '计量监督检查', code: 'commerce' })]);
    for (const field of Object.keys(real)) expect(record).toHaveProperty(field);
    for (const field of Object.keys(real.details[0])) expect(record?.details[0]).toHaveProperty(field);
    expect(real.raninsTypeName).toBe(record?.raninsTypeName);
    expect(real.details[0].raninsCheckResName).toBe(record?.details[0]?.raninsCheckResName);
    // Digits of the area, the year or the day, and an ordinal, as ours are.
    const [plan, task] = [/^\d{6}20\d{2}[1-9]\d{3}$/, /^\d{6}20\d{2}[01]\d[0-3]\d[1-9]\d{3}$/];
    expect([real.raninsPlanId, real.raninsTaskId]).toEqual([expect.stringMatching(plan), expect.stringMatching(task)]);
    expect(planIdOf('330100', 2025, 0)).toMatch(plan);
    expect(taskIdOf('330100', '2025-07-08', 0)).toMatch(task);
  });

  it.skipIf(skip(codes) !== false)('name every result as the code list counts it', () => {
    const labels = new Set(
      readFileSync(codes, 'utf8')
        .split('\n')
        .map((line) => line.split(',')[1]),
    );
    for (const code of outcomeCodes) expect(labels).toContain(resultName(code));
  });

  it('one record for a task, authority and subject, its items as details; twelve columns in the announcement', () => {
    const rows = [
      notice(),
      notice(other, { itemName: '计量监督检查', code: 'corrected', finding: '电子秤未检定', checkedOn: '2025-07-08' }),
      notice({ department: 'wj' }, { authority: '清漪县卫生健康局' }),
      notice({ visit: 13, state: 'withheld' }),
    ];
    const records = gsxtRecords(rows);
    expect(records.map(({ insAuth, details }) => [insAuth, details.length])).toEqual([
      ['清漪县卫生健康局', 1],
      ['清漪县市场监督管理局', 2],
    ]);
    expect(records[1]).toMatchObject({
      raninsCheckResName: '发现问题经责令已改正',
      insDate: '2025-07-08',
      remark: '电子秤未检定',
      uniscId: '91350400MA00000000',
      regNo: '',
    });
    expect(announcementHeaders).toHaveLength(12);
    expect(announcementRows(records).map((row) => row.length)).toEqual([12, 12]);
    expect(detailRows(records).map(([id]) => id)).toContain('3/12/scjg/SX010102');
    expect(wholeResult(['no-problem', 'no-problem'])).toBe('未发现问题');
    expect(wholeResult(['no-problem', 'police', 'pending', 'closed'])).toBe(
      '发现问题待后续处理；已关闭停业或正在组织清算',
    );
  });

  it('S2-31: a subject whose name is held back stands apart, so that no row tells which other it belongs to', () => {
    const hidden = { kind: '', number: '', name: '' } as const;
    const records = gsxtRecords([notice(hidden), notice({ ...hidden, ...other }), notice({ visit: 13 })]);
    expect(records).toHaveLength(3);
    const apart = records.filter(({ entName }) => entName === '依法不予公开');
    expect(apart).toHaveLength(2);
    expect(JSON.stringify(apart)).not.toContain('饭店');
  });

  it('numbers of six digits of the area, year or day, and four from 1000', () => {
    expect(planIdOf('340000', 2017, 0)).toBe('34000020171000');
    expect(taskIdOf('340000', '2017-09-04', 0)).toBe('340000201709041000');
    expect(taskIdOf('3504', '2025-06-26', 12)).toBe('350400202506261012');
    expect(() => planIdOf('340000', 2017, 9000)).toThrow(RangeError);
  });
});

describe('回执与比对: rows of somebody else’s file', () => {
  const ours = [
    notice(),
    notice(other, { itemName: '计量监督检查', code: 'pending' }),
    notice({ visit: 13, number: '91350400MA00000001' }),
  ];
  const subject = (number: string) => ({ kind: 'uscc' as const, number });
  const line = (changes: Partial<PlatformLine>): PlatformLine => ({
    id: '',
    taskId: '',
    subject: null,
    itemName: '',
    result: '未发现问题',
    checkedOn: null,
    ...changes,
  });

  it('are told by our number, else by task, subject and item; what tells too little is said to', () => {
    const match = matcher(ours);
    expect(match({ id: '3/12/scjg/SX010101', taskId: '', subject: null, itemName: '' })).toMatchObject({
      kind: 'found',
    });
    expect(match({ id: '3/99/scjg/SX010101', taskId: '', subject: null, itemName: '' })).toEqual({ kind: 'unknown' });
    expect(match({ id: '', taskId: '', subject: subject('91350400MA00000001'), itemName: '' })).toMatchObject({
      kind: 'found',
      notices: [{ visit: 13 }],
    });
    const twice = matcher([notice(), notice({ visit: 14 })]);
    expect(twice({ id: '', taskId: '', subject: subject('91350400MA00000000'), itemName: '食品安全监督检查' })).toEqual(
      {
        kind: 'ambiguous',
        fitting: 2,
      },
    );
  });

  it('S1-32 S4-54 S2-29: a comparison names what differs, what the platform lacks, and what is none of ours', () => {
    const compared = compare(ours, [
      { row: 1, value: line({ id: '3/12/scjg/SX010101', checkedOn: '2025-07-07' }) },
      // A province's own word for what the national system calls 发现问题待后续处理 is no difference.
      { row: 2, value: line({ id: '3/12/scjg/SX010102', result: '违反公安部门相关规定', checkedOn: '2025-07-09' }) },
      { row: 3, value: line({ subject: subject('91350400MA00000099') }) },
    ]);
    expect(compared.same.map(({ visit, item }) => [visit, item])).toEqual([[12, 'SX010101']]);
    expect(compared.differing.map(({ differences }) => differences)).toEqual([
      [{ id: '3/12/scjg/SX010102', field: 'checkedOn', ours: '2025-07-07', theirs: '2025-07-09' }],
    ]);
    expect(compared.missing.map(({ visit }) => visit)).toEqual([13]);
    expect(compared.unknown).toEqual([{ row: 3, why: 'unknown' }]);
  });

  it('a row about the subject as a whole is held against all of its items in the task', () => {
    const value = line({ subject: subject('91350400MA00000000'), result: '发现问题待后续处理' });
    expect(compare(ours.slice(0, 2), [{ row: 1, value }]).same).toHaveLength(2);
  });

  it('every answer of a destination is one of four states', () => {
    const states = ['sent', 'accepted', 'refused', 'differing', 'missing'] as const;
    expect([undefined, ...states.map((state) => ({ state }))].map(recordState)).toEqual([
      'unregistered',
      'sent',
      'confirmed',
      'differing',
      'differing',
      'unregistered',
    ]);
  });
});

describe('公示去处: destinations follow from the policy', () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    'sanming-2025': ['国家企业信用信息公示平台(福建)'],
    'shishi-2024': ['福建省市场监管智慧应用一体化平台'],
    'fuan-2018': ['部门协同监管平台', '国家企业信用信息公示系统(福建)', '信用信息共享平台'],
    'wannian-2022': ['江西省“双随机、一公开”行政执法监督平台', '国家企业信用信息公示系统', '全国信用信息共享平台'],
    'ganzhou-2023': ['“双随机监管”系统'],
  };
  it.each(policies.map((policy) => ({ name: policy.name.zh, policy })))(
    'S0-49 S2-30 S2-58 S3-57 S3-58 S4-51: $name: outcomes go to every platform that it names, each with its own answer',
    ({ policy }) => {
      const asked = destinationsOf(policy, 'outcome', policy.from);
      expect([...asked.all].sort()).toEqual([...(wanted[policy.id] ?? [])].sort());
      expect(chosenOf(asked, ['公开栏'])).toEqual([...asked.all, '公开栏']);
      expect(isServed(asked, new Set(asked.all.slice(1)))).toBe(false);
      expect(isServed(asked, new Set(asked.all))).toBe(true);
    },
  );

  it('S2-51: any one of several channels is enough where the document says so', () => {
    const fuan = policies.find(({ id }) => id === 'fuan-2018');
    if (fuan === undefined) throw new Error('no such policy');
    const asked = destinationsOf(fuan, 'draw', fuan.from);
    expect(asked.any[0]).toHaveLength(6);
    expect(isServed(asked, new Set())).toBe(false);
    expect(isServed(asked, new Set(['公开栏']))).toBe(true);
  });
});
