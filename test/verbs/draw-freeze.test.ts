import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { cosign } from '../../bot/verbs/draw/cosign.ts';
import { abort } from '../../bot/verbs/draw/end.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { repealItem } from '../../bot/verbs/registry/repeal-item.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { ceremonies } from '../../db/draws.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { facts, freshDesk, value } from '../desk.ts';
import {
  asked,
  ceremonyUntil,
  dice,
  expectRefused,
  frozenAt,
  hands,
  lottery,
  planAsIs,
  plannedDesk,
} from '../drawn-desk.ts';

describe('the roster is frozen (lock 1)', () => {
  it('S2-32, S2-42: the manifest states the way, the lists’ day, who watches and of which kind, and leaves two facts', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifest, manifestDigest: digest } = await frozenAt(desk);
    expect(manifest).toMatchObject({
      ceremony: 1,
      way: '机选',
      plan: desk.plan,
      office: desk.office,
      snapshot: '2025-06-26',
      frozenAt: desk.now(),
      window: { from: '2025-07-07', to: '2025-08-29' },
      discloseFrom: '2025-08-30',
      quorum: 2,
    });
    expect(
      manifest.participants.map(({ id, kind, name, department, custody }) => [id, kind, name, department, custody]),
    ).toEqual([
      ['0', 'desk', '联席办综合组甲', 'lxb', 'desk'],
      ['w1', 'witness', '人大代表监督员', 'deputy:w1', 'own-page'],
      ['w2', 'witness', '纪检监察监督员', 'discipline:w2', 'desk'],
      ['w3', 'witness', '社会第三方监督员', 'third-party:w3', 'own-page'],
    ]);
    expect(digest).toBe(manifestDigest(manifest));
    const [frozen, sealed] = (await facts(desk)).slice(-2);
    expect(frozen).toEqual({
      kind: 'ceremony-frozen',
      actor: 'person:o1',
      body: { ceremony, manifest: digest, rows: desk.sample.subjects.length, tasks: desk.tasks },
    });
    expect(sealed).toMatchObject({ kind: 'secret-sealed', actor: 'person:o1', body: { ceremony, participant: '0' } });
  });

  it('S2-42: a deputy, a member of the conference, discipline inspection and a third party may all watch', async () => {
    const desk = await plannedDesk();
    const four = [hands.deputy, hands.member, hands.discipline, hands.thirdParty];
    const { manifest } = await frozenAt(desk, {
      witnesses: four.map(({ person }) => ({ person, custody: 'own-page' })),
    });
    expect(manifest.participants.slice(1).map(({ department }) => department.split(':')[0])).toEqual([
      'deputy',
      'conference-member',
      'discipline',
      'third-party',
    ]);
  });

  it('an inspector whose certificate ends before the last visit, one who left, and 日常监管人员 are never drawn, and are named', async () => {
    const desk = await plannedDesk();
    const { manifest, leftOut } = await frozenAt(desk);
    const people = await kept(desk.db, await snapshot(desk.db), 'inspector');
    const cannot = people.filter(
      ({ kind, certificate, left }) =>
        kind === 'daily' || certificate === null || certificate.validUntil < manifest.window.to || left !== null,
    );
    const drawable = new Set(manifest.officers.map(({ number }) => number));
    expect(cannot.filter(({ number }) => drawable.has(number))).toEqual([]);
    expect(new Set(leftOut.map(({ kind }) => kind))).toEqual(new Set(['daily', 'left', 'certificate-expired']));
    const concerned = new Set(manifest.officers.map(({ pool }) => pool));
    const named = new Set(leftOut.map(({ inspector }) => inspector));
    expect(cannot.filter(({ department, number }) => concerned.has(department) && !named.has(number))).toEqual([]);
  });

  it('recusals that departments reported beforehand are frozen without their reasons', async () => {
    const desk = await plannedDesk();
    const { manifest } = await frozenAt(desk);
    const drawable = new Set(manifest.officers.map(({ number }) => number));
    const known = desk.sample.recusals.filter(({ inspector }) => drawable.has(inspector));
    expect(manifest.barred).toHaveLength(known.length);
    for (const entry of manifest.barred) expect(entry).toHaveLength(3);
  });

  it('each ceremony has the next number; an aborted one keeps its own, and its tasks may be frozen again', async () => {
    const desk = await plannedDesk();
    const [first = '', second = ''] = desk.tasks;
    expect((await frozenAt(desk, { tasks: [first] })).ceremony).toBe(1);
    value(await abort(desk, hands.drafter, { ceremony: 1, reason: '名单日期有误' }));
    expect((await frozenAt(desk, { tasks: [first] })).ceremony).toBe(2);
    expect((await frozenAt(desk, { tasks: [second] })).ceremony).toBe(3);
    expect((await ceremonies(desk.db)).map(({ no, stage }) => [no, stage])).toEqual([
      [1, 'aborted'],
      [2, 'sealing'],
      [3, 'sealing'],
    ]);
  });

  it('S2-33: a department freezes its own tasks; those of others it does not', async () => {
    const desk = await plannedDesk();
    const own = desk.sample.plan.tasks.filter(({ lead }) => lead === 'scjg').map(({ no }) => no);
    const others = desk.sample.plan.tasks.filter(({ lead }) => lead !== 'scjg').map(({ no }) => no);
    expectRefused(await freeze(desk, hands.liaison, asked(desk, { tasks: others })), 'rights', {
      reason: 'not-own',
      verb: 'freeze',
    });
    expectRefused(await freeze(desk, hands.liaison, asked(desk)), 'rights', { reason: 'not-own' });
    expectRefused(await freeze(desk, hands.otherLiaison, asked(desk, { tasks: own })), 'rights', { reason: 'not-own' });
    const frozen = value(await freeze(desk, hands.liaison, asked(desk, { tasks: own })));
    expect(frozen.manifest.participants[0]).toMatchObject({ id: '0', department: 'scjg' });
  });

  it.each(['head', 'legal', 'deputy', 'supervisor'] as const)('%s freezes nothing', async (who) => {
    const desk = await plannedDesk();
    expectRefused(await freeze(desk, hands[who], asked(desk)), 'rights', { reason: 'no-role', verb: 'freeze' });
    expect(await ceremonies(desk.db)).toEqual([]);
  });
});

