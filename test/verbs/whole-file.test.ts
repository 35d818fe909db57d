/** One desk whose first outcomes are public: what was done about a task and an enterprise, its whole file, the year's calendar, accounts, and what guides the next plan. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../bot/cli/program.ts';
import { calendarLines, calendarSummary } from '../../bot/say/task-calendar.ts';
import { guideFor } from '../../bot/verbs/consult/guide.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { subjectPerformed, taskPerformed } from '../../bot/verbs/duty/performed.ts';
import { fileTask } from '../../bot/verbs/duty/task-file.ts';
import { accounts } from '../../bot/verbs/people/accounts.ts';
import { yearCalendar } from '../../bot/verbs/plan/task-calendar.ts';
import { departmentsAsHeld } from '../../bot/verbs/registry/departments.ts';
import { proposeTargetedCheck } from '../../bot/verbs/risk/propose-targeted-check.ts';
import { visitListKeeper } from '../../bot/verbs/sheet/visit/visit-list.ts';
import { digestBytes, hexOf } from '../../core/digest.ts';
import { performed } from '../../core/owed/performed.ts';
import { keyText } from '../../core/registry/subject.ts';
import type { Words } from '../../core/words.ts';
import { post, said, type } from '../chat/acting.ts';
import { refusal, value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { type PublicDesk, publicDesk } from '../web/public-desk.ts';

let made: PublicDesk;
const desk = () => made.desk;
const read = (lines: readonly Words[]): string => lines.map(({ zh }) => zh).join('\n');
beforeAll(async () => {
  made = await publicDesk(3, afterAll);
  desk().setNow('2025-09-10T02:00:00.000Z');
});

async function terminal(...args: readonly string[]): Promise<string> {
  const out: string[] = [];
  await run(args, {
    env: {},
    isWatched: false,
    openDesk: async () => ({ ...desk(), close: () => {} }),
    print: (_: 1 | 2, text: string) => out.push(text),
    end: () => {},
  });
  return out.join('\n');
}

/** A task of which something was entered and found. */
async function busyTask(): Promise<string> {
  for (const task of desk().tasks) {
    const { lines } = value(await taskPerformed(desk(), { plan: desk().plan, task, department: null }));
    if (lines.some(({ work }) => work === 'dispose')) return task;
  }
  throw new Error('nothing was found');
}

