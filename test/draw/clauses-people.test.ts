/** Who can be sent by a draw, clause by clause: pools, officers, experts, and the posts of one door. */
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../core/draw/check-manifest.ts';
import { compileOfficers, compileTasks, expertNumber } from '../../core/draw/compile.ts';
import { framing } from '../../core/draw/frame.ts';
import { postsFor } from '../../core/draw/posts.ts';
import { resultOf } from '../../core/draw/result.ts';
import type { Task } from '../../core/plan/task.ts';
import { policyCalled } from '../../core/policy/index.ts';
import type { Department } from '../../core/registry/department.ts';
import type { Expert, Inspector } from '../../core/registry/inspector.ts';
import { makeBody, makeDepartment, makeItem, makeTask } from '../plan/make.ts';
import { anInspector } from '../registry/make.ts';
import { task as frozenTask, make, rowsOf, seedFor, small } from './make.ts';

const policyOf = (id: string) => {
  const policy = policyCalled(id);
  if (policy === null) throw new Error(`no policy ${id}`);
  return policy;
};
const departments = (...list: readonly Department[]) => new Map(list.map((each) => [each.code, each]));
const members = departments(makeDepartment('market', '市场监管局'), makeDepartment('fire', '消防救援大队'));

const compile = (task: Task, among = members) => {
  const items = new Map([['food', makeItem()]]);
  return compileTasks(
    framing(policyOf('sanming-2025'), [task], items, '2025-09-01'),
    among,
    new Map(),
    new Map(),
    '2025-09-01',
  );
};
const numbersOf = (pools: ReturnType<typeof compileOfficers>) =>
  pools.officers.map(({ number, pool }) => `${pool} ${number}`);
const officer = (number: string, change: Partial<Inspector> = {}) =>
  anInspector({ number, department: 'market', ...change });
const expert = (number: string, fields: readonly string[]): Expert => ({
  number,
  name: '沈试',
  body: '检测院',
  fields,
  left: null,
});

describe('the pools', () => {
  it('福安 S2-21: 共用本系统人员库的两个单位，岗位由同一个库补充；不共用的各用各的', () => {
    const shared = departments(
      makeDepartment('market', '市场监管局', { sharedPool: '市场监管系统' }),
      makeDepartment('station', '城区监管所', { sharedPool: '市场监管系统' }),
      makeDepartment('fire', '消防救援大队'),
    );
    const people = [officer('m1'), officer('s1', { department: 'station' }), officer('f1', { department: 'fire' })];
    const pools = compileOfficers(policyOf('fuan-2018'), [makeTask()], shared, people, [], '2025-09-30');
    expect(numbersOf(pools)).toEqual(['fire f1', '市场监管系统 m1', '市场监管系统 s1']);
  });

  it('万年 S3-35: 联合任务只用联合检查执法人员库内的人；部门自己的任务不限', () => {
    const people = [officer('in', { joint: true }), officer('out')];
    const wannian = policyOf('wannian-2022');
    const joint = compileOfficers(wannian, [makeTask()], members, people, [], '2025-09-30');
    expect(numbersOf(joint)).toEqual(['market in']);
    expect(joint.leftOut).toEqual([{ kind: 'not-in-joint-pool', inspector: 'out' }]);
    const alone = makeTask({ reach: 'department', partners: [] });
    expect(numbersOf(compileOfficers(wannian, [alone], members, people, [], '2025-09-30'))).toEqual([
      'market in',
      'market out',
    ]);
    expect(
      numbersOf(compileOfficers(policyOf('sanming-2025'), [makeTask()], members, people, [], '2025-09-30')),
    ).toHaveLength(2);
  });

  it('福安 S2-22, S2-23: 任务要专家的，从专家名录库按专业入库抽取，另有递补；不要的不入库', () => {
    const experts = [expert('e1', ['特种设备']), expert('e2', ['特种设备']), expert('e3', ['食品'])];
    const task = makeTask({ experts: [{ field: '特种设备', number: 1 }] });
    const pools = compileOfficers(policyOf('fuan-2018'), [task], members, [], experts, '2025-09-30');
    expect(numbersOf(pools)).toEqual(['e1', 'e2'].map((number) => `expert/特种设备 ${expertNumber(number)}`));

    const pool = 'expert/特种设备';
    const withExpert = {
      ...frozenTask,
      bodies: [...frozenTask.bodies, { department: '专家', pool, needs: ['特种设备'], officers: 1 }],
    };
    const { manifest } = small();
    const drawn = make(rowsOf(60, 1), {
      tasks: [withExpert],
      officers: [
        ...manifest.officers.filter((each) => each.pool === '市场监管局'),
        ...['e1', 'e2'].map((number) => ({ number, pool, fields: ['特种设备'], place: '', capacity: 1000 })),
      ].sort((a, b) => (a.number < b.number ? -1 : 1)),
    });
    expect(checkManifest(drawn.manifest)).toEqual([]);
    const { visits, substitutes } = resultOf(drawn.manifest, drawn.roster, seedFor(1));
    expect(visits.length).toBeGreaterThan(0);
    for (const { posts } of visits) {
      expect(posts.filter((post) => post.pool === pool && post.officer !== null)).toHaveLength(1);
      expect(posts.filter((post) => post.pool === '市场监管局')).toHaveLength(2);
    }
    expect([...(substitutes.find((each) => each.pool === pool)?.officers ?? [])].sort()).toEqual(['e1', 'e2']);
  });
});