describe('nothing is frozen', () => {
  /** Refused, and nothing is left of it: no ceremony, no fact. */
  async function refusedWhole(
    desk: Awaited<ReturnType<typeof plannedDesk>>,
    changes: Parameters<typeof asked>[1],
    why: Readonly<Record<string, unknown>>,
    stage: 'draw' | 'people' | 'rights' | 'ceremony' = 'draw',
    by: Actor = hands.drafter,
  ): Promise<void> {
    const before = (await facts(desk)).length;
    expectRefused(await freeze(desk, by, asked(desk, changes)), stage, why);
    expect(await ceremonies(desk.db)).toEqual([]);
    expect(await facts(desk)).toHaveLength(before);
  }

  it('S2-26: from a plan that was issued and is not published', async () => {
    const desk = await plannedDesk();
    for (const state of ['draft', 'approved', 'issued'] as const) {
      const no = `另案〔2025〕${state}`;
      const made = await planAsIs(desk, () => ({}), { no, state });
      await refusedWhole(desk, made, { reason: 'plan-not-published', plan: no, state });
    }
  });

  it('from a plan that does not exist, or for no task', async () => {
    const desk = await plannedDesk();
    await refusedWhole(desk, { plan: '无此计划' }, { reason: 'no-plan', plan: '无此计划' });
    await refusedWhole(desk, { tasks: [] }, { reason: 'no-tasks' });
  });

  it('S1-52: for a task that is not in the plan', async () => {
    const desk = await plannedDesk();
    const tasks = [...desk.tasks, '99072320259999'];
    await refusedWhole(desk, { tasks }, { reason: 'task-not-in-plan', plan: desk.plan, task: '99072320259999' });
  });

  it('清单之外无检查: for an item that is on no list', async () => {
    const desk = await plannedDesk();
    const made = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body) => ({ ...body, items: ['SX999999'] })),
    }));
    await refusedWhole(desk, made, { reason: 'item-not-listed', task: 'T-1', item: 'SX999999' });
  });

  it('for an item whose basis is repealed before the visits end; one that is repealed later may still be drawn', async () => {
    const desk = await plannedDesk();
    const [item = ''] = desk.sample.plan.tasks[0]?.bodies[0]?.items ?? [];
    const repeal = { item, from: '2025-08-30', ground: '国令第800号', replacedBy: '' };
    value(await repealItem(desk, hands.drafter, repeal));
    const other = await plannedDesk();
    value(await repealItem(other, hands.drafter, { ...repeal, from: '2025-08-29' }));
    const why = { reason: 'item-repealed', task: desk.tasks[0], item, from: '2025-08-29' };
    await refusedWhole(other, {}, why);
    expect((await frozenAt(desk)).ceremony).toBe(1);
  });

  it('国办发〔2024〕54号, S3-65: with the office as an inspecting body', async () => {
    const desk = await plannedDesk();
    const made = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body, i) => (i === 0 ? { ...body, department: 'lxb' } : body)),
    }));
    const why = { reason: 'compile', why: { reason: 'office-inspects', task: 'T-1', department: 'lxb' } };
    await refusedWhole(desk, made, why);
  });

  it('with a body that has no power to inspect, or that nobody knows', async () => {
    const desk = await plannedDesk();
    const powerless = desk.sample.departments.find(({ kind, enforces }) => kind === 'member' && !enforces)?.code ?? '';
    const by = (department: string, no: string) =>
      planAsIs(desk, ({ bodies }) => ({ bodies: bodies.map((body) => ({ ...body, department })) }), { no });
    await refusedWhole(desk, await by(powerless, '甲'), {
      why: { reason: 'no-power-to-inspect', department: powerless },
    });
    await refusedWhole(desk, await by('xyz', '乙'), { why: { reason: 'unknown-department', department: 'xyz' } });
  });

  it('S3-34, 行政处罚法 42: with one officer, however many experts come along', async () => {
    const desk = await plannedDesk();
    const made = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body) => ({ ...body, officers: 1 })),
      experts: [{ field: '公共卫生', number: 2 }],
    }));
    await refusedWhole(desk, made, {
      reason: 'compile',
      why: { reason: 'too-few-officers', task: 'T-1', officers: 1 },
    });
  });

  it('for a share of which only a range is stated', async () => {
    const desk = await plannedDesk();
    const share = { kind: 'share', bp: 500, bound: 'exactly', atLeast: 0 } as const;
    const made = await planAsIs(desk, ({ quota }) => ({
      quota:
        quota.kind === 'total'
          ? quota
          : {
              ...quota,
              tiers: quota.tiers.map((tier) => ({
                ...tier,
                share: { kind: 'range', from: share, to: { ...share, bp: 900 } },
              })),
            },
    }));
    await refusedWhole(desk, made, { reason: 'compile', why: { reason: 'share-not-settled', task: 'T-1' } });
  });

  it('where no policy is in force on the first day of the visits', async () => {
    const desk = await plannedDesk();
    const window = { from: '2015-07-07', to: '2015-08-29' };
    const made = await planAsIs(desk, () => ({ window }));
    await refusedWhole(desk, made, { reason: 'no-policy', on: '2015-07-07' });
  });

  it('S2-38, S3-65: with the office among its own witnesses', async () => {
    const desk = await plannedDesk();
    const ofOffice: Actor = { ...hands.stranger, person: 'w9', department: 'lxb', witness: 'department' };
    value(await enrol(desk, hands.drafter, ofOffice));
    await refusedWhole(
      desk,
      { witnesses: [...asked(desk).witnesses, { person: 'w9', custody: 'own-page' }] },
      { reason: 'manifest', why: [{ rule: 'witness-of-the-office' }] },
    );
    // Nor can anybody be enrolled as both.
    for (const role of ['witness', 'inspector'] as const) {
      const both: Actor = {
        ...hands.drafter,
        person: 'o9',
        roles: ['office', role],
        witness: 'third-party',
        inspector: 'X1',
      };
      expectRefused(await enrol(desk, hands.drafter, both), 'people', { reason: 'office-as', role, person: 'o9' });
    }
  });

  it('with a witness whom nobody enrolled, or who is none', async () => {
    const desk = await plannedDesk();
    const witnesses = (person: string) => [...asked(desk).witnesses, { person, custody: 'own-page' as const }];
    await refusedWhole(desk, { witnesses: witnesses('w99') }, { reason: 'no-such-person', person: 'w99' }, 'people');
    await refusedWhole(
      desk,
      { witnesses: witnesses('l1') },
      { reason: 'no-role', person: 'l1', needs: ['witness'] },
      'rights',
    );
  });

  it.each([
    [
      'dice that no own page watches',
      { witnesses: [{ person: 'w2', custody: 'desk' }], quorum: 1 },
      'dice-without-own-page',
    ],
    ['a quorum above the number of witnesses', { quorum: 4 }, 'quorum'],
    ['no quorum at all', { quorum: 0 }, 'quorum'],
    ['no public number', { public: [] }, 'no-public-number'],
    [
      'a lottery that is drawn before opening has closed',
      { public: [{ ...lottery, after: '2025-06-26T02:59:59.999Z' }] },
      'public-too-early',
    ],
    ['deadlines the wrong way round', { deadlines: { seal: dice.after, reveal: dice.after } }, 'deadlines-order'],
    [
      'one witness twice',
      {
        witnesses: [
          { person: 'w1', custody: 'own-page' },
          { person: 'w1', custody: 'own-page' },
        ],
      },
      'participant-twice',
    ],
  ] as const)('with %s', async (_, changes, rule) => {
    const desk = await plannedDesk();
    const before = (await facts(desk)).length;
    const refused = await freeze(desk, hands.drafter, asked(desk, changes));
    expectRefused(refused, 'draw', { reason: 'manifest' });
    expect(JSON.stringify(refused)).toContain(`"${rule}"`);
    expect(await facts(desk)).toHaveLength(before);
  });

  it('with desk digits that are none', async () => {
    const desk = await plannedDesk();
    const why = { reason: 'secret', id: '0', why: { kind: 'typed-too-short', digits: 3, fewest: 6 } };
    await refusedWhole(desk, { deskDigits: '123' }, why, 'ceremony');
  });

  it('while posts are foreseen that nobody can fill, unless that is accepted; every such set is named', async () => {
    const desk = await plannedDesk();
    const made = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body, i) => (i === 0 ? { ...body, needs: ['无人具备的专长'] } : body)),
    }));
    await refusedWhole(desk, { ...made, acceptShortage: false }, { reason: 'shortage' });
    expect((await frozenAt(desk, { ...made, acceptShortage: true })).ceremony).toBe(1);
  });

  it('nothing is redrawn: a task of a standing ceremony is refused, opened or not', async () => {
    const desk = await plannedDesk();
    const [first = '', ...rest] = desk.tasks;
    await ceremonyUntil(desk, 'opened', { changes: { tasks: [first] } });
    const why = { reason: 'task-drawn-already', task: first, ceremony: 1, drawsPerYear: 1 };
    expectRefused(await freeze(desk, hands.drafter, asked(desk)), 'draw', why);
    expectRefused(await freeze(desk, hands.drafter, asked(desk, { tasks: [first] })), 'draw', why);
    const later = { seal: '2025-06-27T02:00:00.000Z', reveal: '2025-06-27T03:00:00.000Z' };
    const second = await frozenAt(desk, { tasks: rest, deadlines: later });
    expectRefused(await freeze(desk, hands.drafter, asked(desk, { tasks: rest })), 'draw', {
      ceremony: second.ceremony,
    });
  });

  it('S3-13: by a department, for a class whose draws the office organises', async () => {
    const desk = await freshDesk(Object.values(hands), '2026-05-20T01:00:00.000Z');
    value(await adoptPolicy(desk, hands.drafter, 'wannian-2022'));
    const planned = await plannedDesk();
    const at = { ...planned, ...desk };
    const task = (label: string) =>
      planAsIs(
        at,
        () => ({
          scheme: 'pool',
          lead: 'scjg',
          bodies: [],
          quota: {
            kind: 'tiers',
            tiers: [{ label, share: { kind: 'share', bp: 500, bound: 'exactly', atLeast: 0 } }],
            denominator: 'frame',
          },
          window: { from: '2026-06-01', to: '2026-06-30' },
        }),
        { no: `另案${label}` },
      );
    const a = await task('A');
    const why = { reason: 'office-organises', task: 'T-1', scheme: 'pool', label: 'A' };
    expectRefused(await freeze(at, hands.liaison, asked(at, a)), 'draw', why);
    // The office may, and a department may for the other classes: both then find the empty roster of this desk.
    expectRefused(await freeze(at, hands.drafter, asked(at, a)), 'draw', { reason: 'empty-roster' });
    expectRefused(await freeze(at, hands.liaison, asked(at, await task('B'))), 'draw', { reason: 'empty-roster' });
  });

  it('whoever drafted the plan does not review it', async () => {
    const desk = await plannedDesk();
    const { plan } = desk.sample;
    const rows = plan.tasks.map((task, i) => ({ row: i + 1, reply: 'r', task }));
    const replies = [{ id: 'r', department: 'scjg', at: '2025-06-23T07:00:00.000Z' }];
    const { year, doorLimit } = plan;
    value(await draftPlan(desk, hands.drafter, { no: '另案', year, rows, replies, doorLimit }));
    expectRefused(await approvePlan(desk, hands.drafter, { plan: '另案' }), 'plan', {
      reason: 'drafter-reviews',
      person: 'o1',
    });
  });
});

