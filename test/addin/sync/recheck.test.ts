/** 边填边校验: what is checked by itself, what it writes, and where it leaves a worksheet alone. */
import { describe, expect, it } from 'vitest';
import { memoryHost } from '../memory-host.ts';
import { benchWith, got, memoryStore, typedPerson, worksheet } from './bench.ts';

describe('checking by itself', () => {
  it('marks what is wrong while somebody types, clears it when it is right, and writes nothing where nothing is said otherwise', async () => {
    const writes: string[] = [];
    const { filling, at } = await benchWith(1, { before: (write) => void writes.push(write) });
    at.add(typedPerson(2, { 执法证有效期: '明年' }));
    expect(got(await filling.recheck(worksheet, 'changed'))?.rows).toHaveLength(2);
    expect(at.text('甲2', '校验结果')).toContain('✗ 执法证有效期');
    got(await filling.recheck(worksheet, 'changed'));
    expect(writes).toEqual(['mark']);
    at.type('甲2', '执法证有效期', '2028-12-31');
    got(await filling.recheck(worksheet, 'changed'));
    expect(at.text('甲2', '校验结果')).toBe('');
  });

  it('when a workbook is opened again, one that is marked is checked once, any other is left alone', async () => {
    const { filling, at, again } = await benchWith(1);
    expect(got(await filling.recheck(worksheet, 'start'))).toBeNull();
    at.add(typedPerson(2, { 执法证有效期: '明年' }));
    got(await filling.check(worksheet));
    at.type('甲2', '执法证有效期', '2028-12-31');
    got(await (await again()).recheck(worksheet, 'start'));
    expect(at.text('甲2', '校验结果')).toBe('');
  });

  it('a worksheet of nobody’s, a workbook of another department, and one of whoever never signed in stay as they are', async () => {
    const { filling, at, desk, book, again } = await benchWith(1);
    book.worksheets.set('自己的表', [['甲'], ['乙']]);
    expect(got(await filling.recheck('自己的表', 'changed'))).toBeNull();
    at.add(typedPerson(2, { 执法证有效期: '明年' }));
    const { done } = await neverSignedIn(again);
    expect(done.ok).toBe(false);
    desk.who = { ...desk.who, person: 'l2', department: 'xfdd' };
    got(await filling.signIn('ABCD-EFGH'));
    expect(got(await filling.recheck(worksheet, 'changed'))).toBeNull();
    expect(at.text('甲2', '校验结果')).toBe('');
    expect(memoryHost(book).writes()).toBe(0);
  });
});

async function neverSignedIn(again: Awaited<ReturnType<typeof benchWith>>['again']) {
  let calls = 0;
  const filling = await again(
    {
      fate: () => {
        calls++;
        return null;
      },
    },
    memoryStore(),
  );
  const done = await filling.recheck(worksheet, 'changed');
  expect(calls).toBe(0);
  return { done };
}
