/** 录入, 审核 and 阅核签章 in the chat, from the buttons on the posts where the matters stand. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { outcomeBook } from '../../bot/verbs/outcome/book.ts';
import { enter } from '../../bot/verbs/outcome/enter.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { standingOutcomes } from '../../db/outcomes.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { handedDesk, manned } from '../verbs/outcome/entered-desk.ts';
import { button, errorsOf, fill, formOf, post, press, said, type } from './acting.ts';

const reviewer: Actor = { ...hands.liaison, person: 'r8', name: '结果审核员', roles: ['outcome-reviewer'] };

describe('检查结果 in the chat', () => {
  it('several clean items in one form; the reviewer passes what he has seen, returns the rest; the form is signed', async () => {
    const { desk, ref, rows } = await handedDesk();
    value(await enrol(desk, hands.drafter, reviewer));
    const book = value(await outcomeBook(desk, ref.book));
    const [one = '', two = '', three = ''] = manned(rows).map(({ id }) => {
      const [, visit, , ...item] = id.split('/');
      return `${visit}/${item.join('/')}`;
    });
    const link = await post(desk, `department-visits/${ref.book}/scjg`);
    const form = formOf(await press(desk, hands.liaison, button(link.message, 'outcome-enter')));
    expect(form.fields[0]?.kind === 'some-of' && form.fields[0].options.length).toBeGreaterThan(3);
    const offered = { rows: [one, two], there: 'sent', checkedOn: book.window.from };
    expect(errorsOf(await fill(desk, hands.liaison, form, { rows: [] }))).toMatchObject({ rows: '请至少选择一项。' });
    expect(errorsOf(await fill(desk, hands.liaison, form, { ...offered, code: 'food-drug' }))).toMatchObject({
      rows: expect.stringContaining('逐项录入'),
    });
    const bare = { ...offered, rows: [one], code: 'food-drug' };
    expect(Object.keys(errorsOf(await fill(desk, hands.liaison, form, bare))).sort()).toEqual(['finding', 'handling']);
    expect(said(await fill(desk, hands.liaison, form, offered))).toContain('已录入 2 项检查结果，待本单位审核');
    const standing = await standingOutcomes(desk.db, book.source, [...book.visits.keys()]);
    expect(standing.map(({ door }) => door)).toEqual(['chat', 'chat']);

    const waiting = await post(desk, `reviewing/${ref.book}/scjg/${reviewer.person}`);
    expect(waiting.place).toBe(`person:${reviewer.person}`);
    expect(waiting.zh).toContain('待审核 2 项');
    for (const { cells } of rows) expect(waiting.zh).not.toContain(cells.name);
    const passAll = button(waiting.message, 'outcome-pass-all');
    const again = formOf(await press(desk, hands.liaison, { id: 'outcome-enter', about: ref.book }));
    // Two acts of one person in a test have one key; a chat gives each its own.
    value(
      await enter(desk, hands.liaison, {
        ...{ book: ref.book, department: 'scjg', door: 'chat', key: 'third' },
        entries: [entryAt(three, book.window.from)],
      }),
    );
    expect(again.fields.length).toBeGreaterThan(5);
    expect(said(await press(desk, hands.liaison, passAll))).toContain('无权');
    expect(said(await press(desk, reviewer, passAll))).toContain('已审核通过 2 项');
    const left = formOf(await press(desk, reviewer, button(waiting.message, 'outcome-review')));
    const options = left.fields[0]?.kind === 'some-of' ? left.fields[0].options : [];
    expect(options).toHaveLength(1);
    const returned = { rows: options.map((each) => each.value), decision: 'returned' };
    expect(errorsOf(await fill(desk, reviewer, left, returned))).toMatchObject({
      words: expect.stringContaining('请写明退回意见'),
    });
    expect(said(await fill(desk, reviewer, left, { ...returned, words: '请补充照片' }))).toContain('已退回 1 项');
    expect((await post(desk, `outcomes/${ref.book}/scjg`)).zh).toContain('审核通过 2 项，待审核 0 项，退回 1 项');
    const back = formOf(await press(desk, hands.liaison, { id: 'outcome-enter', about: ref.book }));
    const first = back.fields[0]?.kind === 'some-of' ? back.fields[0].options[0] : undefined;
    expect(first?.label.zh).toContain('退回：请补充照片');

    const signing = formOf(await press(desk, hands.liaison, { id: 'outcome-sign', about: ref.book }));
    const visit = one.split('/')[0] ?? '';
    expect(errorsOf(await fill(desk, hands.liaison, signing, { visit, way: 'signed' }))).toMatchObject({
      signer: '请填写签章人姓名。',
    });
    const signed = await fill(desk, hands.liaison, signing, { visit, way: 'signed', signer: '店长 陈立' });
    expect(said(signed)).toContain('已阅核签章');
    expect(said(await type(desk, hands.liaison, 'mingchou', '检查'))).toContain('to=/visits');
  });
});

function entryAt(place: string, checkedOn: string) {
  const [visit = '', item = ''] = place.split('/');
  const entry = {
    ...({ code: 'no-problem', methods: ['on-site'], finding: '', handling: null, handlingWords: '' } as const),
    ...{ checkedOn, inspectors: ['同派出'], correctBy: null, evidence: [], statement: '', remark: '' },
  };
  return { visit: Number(visit), item, entry };
}
