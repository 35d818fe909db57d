import { describe, expect, it } from 'vitest';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import {
  type MoveRequest,
  openPoolRound,
  proposePoolMove,
  settlePoolMove,
} from '../../bot/verbs/registry/move-pool.ts';
import { snapshot } from '../../db/imports.ts';
import { classificationsOf } from '../../db/subjects.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { codes, csv } from './make.ts';

const [firm = ''] = codes;
const scheme = 'pool';

/** A firm in 万年's joint pool, A, by an imported list. */
async function deskWithPools(): Promise<TestDesk> {
  const desk = await freshDesk(undefined, '2023-04-01T01:00:00.000Z');
  value(await adoptPolicy(desk, people.office, 'wannian-2022'));
  const subjects = csv(['统一社会信用代码', '企业名称'], [firm, '甲公司']);
  const classes = csv(
    ['统一社会信用代码', '分类方案', '类别', '来源', '分类日期', '列入情形'],
    [firm, scheme, 'A', '联席办', '2023-01-10', '信用优良'],
  );
  for (const bytes of [subjects, classes]) value(await importList(desk, people.office, { bytes, file: 'x.csv' }));
  return desk;
}

const violation: MoveRequest = {
  scheme,
  no: 'M1',
  subject: firm,
  from: 'A',
  to: 'C',
  basis: { kind: 'violation', degree: 'major', outcome: 'R-1' },
  lastCheck: { outcome: 'R-1', clean: false },
};

const poolOf = async (desk: TestDesk) =>
  (await classificationsOf(desk.db, await snapshot(desk.db), { kind: 'uscc', number: firm })).at(-1)?.class;
const count = async (desk: TestDesk, kind: string) => (await facts(desk)).filter((each) => each.kind === kind).length;

describe('moves between pools (万年 2022 三(一)1)', () => {
  it('a firm with a major violation leaves A for C when the office has confirmed it, not before', async () => {
    const desk = await deskWithPools();
    value(await proposePoolMove(desk, people.liaison, violation));
    value(await proposePoolMove(desk, people.liaison, violation));
    expect(await count(desk, 'pool-move-proposed')).toBe(1);
    expect(await poolOf(desk)).toBe('A');
    expect(refusal(await settlePoolMove(desk, people.liaison, { scheme, no: 'M1' }))).toMatchObject({
      stage: 'rights',
    });
    value(await settlePoolMove(desk, people.office, { scheme, no: 'M1' }));
    value(await settlePoolMove(desk, people.office, { scheme, no: 'M1' }));
    expect(await count(desk, 'pool-move-confirmed')).toBe(1);
    expect(await poolOf(desk)).toBe('C');
  });

  it('where the document sends a case elsewhere, the move is refused and the right pool named', async () => {
    const desk = await deskWithPools();
    const minor: MoveRequest = { ...violation, basis: { kind: 'violation', degree: 'minor', outcome: 'R-1' } };
    expect(refusal(await proposePoolMove(desk, people.office, minor))).toMatchObject({
      why: { reason: 'pool', why: { kind: 'no-such-move', instead: 'B' } },
    });
    expect(refusal(await proposePoolMove(desk, people.office, { ...violation, from: 'B' }))).toMatchObject({
      why: { reason: 'pool', why: { kind: 'in-another-pool', pool: 'A' } },
    });
    expect(
      refusal(await proposePoolMove(desk, people.office, { ...violation, subject: codes[1] ?? '' })),
    ).toMatchObject({
      why: { reason: 'no-such-subject' },
    });
  });

  it('the office’s no needs a reason and leaves the firm where it is', async () => {
    const desk = await deskWithPools();
    value(await proposePoolMove(desk, people.liaison, violation));
    const no = { scheme, no: 'M1' };
    expect(refusal(await settlePoolMove(desk, people.office, { ...no, refusedBecause: '' }))).toMatchObject({
      why: { why: { kind: 'reason-missing' } },
    });
    value(await settlePoolMove(desk, people.office, { ...no, refusedBecause: '复核未发现违法行为' }));
    expect(refusal(await settlePoolMove(desk, people.office, no))).toMatchObject({
      why: { why: { kind: 'already-settled' } },
    });
    expect(await poolOf(desk)).toBe('A');
  });

  it('one round of adjustment a year needs no reason, a second one does', async () => {
    const desk = await deskWithPools();
    value(await openPoolRound(desk, people.office, { scheme, no: 'R2023', reason: '' }));
    value(await openPoolRound(desk, people.office, { scheme, no: 'R2023', reason: '' }));
    expect(await count(desk, 'pool-round-opened')).toBe(1);
    expect(refusal(await openPoolRound(desk, people.office, { scheme, no: 'R2', reason: '' }))).toMatchObject({
      why: { why: { kind: 'round-needs-reason', made: 1, allowed: 1 } },
    });
    value(await openPoolRound(desk, people.office, { scheme, no: 'R2', reason: '县政府专题会议决定' }));
  });

  it('a policy without pools has none to move between', async () => {
    const desk = await deskWithPools();
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    expect(refusal(await proposePoolMove(desk, people.office, violation))).toMatchObject({
      why: { reason: 'no-pools' },
    });
  });
});
