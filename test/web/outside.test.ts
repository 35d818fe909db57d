/** Lists drawn elsewhere on the pages: for those who carry them out, beside the doors that they share with our own draws. */
import { describe, expect, it } from 'vitest';
import { takeInList } from '../../bot/verbs/draw/take-in-list.ts';
import { doorsFor } from '../../bot/verbs/visit/doors.ts';
import { drawableSubject } from '../../core/registry/drawable.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, hands, plannedDesk } from '../drawn-desk.ts';
import { csv } from '../verbs/make.ts';
import { browserAt, signedInAs } from './site.ts';

describe('an outside list on the pages', () => {
  it('S1-48: is shown by right, marked not verifiable, with the doors that it shares; our list shows the same doors', async () => {
    const desk = await plannedDesk();
    const [task] = desk.sample.plan.tasks;
    if (task === undefined) throw new Error('no task');
    const { ceremony } = await ceremonyUntil(desk, 'opened', {
      changes: { tasks: desk.tasks.filter((no) => no !== task.no) },
    });
    const drawn = new Set((await doorsFor(desk, hands.drafter, 2025)).map(({ subject }) => subject.number));
    const able = desk.sample.subjects.filter(
      (each) =>
        each.tags.some((tag) => task.frame.tags.includes(tag)) && drawableSubject(each).ok && drawn.has(each.number),
    );
    const rows = able.slice(0, 3).map(({ number, name }) => [number, name, 'BU-CUNZAI']);
    expect(rows.length).toBeGreaterThan(0);
    value(
      await takeInList(desk, hands.liaison, {
        bytes: csv(['统一社会信用代码', '企业名称', '检查人员工号'], ...rows),
        file: '名单.csv',
        plan: desk.plan,
        task: task.no,
        platform: '省<b>平台',
      }),
    );
    expect((await browserAt(desk).get('/outside/1')).status).toBe(401);
    const office = await (await signedInAs(desk, hands.drafter)).get('/outside/1');
    expect(office.status).toBe(200);
    expect(office.text).toContain('外部平台抽取，本系统无法核验');
    expect(office.text).toContain('省&lt;b&gt;平台');
    expect(office.text).toContain(`第 ${ceremony} 次抽取`);
    expect(office.text).toContain(able[0]?.name ?? '');
    // What differs stands here by its code, since the chat only counts it.
    expect(office.text).toContain('与本系统的差异');
    expect(office.text).toContain(`${able[0]?.number}：工号 BU-CUNZAI 不在执法检查人员名录库`);
    const ours = await (await signedInAs(desk, hands.drafter)).get(`/lists/${ceremony}`);
    expect(ours.text).toContain('合并上门');
    expect(ours.text).toContain('外部名单第 1 号');
    expect((await (await signedInAs(desk, hands.legal)).get('/outside/1')).status).toBe(403);
    expect((await (await signedInAs(desk, hands.drafter)).get('/outside/9')).status).not.toBe(200);
  });
});
