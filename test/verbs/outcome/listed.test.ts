/** Outcomes of a list that another platform drew. */
import { describe, expect, it } from 'vitest';
import { freezeTakenIn, takeInList } from '../../../bot/verbs/draw/take-in-list.ts';
import { outcomesKeeper } from '../../../bot/verbs/sheet/visit/outcomes.ts';
import { assignVisits } from '../../../bot/verbs/visit/assign.ts';
import { drawable, drawableSubject } from '../../../core/registry/drawable.ts';
import { value } from '../../desk.ts';
import { asked, continued, expectRefused, hands, plannedDesk } from '../../drawn-desk.ts';
import { csv } from '../make.ts';
import { changed, cleanOf } from './entered-desk.ts';

describe('a list that another platform drew', () => {
  /** The first task, and a list of three of its subjects, with as many officers of its lead as are asked for. */
  async function listedDesk(officers: number) {
    const desk = await plannedDesk();
    const [task] = desk.sample.plan.tasks;
    if (task === undefined) throw new Error('no task');
    const able = desk.sample.subjects.filter(
      (each) => each.tags.some((tag) => task.frame.tags.includes(tag)) && drawableSubject(each).ok,
    );
    const sent = desk.sample.inspectors
      .filter((each) => each.department === task.lead && drawable(each, task.window.to).ok)
      .slice(0, officers)
      .map(({ number }) => number);
    const listed = able.slice(0, 3).map(({ number, name }) => [task.no, number, name, sent.join('、')]);
    const bytes = csv(['抽查任务编号', '统一社会信用代码', '企业名称', '检查人员工号'], ...listed);
    const request = { bytes, file: '名单.csv', plan: desk.plan, task: task.no, platform: '省双随机平台' };
    value(await takeInList(desk, hands.liaison, request));
    const ref = { sheet: 'outcomes' as const, book: 'L1' };
    const rows = async () => value(await outcomesKeeper.rows(desk, hands.liaison, ref, '')).rows;
    const enterFirst = async (batch: string) => {
      const [row] = await rows();
      if (row === undefined) throw new Error('no rows');
      const submission = { ref, batch, rows: [changed(row, cleanOf(row))], reason: '' };
      return value(await outcomesKeeper.submit(desk, hands.liaison, submission)).answers[0];
    };
    return { desk, task, rows, enterFirst };
  }

  it('has the task’s items of each department, and the officers whom it sends', async () => {
    const { desk, task, rows, enterFirst } = await listedDesk(2);
    desk.setNow(`${task.window.to}T02:00:00.000Z`);
    const items = task.bodies.find(({ department }) => department === 'scjg')?.items ?? [];
    const all = await rows();
    expect(all).toHaveLength(3 * items.length);
    expect(all[0]?.cells.no).toBe('L1-0000');
    expect((await enterFirst('batch-0001'))?.outcome).toBe('created');
    const [line] = await outcomesKeeper.books(desk, hands.liaison);
    expect(line).toMatchObject({ book: 'L1', title: { zh: expect.stringContaining('外部平台抽取名单 L1') } });
  });

  it('officers whom our own ceremony found for it go there once they are handed out', async () => {
    const { desk, task, rows, enterFirst } = await listedDesk(0);
    const { witnesses, quorum, deadlines, public: numbers, way } = asked(desk);
    const input = { list: 1, witnesses, quorum, deadlines, public: numbers, way };
    const frozen = value(await freezeTakenIn(desk, hands.liaison, input));
    await continued(desk, frozen, 'opened');
    expect((await rows()).every(({ cells }) => cells.sent === undefined)).toBe(true);
    value(await assignVisits(desk, hands.drafter, frozen.ceremony));
    expect((await rows()).every(({ cells }) => (cells.sent ?? '').split('、').length >= 2)).toBe(true);
    desk.setNow(`${task.window.to}T02:00:00.000Z`);
    expect((await enterFirst('batch-0001'))?.outcome).toBe('created');
    const own = { sheet: 'outcomes' as const, book: String(frozen.ceremony) };
    expectRefused(await outcomesKeeper.rows(desk, hands.liaison, own, ''), 'outcome', { reason: 'people-only' });
  });

  it('where fewer than two are sent, nothing is entered before the posts are filled', async () => {
    const { desk, task, enterFirst } = await listedDesk(1);
    desk.setNow(`${task.window.to}T02:00:00.000Z`);
    const answer = await enterFirst('batch-0001');
    expect(answer).toMatchObject({ outcome: 'refused', remarks: [{ field: 'inspectors' }] });
    expect(answer?.remarks[0]?.words.zh).toContain('先按程序递补');
  });
});
