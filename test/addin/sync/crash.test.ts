/** Whatever ends at whatever moment: after reopening, the desk holds every row once and the worksheet agrees with it. */
import { describe, expect, it } from 'vitest';
import type { Filling } from '../../../addin/sync/filling.ts';
import { readOutbox } from '../../../addin/sync/kept/outbox-log.ts';
import type { ApiFaults } from '../memory-desk.ts';
import type { HostFaults } from '../memory-host.ts';
import { type Bench, benchWith, got, preview, send, sendAll, troubleOf, typedPerson, worksheet } from './bench.ts';

const headers = { name: '姓名', number: '单位工号', place: '所在辖区' } as const;

/** Two rows held; one is changed, one changed by somebody else too, two are new. */
async function work(faults: HostFaults & ApiFaults = {}): Promise<Bench> {
  const bench = await benchWith(3, faults);
  bench.at.type('甲1', '所在辖区', '城关监管所');
  bench.at.type('甲2', '所在辖区', '城关监管所');
  bench.desk.set('id2', { section: '综合股' });
  bench.at.add(typedPerson(8));
  bench.at.add(typedPerson(9));
  return bench;
}

/** Opens anew, as a person would: sends what is unfinished, then whatever is still to be sent. */
async function goOn({ again }: Bench): Promise<Filling> {
  const filling = await again();
  if (got(await filling.unfinished()) > 0) got(await filling.resume());
  await sendAll(filling);
  return filling;
}

async function agrees({ at, desk, book }: Bench, filling: Filling): Promise<void> {
  const names = [...desk.rows.values()].map(({ cells }) => cells.name).sort();
  expect(names).toEqual(['甲1', '甲2', '甲3', '甲8', '甲9']);
  expect(at.all('姓名').sort()).toEqual(names);
  for (const [id, { cells }] of desk.rows) {
    expect(at.text(cells.name ?? '', '行标识')).toBe(id);
    for (const [field, header] of Object.entries(headers))
      expect(at.text(cells.name ?? '', header)).toBe(cells[field] ?? '');
  }
  expect(desk.rows.get('id2')?.cells).toMatchObject({ place: '城关监管所', section: '综合股' });
  expect(at.text('甲2', '内设机构')).toBe('综合股');
  const { counts, missing } = await preview(filling);
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: 5, 'cannot-be-sent': 0 });
  expect(missing).toEqual([]);
  expect(readOutbox(book.kept.get('outbox') ?? [])).toEqual([]);
}

describe('a crash at every step', () => {
  it('nothing goes wrong where nothing ends', async () => {
    const bench = await work();
    const sent = await sendAll(bench.filling);
    expect(sent.counts).toMatchObject({ created: 2, updated: 1, merged: 1 });
    expect(sent.merged).toMatchObject([{ label: 'R00002 甲2', header: '内设机构', theirs: '综合股', by: '吴江' }]);
    await agrees(bench, bench.filling);
  });

  it.each([{ half: false }, { half: true }])(
    'the program ends at any write (in the middle of it: $half)',
    async ({ half }) => {
      let ended = 0;
      for (let dieAt = 1; dieAt < 40; dieAt++) {
        const bench = await work({ dieAt, half });
        const shown = await bench.filling.preview(worksheet);
        const sent = shown.ok ? await bench.filling.submit(shown.value, { reason: '', withdraw: [] }) : shown;
        await agrees(bench, await goOn(bench));
        if (sent.ok) break;
        expect(sent.trouble.words.zh).toContain('没有丢失');
        ended++;
      }
      // Names, outbox, cells, rows, marks, outbox again: each has been a last one.
      expect(ended).toBeGreaterThanOrEqual(6);
      expect(ended).toBeLessThan(39);
    },
  );

  it.each(['offline', 'answer lost', 500, 429, 'signed-out'] as const)(
    'the network fails at any call: %s',
    async (fate) => {
      let failed = 0;
      for (let nth = 1; nth < 12; nth++) {
        let calls = 0;
        const bench = await work({ fate: () => (++calls === nth ? fate : null) });
        const shown = await bench.filling.preview(worksheet);
        const sent = shown.ok ? await bench.filling.submit(shown.value, { reason: '', withdraw: [] }) : shown;
        if (fate === 'signed-out') {
          const filling = await bench.again();
          got(await filling.signIn('ABCD-EFGH'));
        }
        await agrees(bench, await goOn(bench));
        if (calls < nth) break;
        if (!sent.ok) failed++;
      }
      expect(failed).toBeGreaterThanOrEqual(1);
    },
  );

  it('an answer that was lost after the desk had taken the rows doubles nothing', async () => {
    const bench = await work({ fate: (name: string) => (name === 'submit' ? ('answer lost' as const) : null) });
    expect(troubleOf(await send(bench.filling))).toContain('4 行已存入发件箱');
    expect(bench.desk.rows.size).toBe(5);
    const filling = await bench.again();
    expect(got(await filling.unfinished())).toBe(4);
    const sent = got(await filling.resume());
    expect(sent.counts).toMatchObject({ created: 2, updated: 1, merged: 1 });
    expect(got(await filling.unfinished())).toBe(0);
    await agrees(bench, filling);
  });

  it('people sort, and type on, before what is unfinished is sent again', async () => {
    const bench = await work({ fate: (name: string) => (name === 'submit' ? ('answer lost' as const) : null) });
    await send(bench.filling);
    bench.at.sort('姓名', true);
    bench.at.type('甲9', '所在辖区', '东门监管所');
    const filling = await goOn(bench);
    await agrees(bench, filling);
    expect([...bench.desk.rows.values()].find(({ cells }) => cells.name === '甲9')?.cells.place).toBe('东门监管所');
  });

  it('a co-author finds what is unfinished and sends it; both together change nothing', async () => {
    const bench = await work({ fate: (name: string) => (name === 'submit' ? ('answer lost' as const) : null) });
    await send(bench.filling);
    const one = await bench.again();
    const other = await bench.again();
    const [mine, theirs] = await Promise.all([one.resume(), other.resume()]);
    expect(mine.ok && theirs.ok).toBe(true);
    await agrees(bench, one);
  });

  it('what the desk refuses as a whole is taken out of the outbox, said, and stays in the worksheet', async () => {
    const bench = await work({ fate: (name: string) => (name === 'submit' ? 422 : null) });
    expect(troubleOf(await send(bench.filling))).toBe(
      '会务台答复 422。4 行没有提交，仍保留在工作表中，改正后可以再次提交。',
    );
    expect(got(await bench.filling.unfinished())).toBe(0);
    expect((await preview(bench.filling)).counts).toMatchObject({ new: 2, changed: 2 });
    await agrees(bench, await goOn(bench));
  });
});
