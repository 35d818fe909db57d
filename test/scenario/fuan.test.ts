/**
 * 福安 2018: 5 % of the market subjects and two draws a year, a key directory, substitutes, a pool that two units share, experts
 * drawn, witnesses of four kinds, a form that drawer and supervisor sign.
 */
import { describe, expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { fileDraw } from '../../bot/verbs/draw/file.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { repealItem } from '../../bot/verbs/registry/repeal-item.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { reportUnavailable } from '../../bot/verbs/visit/unavailable.ts';
import type { Share } from '../../core/plan/ratio.ts';
import type { Task } from '../../core/plan/task.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { refusal, value } from '../desk.ts';
import {
  aPerson,
  breachesOf,
  broughtIn,
  checked,
  draftOf,
  found,
  freezing,
  rowsOf,
  staff,
  throughTheLocks,
  unmerged,
  walkedOnce,
} from './county.ts';

const share = (bp: number): Share => ({ kind: 'share', bp, bound: 'exactly', atLeast: 0 });
const POOL = '民生系统执法人员库';

const conference = aPerson('w4', '政协委员监督员', '', { roles: ['witness'], witness: 'conference-member' });
const healthHead = aPerson('h4', '民政局负责人', 'mz', { roles: ['head'] });
const watching = [staff.deputy, staff.discipline, staff.thirdParty, conference];

/** 民政局 and 教育局 have few inspectors and share one pool. */
const sharing = (sample: Sample): Sample => ({
  ...sample,
  departments: sample.departments.map((each) =>
    each.code === 'mz' || each.code === 'jy' ? { ...each, sharedPool: POOL } : each,
  ),
});

const road = walkedOnce(async (finished) => {
  const sample = sharing(makeSample({ seed: '福安', subjects: 1200, jurisdiction: 'fuan-2018' }));
  const desk = await broughtIn(sample, '2026-04-27', finished, [conference, healthHead]);
  const [one, ...others] = sample.items;
  if (one === undefined) throw new Error('no item');
  const withoutBasis = toSheets({ ...sample, items: [{ ...one, code: 'XZ01', basis: '' }, ...others] });
  const items = withoutBasis.filter(({ name }) => name === sheets.items.title.zh);
  const bytes = await workbook(items, sample.snapshot);
  const [nine] = value(await importList(desk, staff.drafter, { bytes, file: '抽查事项清单.xlsx' }));

  const { no: plan, tasks } = sample.plan;
  const { reasons } = sample;
  // One draw a year, of one in a hundred, of the key directory no more than of the others.
  const few = tasks.map(
    (task): Task => ({
      ...task,
      drawsPerYear: 1,
      scheme: 'key-directory',
      quota: {
        kind: 'tiers',
        denominator: 'frame',
        tiers: ['一般', '重点'].map((label) => ({ label, share: share(100) })),
      },
    }),
  );
  const broken = await checked(desk, draftOf(sample, few));
  const heldUp = refusal(await approvePlan(desk, staff.reviewer, { plan }));
  const drafted = await checked(desk, draftOf(sample, tasks, { reason: '按核对意见修改' }));
  const open = drafted.findings.filter(({ weight, reason }) => weight === 'in-principle' && reason === null);
  for (const { task, kind } of new Map(open.map((each) => [`${each.task}/${each.kind}`, each])).values()) {
    const words = reasons.find(({ finding }) => finding === kind)?.words ?? '结合本市监管实际确定';
    value(await keepFinding(desk, staff.drafter, { plan, task, finding: kind, words }));
  }
  const mended = value(await checkPlan(desk, staff.drafter, plan));
  value(await approvePlan(desk, staff.reviewer, { plan }));
  value(await issuePlan(desk, staff.drafter, plan));
  const nos = tasks.map(({ no }) => no);
  const request = () =>
    freezing(desk, plan, nos, {
      witnesses: watching.map(({ person }) => ({
        person,
        custody: person === staff.discipline.person ? 'desk' : 'own-page',
      })),
      way: '摇号',
    });
  const unpublished = refusal(await freeze(desk, staff.drafter, request()));
  value(
    await publishPlan(desk, staff.drafter, {
      plan,
      channel: '公告栏',
      where: '市政府大门公告栏（照片 1 张）',
      on: '2026-04-27',
    }),
  );

  desk.setNow('2026-04-28T01:00:00.000Z');
  const first = await throughTheLocks(
    desk,
    value(await freeze(desk, staff.drafter, request())),
    staff.drafter,
    watching,
  );
  const handed = value(await assignVisits(desk, staff.drafter, 1));
  const filed = value(
    await fileDraw(desk, staff.drafter, {
      ceremony: 1,
      place: '市政务服务中心',
      media: ['抽取现场.jpg'],
      verifyAt: 'https://example.invalid/verify',
    }),
  );
  desk.setNow('2026-05-06T01:00:00.000Z');
  const second = await throughTheLocks(
    desk,
    value(await freeze(desk, staff.drafter, request())),
    staff.drafter,
    watching,
  );
  const third = refusal(await freeze(desk, staff.drafter, request()));
  return {
    sample,
    desk,
    nine,
    broken,
    heldUp,
    drafted,
    mended,
    unpublished,
    first,
    handed,
    filed,
    second,
    third,
    plan,
    nos,
    request,
  };
});

describe('福安 2018: from lists to visits', () => {
  it('S2-08: an item without its basis is refused with the cell named, and the other rows are kept', async () => {
    const { nine, sample } = await road();
    expect(nine?.rejected.map(({ faults }) => faults.map(({ header }) => header))).toEqual([['抽查依据']]);
    expect(nine?.same).toBe(sample.items.length - 1);
  });

  it('S2-17: a year that reaches fewer than 5 % of the market subjects needs a reason; expected and floor are named', async () => {
    const { broken, mended } = await road();
    const floor = found(broken, 'floor-missed').find(({ bp, department }) => bp === 500 && department === null);
    expect(floor).toMatchObject({
      of: { kind: 'types', types: ['enterprise', 'sole-trader', 'cooperative'] },
      weight: 'in-principle',
    });
    expect(floor?.expected).toBeLessThan(floor?.limit ?? 0);
    const kept = mended.findings.filter(({ kind }) => kind === 'coverage-expected');
    expect(kept.length).toBeGreaterThan(0);
  });

  it('S2-18: a department with one draw a year is named; with two it is not', async () => {
    const { broken, mended, heldUp } = await road();
    expect(found(broken, 'too-few-draws').length).toBeGreaterThan(0);
    expect(found(broken, 'too-few-draws')[0]).toMatchObject({ draws: 1, atLeast: 2, weight: 'in-principle' });
    expect(found(mended, 'too-few-draws')).toEqual([]);
    expect(heldUp).toMatchObject({ why: { reason: 'findings-stand' } });
  });

  it('S2-05: high-risk subjects drawn no more than usual are refused with both numbers', async () => {
    const { broken } = await road();
    expect(found(broken, 'not-above-usual')[0]).toMatchObject({
      label: '重点',
      bp: 100,
      usualBp: 500,
      weight: 'refused',
    });
  });

  it('S2-20: whoever stands in the key directory stands in the key tier of the freeze, and is drawn at the higher ratio', async () => {
    const { sample, first } = await road();
    const key = new Set(
      sample.classifications.filter((each) => each.class === '重点').map(({ kind, number }) => `${kind}:${number}`),
    );
    for (const { key: subject, marks } of rowsOf(first)) {
      for (const [t, mark] of marks.entries()) {
        if (mark?.label !== '重点' && mark?.label !== '一般') continue;
        expect(first.manifest.tasks[t]?.scheme.name).toBe('key-directory');
        expect(mark.label === '重点').toBe(key.has(subject));
      }
    }
    const tiers = first.result.tasks
      .flatMap((task) => task.tiers)
      .filter(({ label, frame }) => label === '重点' && frame >= 7);
    expect(tiers.length).toBeGreaterThan(0);
    expect(tiers.every(({ drawn: rows, frame }) => rows.length / frame > 0.1)).toBe(true);
  });

  it('S2-26: an issued plan that the public has not seen is not drawn; a notice board is a channel', async () => {
    const { unpublished } = await road();
    expect(unpublished).toMatchObject({ why: { reason: 'plan-not-published', state: 'issued' } });
  });

  it('S2-18: the year’s second draw takes other tickets, and a third is refused', async () => {
    const { first, second, third } = await road();
    expect(second.seed).not.toBe(first.seed);
    expect(second.result.tasks).not.toEqual(first.result.tasks);
    expect(third).toMatchObject({ why: { reason: 'task-drawn-already', drawsPerYear: 2, ceremony: 2 } });
  });

  it('S2-32, S2-42: the record states the way of drawing and witnesses of all four kinds; the office cannot be one', async () => {
    const { first, desk } = await road();
    expect(first.manifest.way).toBe('摇号');
    expect(first.manifest.participants.map(({ department }) => department.split(':')[0])).toEqual([
      'lxb',
      'deputy',
      'discipline',
      'third-party',
      'conference-member',
    ]);
    const both = {
      ...staff.drafter,
      person: 'o9',
      roles: ['office', 'witness'] as const,
      witness: 'deputy' as const,
    };
    expect(refusal(await enrol(desk, staff.drafter, both))).toMatchObject({
      why: { reason: 'office-as', role: 'witness' },
    });
  });

  it('S2-21: posts of two units are filled from their common pool, by people of either', async () => {
    const { sample, first } = await road();
    const home = new Map(sample.inspectors.map(({ number, department }) => [number, department]));
    const posts = first.result.visits.flatMap((visit) => visit.posts).filter(({ pool }) => pool === POOL);
    expect(new Set(posts.map(({ department }) => department))).toEqual(new Set(['mz', 'jy']));
    const crossed = posts.filter(({ department, officer }) => officer !== null && home.get(officer) !== department);
    expect(crossed.length).toBeGreaterThan(0);
    expect(posts.every(({ officer }) => ['mz', 'jy'].includes(home.get(officer ?? '') ?? ''))).toBe(true);
  });

  it('S2-23: a task that asks for an expert gets one by the same ceremony, beside two officers of each body, with substitutes', async () => {
    const { first, handed } = await road();
    const asking = first.manifest.tasks.flatMap(({ bodies }, t) =>
      bodies.some(({ pool }) => pool.startsWith('expert/')) ? [t] : [],
    );
    expect(asking.length).toBeGreaterThan(1);
    const visits = first.result.visits.filter(({ tasks }) => tasks.some((t) => asking.includes(t)));
    expect(
      visits.every(({ posts }) => posts.some(({ pool, officer }) => pool.startsWith('expert/') && officer !== null)),
    ).toBe(true);
    expect(breachesOf(first)).toEqual([]);
    expect(
      first.result.substitutes
        .filter(({ pool }) => pool.startsWith('expert/'))
        .every(({ officers }) => officers.length > 1),
    ).toBe(true);
    expect(handed.some(({ department }) => department.startsWith('专家'))).toBe(true);
  });

  it('S2-33, S2-39: subjects and inspectors are drawn in one ceremony; an enterprise of several tasks has one visit', async () => {
    const { first, second } = await road();
    for (const record of [first, second]) {
      expect(unmerged(record)).toEqual([]);
      expect(record.result.visits.every(({ posts }) => posts.every(({ officer }) => officer !== null))).toBe(true);
    }
  });

  it('S2-35, S2-36: whoever cannot go is replaced by the next substitute of the draw, in every post', async () => {
    const { desk, first } = await road();
    const officer =
      first.result.visits.flatMap(({ posts }) => posts).find(({ department }) => department === 'mz')?.officer ?? '';
    const events = value(
      await reportUnavailable(desk, healthHead, { ceremony: 1, inspector: officer, reason: '住院' }),
    );
    expect(events.length).toBeGreaterThan(0);
    expect(events.every((each) => each.in !== officer)).toBe(true);
  });

  it('S2-37, S2-38, S2-41: the form has places for both signatures and the photo; the file says what people must still add', async () => {
    const { filed } = await road();
    const form = filed.files.find(({ name }) => name.endsWith('.html') && name.includes('记录表'));
    const words = new TextDecoder().decode(form?.bytes);
    for (const place of ['抽取工作人员', '监督人员', '签字', '抽取现场.jpg', '摇号']) expect(words).toContain(place);
    expect(filed.missing.join()).toContain('签字');
    expect(filed.files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['record.json', 'manifest.json', 'SHA256SUMS']),
    );
  });

  it('S2-12: an item whose basis is repealed names the tasks that rest on it', async () => {
    const { desk, sample } = await road();
    const [item] = sample.plan.tasks[0]?.bodies[0]?.items ?? [];
    const repealed = value(
      await repealItem(desk, staff.drafter, {
        item: item ?? '',
        from: '2026-06-01',
        ground: '某办法废止',
        replacedBy: '',
      }),
    );
    expect(repealed.tasks.map(({ task }) => task)).toContain(sample.plan.tasks[0]?.no);
  });
});