describe('one ceremony after the other', () => {
  it('S0-24: two draws that count toward the same yearly allowance are not frozen at once; the second waits for the first', async () => {
    const desk = await plannedDesk();
    // Both in the general area, where all departments share one allowance (三明 2025 一(三)).
    const [first = '', , , second = ''] = desk.tasks;
    const { ceremony, manifest } = await frozenAt(desk, { tasks: [first] });
    expect(manifest.counters.length).toBeGreaterThan(0);
    expectRefused(await freeze(desk, hands.drafter, asked(desk, { tasks: [second] })), 'draw', {
      reason: 'allowances-waiting',
      ceremony,
    });
    value(await abort(desk, hands.drafter, { ceremony, reason: '与下一次合并' }));
    expect((await frozenAt(desk, { tasks: [first, second] })).ceremony).toBe(2);
  });

  it('nothing is frozen for visits that are over, nor with a deadline that has gone by', async () => {
    const desk = await plannedDesk();
    const past = { seal: '2025-06-25T02:00:00.000Z', reveal: '2025-06-25T03:00:00.000Z' };
    expectRefused(await freeze(desk, hands.drafter, asked(desk, { deadlines: past })), 'draw', {
      reason: 'deadline-past',
    });
    desk.setNow('2025-09-10T01:00:00.000Z');
    expectRefused(await freeze(desk, hands.drafter, asked(desk)), 'draw', { reason: 'window-over', to: '2025-08-29' });
  });

  it('a witness’s number that was given to somebody else cannot act for the witness', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest: digest } = await frozenAt(desk);
    const other = { ...hands.deputy, name: '另一个人' };
    value(await enrol(desk, hands.drafter, other));
    expectRefused(await cosign(desk, other, { ceremony, digits: digest.slice(0, 8) }), 'draw', {
      reason: 'not-participant',
      person: 'w1',
    });
  });
});