describe('what was owed by whom and when, and what was done', () => {
  it('S3-68: of a task one page says for each department what it owed by when, and on which day it was done', async () => {
    const task = await busyTask();
    const { lines } = value(await taskPerformed(desk(), { plan: desk().plan, task, department: null }));
    expect(lines[0]).toMatchObject({ who: 'office', work: 'draw', state: 'done', done: 1, on: '2025-06-26' });
    const own = lines.filter(({ who }) => who === 'scjg').map(({ work }) => work);
    expect(new Set(own)).toEqual(new Set(['approve', 'visit', 'enter', 'review', 'publish', 'dispose', 'finish']));
    const shown = await terminal('task', 'show', desk().plan, task);
    expect(shown).toContain('联席办 随机抽取：期限2025年7月7日，已办（2025年6月26日）');
    expect(shown).toMatch(/录入检查结果：期限\d{4}年\d{1,2}月\d{1,2}日，\d+／\d+，(在办|逾期未办)/);
    expect(said(await type(desk(), hands.liaison, 'plan', `履职 ${task}`))).toContain('应办');
    expect(await terminal('task', 'show', desk().plan, '无此任务')).toContain('无此任务');
  });

  it('S3-68: of an enterprise likewise, by 检查编号, and a department reads its own part alone', async () => {
    const [first] = made.subjects;
    if (first === undefined) throw new Error('nothing is public');
    const lines = await subjectPerformed(desk(), { subject: keyText(first), department: null });
    const published = lines.find(({ who, work }) => who === 'scjg' && work === 'publish');
    expect(published).toMatchObject({ about: expect.stringMatching(/^1-\d{4}$/), by: '2025-09-26' });
    const others = await subjectPerformed(desk(), { subject: keyText(first), department: 'wj' });
    expect(others.every(({ who }) => who === 'wj')).toBe(true);
    const shown = await terminal('subject', 'show', first.number);
    expect(shown).toContain(first.name);
    expect(shown).toMatch(/公示检查结果（检查编号 1-\d{4}）/);
    const chat = said(await type(desk(), hands.liaison, 'risk', `企业 ${first.number}`));
    expect(chat).toContain('应办');
    expect(chat).not.toContain(first.name);
  });

  it('S3-68: work that was late stays late in the record when it is done after all', () => {
    const of = { who: 'scjg', work: 'publish', about: '' } as const;
    const state = (by: string, days: readonly (string | null)[]) => performed({ ...of, by, days }, '2025-09-10')?.state;
    expect(state('2025-09-01', ['2025-08-30', '2025-09-01'])).toBe('done');
    expect(state('2025-09-01', ['2025-08-30', '2025-09-02'])).toBe('done-late');
    expect(state('2025-09-10', ['2025-08-30', null])).toBe('open');
    expect(state('2025-09-09', ['2025-08-30', null])).toBe('late');
    expect(performed({ ...of, by: null, days: [] }, '2025-09-10')).toBeNull();
  });

  it('S3-73, S4-80: one command gives the whole file of a task, every fact from the plan to the disposal with its digest', async () => {
    const task = await busyTask();
    const folder = mkdtempSync(join(tmpdir(), 'mingchou-task-'));
    try {
      const told = await terminal('--as', hands.drafter.person, 'task', 'file', desk().plan, task, '--out', folder);
      expect(told).toContain('任务档案目录.html');
      expect(told).toMatch(/全程留痕 \d+ 条/);
      const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
      for (const line of sums) {
        const [sum = '', name = ''] = line.split('  ');
        expect(hexOf(digestBytes(readFileSync(join(folder, name))))).toBe(sum);
      }
      const list = readFileSync(join(folder, '任务档案目录.html'), 'utf8');
      const facts = ['计划起草', '锁定名单', '计划印发', '检查结果录入', '检查结果公示'];
      for (const words of [...facts, '应办事项和办理情况', '第1次抽取/record.json']) expect(list).toContain(words);
      expect(list).not.toContain(hands.liaison.name);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const asked = { plan: desk().plan, task, place: '会议室', verifyAt: 'https://example.invalid' };
    expect(refusal(await fileTask(desk(), hands.liaison, asked))).toMatchObject({ stage: 'rights' });
  });
});

describe('the year, its people, and the next plan', () => {
  it('S1-17, S3-09: each row of the list of visits in Excel shows item type and classes with their lists and days', async () => {
    const ref = { sheet: 'visit-list', book: '1' } as const;
    const { rows } = value(await visitListKeeper.rows(desk(), hands.liaison, ref, ''));
    const said = rows.map(({ cells }) => cells.classes ?? '');
    expect(said.every((each) => /^事项类型：(一般|重点)检查事项，清单 2025-06-23/.test(each))).toBe(true);
    expect(said.some((each) => /通用型信用风险分类：[A-D]（通用型企业信用风险分类，2025-\d\d-\d\d）/.test(each))).toBe(
      true,
    );
  });

  it('S4-24: joint tasks, departments’ own and those from above stand in one calendar, counted apart', async () => {
    const calendar = await yearCalendar(desk(), 2025, null);
    const tasks = calendar.months.flatMap(({ entries }) => entries);
    expect(tasks.map(({ task }) => task).sort()).toEqual([...desk().tasks].sort());
    const { above, joint, department } = calendar.counts;
    expect(above + joint + department).toBe(tasks.length);
    expect(read([calendarSummary(calendar), ...calendarLines(calendar, (code) => code)])).toContain('本级部门联合');
    expect(await terminal('plan', 'calendar', '2025')).toContain('2025 年 7 月');
    expect(said(await type(desk(), hands.liaison, 'plan', '日历 2025'))).toContain('2025 年抽查任务');
    expect((await yearCalendar(desk(), 2025, 'dc')).months).toEqual([]);
  });

  it('S4-62: the roll shows for each officer whether there is an account, which roles, and the last use', async () => {
    const all = await accounts(desk(), 'scjg');
    const liaison = all.find(({ person }) => person === hands.liaison.person);
    expect(liaison).toMatchObject({ roles: hands.liaison.roles, lastUse: expect.stringMatching(/^2025-/) });
    const inspectors = all.filter(({ inspector }) => inspector !== '');
    expect(inspectors.some(({ person }) => person === null)).toBe(true);
    expect(all.every(({ department }) => department.startsWith('scjg'))).toBe(true);
    const shown = await terminal('people', 'accounts', '--department', 'scjg');
    expect(shown).toMatch(/：无账号/);
    expect(shown).toMatch(/角色.+，聊天未绑定，最近一次办理 2025-/);
    expect(said(await type(desk(), hands.drafter, 'mingchou', '账号'))).toContain('执法检查人员无账号');
    expect(said(await type(desk(), hands.drafter, 'mingchou', '看板'))).toContain('清单看板');
  });

  it('S0-54: when next year’s consultation opens, its thread shows of each trade and item what was drawn, found and found again, with the visits behind it', async () => {
    const guide = await guideFor(desk(), 2026, null);
    const items = guide.lines.filter(({ by }) => by === 'item');
    expect(items.some(({ drawn, checked }) => drawn.length > checked.length)).toBe(true);
    expect(items.some(({ found }) => found.length > 0)).toBe(true);
    for (const { drawn, checked, found } of guide.lines) {
      for (const visit of checked) expect(drawn).toContain(visit);
      for (const visit of found) expect(checked).toContain(visit);
    }
    const proposal = { kind: 'targeted-draw', about: '餐饮服务', words: '上年发现问题较多', year: 2026 } as const;
    value(await proposeTargetedCheck(desk(), hands.liaison, proposal));
    const asked = (await departmentsAsHeld(desk().db)).filter(({ kind }) => kind === 'member').map(({ code }) => code);
    const opened = value(
      await openConsultation(desk(), hands.drafter, {
        key: 'open-2026',
        year: 2026,
        letter: '请各单位反馈 2026 年度抽查计划。',
        matters: '',
        deadline: { kind: 'date', date: '2025-09-30' },
        asked,
        contact: null,
      }),
    );
    const shown = (await post(desk(), `consultation-guide/${opened.consultation}`)).zh;
    expect(shown).toMatch(
      /事项 .+：抽取 \d+ 户次，已检查并公示 \d+ 户次，发现问题 [1-9]\d* 户次，重复发现 \d+ 户（检查编号 1-/,
    );
    expect(shown).toContain('上年发现问题较多');
    for (const { name } of made.subjects) expect(shown).not.toContain(name);
    expect(await terminal('plan', 'guide', '2026', '--rows')).toMatch(/抽取：检查编号 1-\d{4}/);
    expect(said(await type(desk(), hands.liaison, 'consult', '指引 2026'))).toContain('不作为自动认定的依据');
    expect(said(await type(desk(), hands.drafter, 'consult', '指引 2031'))).toContain('还没有抽取记录');
  });
});
