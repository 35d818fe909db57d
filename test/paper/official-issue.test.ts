/** 制发文书 through the verb and its doors: only what is recorded, one series of numbers for whoever issues, nothing burned twice. */
import { describe, expect, it } from 'vitest';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import { fileDraw } from '../../bot/verbs/draw/file.ts';
import { decidePenalty } from '../../bot/verbs/follow-up/decide-penalty.ts';
import { remindBeforeListing } from '../../bot/verbs/follow-up/remind-before-listing.ts';
import { transferCase } from '../../bot/verbs/follow-up/transfer-case.ts';
import { filePapers } from '../../bot/verbs/paper/file-papers.ts';
import { drawUp, issuePaper } from '../../bot/verbs/paper/issue-paper.ts';
import { paperAgain, papersOfActor } from '../../bot/verbs/paper/paper-again.ts';
import { keepMedia } from '../../bot/verbs/visit/keep-media.ts';
import { addDays } from '../../core/calendar.ts';
import { dossierOf } from '../../db/dossier.ts';
import { fill, formOf, said, type } from '../chat/acting.ts';
import { facts, value } from '../desk.ts';
import { expectRefused, hands, type PlannedDesk } from '../drawn-desk.ts';
import { foundDesk } from '../follow-up/found-desk.ts';
import { lines } from './docx-parts.ts';

const { drafter, liaison, otherLiaison } = hands;
const input = (kind: string, about: string, series = '') => ({ kind, about, series });
const issuedIn = async (desk: PlannedDesk) => (await facts(desk)).filter(({ kind }) => kind === 'paper-issued');

