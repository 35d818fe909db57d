import { describe, expect, it } from 'vitest';
import {
  board,
  type DetailedRule,
  deliveries,
  missingParts,
  owing,
  publishedAt,
  standingOf,
  without,
} from '../../core/registry/lists.ts';
import { wordsOfStanding } from '../../core/registry/words.ts';

const version = {
  department: 'wtlj',
  list: 'items',
  version: 2,
  edition: '第二版',
  madeOn: '2023-02-01',
  inForce: '2023-03-01',
  rows: 31,
};

describe('lists of a department', () => {
  it('S2-07, S2-15, S4-12: a list stands as absent, draft or in force since a day', () => {
    const kinds = ['2023-01-31', '2023-02-01', '2023-03-01'].map(
      (on) => standingOf([version], 'wtlj', 'items', on).kind,
    );
    expect(kinds).toEqual(['absent', 'draft', 'in-force']);
    expect(wordsOfStanding(standingOf([version], 'wtlj', 'items', '2023-04-01')).zh).toContain('自 2023-03-01 起施行');
  });

  it('S2-07: a department without a list is named', () => {
    expect(without(['wtlj', 'xfdd'], 'items', [version], '2023-04-01')).toEqual(['xfdd']);
  });

  it('S4-12: a new draft does not put the version in force out of force', () => {
    const draft = { ...version, version: 3, madeOn: '2023-05-01', inForce: null };
    expect(standingOf([version, draft], 'wtlj', 'items', '2023-06-01')).toEqual({
      kind: 'in-force',
      version: 2,
      since: '2023-03-01',
      changed: '2023-05-01',
    });
  });

  it('S4-12: the board shows the four things of each department', () => {
    const rows = board(['wtlj', 'xfdd'], ['items', 'subjects', 'inspectors', 'rule'], [version], '2023-04-01');
    expect(rows.map((row) => row.lists.map((each) => each.standing.kind))).toEqual([
      ['in-force', 'absent', 'absent', 'absent'],
      ['absent', 'absent', 'absent', 'absent'],
    ]);
  });

  it('S2-13: both receivers show sent and received, each for itself', () => {
    const handed = [
      { ...version, receiver: '审改办', sent: '2023-03-02', received: '2023-03-03' },
      { ...version, receiver: '市监局', sent: '2023-03-02', received: null },
    ];
    const found = deliveries(version, ['审改办', '市监局', '司法局'], handed, null, '2023-03-10');
    expect(found.map((each) => each.state)).toEqual(['received', 'sent', 'unsent']);
  });

  it('S3-38: what is not received by 31 March is late on 1 April, and what came on the day is not', () => {
    const handed = [{ ...version, receiver: 'office', sent: '2023-03-31', received: '2023-03-31' }];
    const late = (on: string) =>
      deliveries(version, ['office', 'legal'], handed, '2023-03-31', on).map((each) => each.late);
    expect(late('2023-03-31')).toEqual([false, false]);
    expect(late('2023-04-01')).toEqual([false, true]);
  });

  it('S2-14: only a publication of this very version counts', () => {
    const page = { ...version, channel: '门户网站', where: 'https://example.invalid/1', on: '2023-03-05' };
    expect(publishedAt(version, [page], '2023-03-05')).toHaveLength(1);
    expect(publishedAt({ ...version, version: 3 }, [page], '2023-03-05')).toEqual([]);
    expect(publishedAt(version, [page], '2023-03-04')).toEqual([]);
  });

  it('S3-36, S3-37: who renewed, who still owes it in March, who is late on 1 April', () => {
    const done = [
      { department: 'a', on: '2023-03-31' },
      { department: 'b', on: '2022-12-30' },
    ];
    const states = (on: string) => owing(['a', 'b'], done, '2023-01-01', '2023-03-31', on).map((each) => each.state);
    expect([states('2023-03-30'), states('2023-03-31'), states('2023-04-01')]).toEqual([
      ['open', 'open'],
      ['done', 'open'],
      ['done', 'late'],
    ]);
  });
});

describe('细则', () => {
  const rule: DetailedRule = {
    department: 'wtlj',
    version: 1,
    inForce: '2018-10-01',
    aim: '规范抽查',
    emphasis: '高风险主体',
    method: '实地检查',
    procedure: '牵头部门发起，参与部门随机选派人员',
  };

  it('S2-24, S2-25: a rule with its four parts is complete', () => {
    expect(missingParts(rule)).toEqual([]);
  });

  it.each(['aim', 'emphasis', 'method', 'procedure'] as const)('S2-25: a rule without %s is incomplete', (part) => {
    expect(missingParts({ ...rule, [part]: ' ' })).toEqual([part]);
  });
});