describe('two officers first', () => {
  it('三明 S0-43, 万年 S3-34: 只派一名执法人员加两名专家的，被拒绝；两名执法人员之外加专家的可以', () => {
    const experts = [{ field: '特种设备', number: 2 }];
    const one = makeTask({ bodies: [makeBody('market', ['food'], { officers: 1 })], experts });
    expect(compile(one)).toMatchObject({
      ok: false,
      error: { reason: 'too-few-officers', department: 'market', officers: 1 },
    });
    const two = compile(makeTask({ bodies: [makeBody('market', ['food'])], experts }));
    expect(two.ok && two.value[0]?.bodies.map(({ pool, officers }) => `${pool} ${officers}`)).toEqual([
      'market 2',
      'expert/特种设备 2',
    ]);
    const { manifest } = small();
    const short = { ...frozenTask, bodies: [{ department: '市场监管局', pool: '市场监管局', needs: [], officers: 1 }] };
    expect(checkManifest({ ...manifest, tasks: [short] }).map(({ rule }) => rule)).toContain('too-few-officers');
  });

  it('万年 S3-65: 联席办不能列为检查机关，锁定前就被拒绝', () => {
    const withOffice = departments(
      makeDepartment('market', '联席办', { kind: 'office' }),
      makeDepartment('fire', '消防救援大队'),
    );
    expect(compile(makeTask(), withOffice)).toMatchObject({
      ok: false,
      error: { reason: 'office-inspects', department: 'market' },
    });
  });
});

describe('one door', () => {
  const food = {
    ...frozenTask,
    bodies: [{ department: '市场监管局', pool: '市场监管局', needs: ['食品'], officers: 2 }],
  };

  it('三明 S0-34, 福安 S2-66: 一个部门几个股室的任务在同一家，只派一对人员，两人的专长合起来够用', () => {
    const posts = postsFor({ tasks: [frozenTask, food] }, [0, 1]);
    expect(posts.map(({ department, need }) => `${department} ${need}`)).toEqual([
      '市场监管局 特种设备',
      '市场监管局 食品',
    ]);
  });

  it('甘州 S4-28: 一次摇号，检查对象和每个岗位的执法人员都在结果里', () => {
    const { manifest, roster } = small();
    const { tasks, visits } = resultOf(manifest, roster, seedFor(2));
    expect(tasks.every(({ tiers }) => tiers.every(({ drawn }) => drawn.length > 0))).toBe(true);
    expect(visits.length).toBeGreaterThan(0);
    expect(visits.every(({ posts }) => posts.length >= 2 && posts.every(({ officer: held }) => held !== null))).toBe(
      true,
    );
  });
});