describe('制发文书', () => {
  it('S0-59 S4-43 S2-39 papers follow the facts, number by number, from the plan to the transfer of a finding', async () => {
    const { desk, cases, ref, today } = await foundDesk();
    const plan = input('plan', desk.plan);

    // A draft records nothing; the series is that of the plan's own number, which used the first.
    const draft = value(await drawUp(desk, drafter, plan));
    expect([draft.number, draft.paper.series]).toEqual([null, '清双随机']);
    expect(await issuedIn(desk)).toEqual([]);
    const year = today.slice(0, 4);
    const first = value(await issuePaper(desk, drafter, plan));
    expect(first).toMatchObject({ number: `清双随机〔${year}〕2号`, copy: false });
    expect(lines(await officialDocx(first.paper))).toContain('（此件主动公开）');
    // The same again is a marked copy under the same number, and leaves nothing behind.
    const again = value(await issuePaper(desk, drafter, plan));
    expect(again).toMatchObject({ number: first.number, copy: true, seq: first.seq });
    expect(again.paper.mark).toBe('副本');
    expect(await issuedIn(desk)).toHaveLength(1);
    const record = value(await issuePaper(desk, drafter, input('随机抽取情况记录表', ref.book)));
    expect(record.number).toBe(`清双随机〔${year}〕3号`);
    expect((await dossierOf(desk.db, { matter: 'ceremony', id: ref.book })).map(({ kind }) => kind)).toContain(
      'paper-issued',
    );

    // A department has its own series, named with its first number; another department's matters are not its own.
    const [held] = await cases();
    if (held === undefined) throw new Error('a finding');
    const sheet = input('record-sheet', held.visit);
    expectRefused(await issuePaper(desk, liaison, sheet), 'paper', { reason: 'no-series' });
    expectRefused(await issuePaper(desk, liaison, { ...sheet, series: '清〔1〕' }), 'paper', {
      reason: 'series-unread',
    });
    expect(value(await issuePaper(desk, liaison, { ...sheet, series: '清市监' })).number).toBe(`清市监〔${year}〕1号`);
    expectRefused(await issuePaper(desk, hands.deputy, sheet), 'rights', { reason: 'no-role' });
    const ofCase = (kind: string) => input(kind, held.id);
    expectRefused(await drawUp(desk, otherLiaison, ofCase('penalty-and-repair')), 'rights', { reason: 'not-own' });

    // What is not recorded cannot be written.
    for (const [kind, lacks] of [
      ['listing-reminder', 'reminder'],
      ['guidance-slip', 'guidance'],
      ['crime-referral', 'crime'],
    ] as const)
      expectRefused(await drawUp(desk, liaison, ofCase(kind)), 'paper', { reason: 'not-recorded', lacks });
    expectRefused(await drawUp(desk, liaison, input('approval-form', held.visit)), 'paper', { lacks: 'approval' });
    expectRefused(await drawUp(desk, liaison, input('outcome-notice', held.visit)), 'paper', {
      reason: 'not-recorded',
    });
    expectRefused(await drawUp(desk, liaison, input('通知', held.visit)), 'paper', { reason: 'no-such-paper' });
    expectRefused(await drawUp(desk, liaison, input('record-sheet', '三号')), 'paper', { reason: 'about-unread' });
    expectRefused(await drawUp(desk, liaison, input('record-sheet', `${ref.book}/99999`)), 'paper', { lacks: 'visit' });
    expectRefused(await drawUp(desk, liaison, plan), 'rights', { reason: 'not-own' });

    // One decision: the slip and the pair of notice and letter are there at once.
    const decision = {
      cases: [held.id],
      measure: 'penalty',
      number: '清市监罚〔2025〕1号',
      on: today,
      subject: held.subject?.key.split(':')[1] ?? '',
      task: held.tasks[0] ?? '',
      words: '警告',
      degree: null,
      repairFrom: '2026-01-01',
      guidance: '请补建进货台账',
    } as const;
    value(await decidePenalty(desk, liaison, decision));
    const slip = value(await issuePaper(desk, liaison, ofCase('整改辅导单')));
    expect(slip.number).toBe(`清市监〔${year}〕2号`);
    expect(lines(await officialDocx(slip.paper))).toEqual(
      expect.arrayContaining(['请补建进货台账', '清市监罚〔2025〕1号']),
    );
    const pair = value(await issuePaper(desk, liaison, ofCase('一书一函')));
    const words = lines(await officialDocx(pair.paper)).join('\n');
    expect(words).toContain('行政处罚信息公示告知');
    expect(words).toContain('最早可以申请的日期为2026年1月1日');
    expectRefused(await issuePaper(desk, otherLiaison, ofCase('一书一函')), 'rights', { reason: 'not-own' });

    // Named as people name it, by 检查编号 and item, it is the same paper: a copy under its number.
    const typed = `${held.no}/${held.item.code}`;
    expect(value(await issuePaper(desk, liaison, input('整改辅导单', typed)))).toMatchObject({
      about: held.id,
      number: slip.number,
      copy: true,
    });
    expect(value(await drawUp(desk, liaison, input('一书一函', held.no))).about).toBe(held.id);
    expectRefused(await drawUp(desk, liaison, input('一书一函', `${held.no}/没有这一事项`)), 'paper', {
      lacks: 'case',
    });

    // A paper bears the day of the fact, whenever it is drawn up: none asks for something by a day before its own.
    const [, , lost] = await cases();
    if (lost === undefined) throw new Error('a third finding');
    const reminder = { cases: [lost.id], until: addDays(today, 20), way: '邮寄', words: '请办理变更登记。' };
    value(await remindBeforeListing(desk, liaison, reminder));
    desk.setNow(`${addDays(today, 30)}T01:00:00.000Z`);
    const told = value(await drawUp(desk, liaison, input('listing-reminder', lost.id)));
    expect(told.paper.date).toBe(today);
    expect(lines(await officialDocx(told.paper)).join('\n')).not.toMatch(/。。|。；/);
    desk.setNow(`${today}T05:00:00.000Z`);

    // A transfer has its record with the list of evidence.
    const [, second] = await cases();
    if (second === undefined) throw new Error('another finding');
    const moved = value(
      await transferCase(desk, liaison, {
        cases: [second.id],
        to: 'wj',
        unit: '',
        reason: '属卫生健康部门职责',
        evidence: '',
      }),
    );
    const transfer = value(await issuePaper(desk, liaison, input('transfer-record', String(moved.seqs[0]))));
    expect(lines(await officialDocx(transfer.paper))).toEqual(
      expect.arrayContaining(['现场照片', '案卷第一册', '属卫生健康部门职责']),
    );

    // A paper is fetched again under its number as long as it would say the same.
    expect(value(await paperAgain(desk, liaison, slip.seq ?? 0)).paper.mark).toBe('');
    expectRefused(await paperAgain(desk, otherLiaison, slip.seq ?? 0), 'paper', { reason: 'no-paper' });
    value(
      await decidePenalty(desk, liaison, {
        ...decision,
        measure: 'coercion',
        number: '清市监强〔2025〕2号',
        guidance: '',
      }),
    );
    expectRefused(await paperAgain(desk, liaison, slip.seq ?? 0), 'paper', { reason: 'changed-since' });
    expect(value(await issuePaper(desk, liaison, ofCase('guidance-slip'))).number).toBe(`清市监〔${year}〕5号`);
    expect(new Set(value(await papersOfActor(desk, liaison)).map(({ department }) => department))).toEqual(
      new Set(['scjg']),
    );

    // In the chat the answer is a private link, and no file.
    const form = formOf(await type(desk, liaison, 'paper', `制作 record-sheet ${held.visit}`));
    const answer = await fill(desk, liaison, form, { as: 'draft' });
    expect(said(answer)).toContain('草稿已生成');

    // The whole file of a visit: every paper for which there are facts.
    const filed = value(await filePapers(desk, liaison, held.visit));
    expect(filed.files.map(({ name }) => name).join('\n')).toMatch(/情况记录表[\s\S]*辅导单/);
    expect(filed.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['归档目录.html', 'SHA256SUMS']));
    expect(filed.missing.length).toBeGreaterThan(0);
    // Whoever goes to the same door has the joint sheet, and nothing of another department's papers.
    const others = value(await filePapers(desk, otherLiaison, held.visit));
    expect(others.files.map(({ name }) => name).join('\n')).not.toMatch(/辅导单|修复/);
    expect(others.missing.join('\n')).not.toContain('市场监督管理局');

    // The file of the draw names what was filmed there, and holds the papers of its visits.
    const ceremony = Number(ref.book);
    const form_ = { ceremony, place: '会议室', media: [], verifyAt: 'https://example.invalid/verify' };
    const media = [{ kind: 'film', name: '抽取全程录像', place: '档案室', digest: null }] as const;
    value(await keepMedia(desk, drafter, { ceremony, media }));
    const folder = value(await fileDraw(desk, drafter, form_));
    expect(folder.missing).not.toContain('照片、录像');
    const list = new TextDecoder().decode(folder.files.find(({ name }) => name === '归档目录.html')?.bytes);
    expect(list).toContain('抽取全程录像（存放：档案室）');
    expect(list).toContain('检查文书');
    expect(folder.files.some(({ name }) => name.includes('整改辅导单'))).toBe(true);
  });
});
