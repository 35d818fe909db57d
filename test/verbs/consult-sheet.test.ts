import { describe, expect, it } from 'vitest';
import type { ReplyRequest } from '../../bot/verbs/consult/reply.ts';
import { sheetBytesMost } from '../../bot/verbs/consult/sheet.ts';
import { count, openedDesk, planSheet, reply } from '../consult/desk.ts';
import { people, refusal, type TestDesk, value } from '../desk.ts';

const { liaison } = people;

describe('报送计划表', () => {
  const good = ['餐饮服务联合抽查', '餐饮服务监督检查', '县市场监管局', '县消防救援大队', '5%', '6月至9月'];
  const file = (bytes: Uint8Array, name = '计划.csv') => ({ kind: 'file', file: name, bytes }) as const;
  const send = (desk: TestDesk, bytes: Uint8Array, change: Partial<ReplyRequest> = {}) =>
    reply(desk, liaison, { answer: null, words: '', sheets: [file(bytes)], ...change });

  it('好的行收下，坏的行逐行说明位置；反馈按参加计', async () => {
    const desk = await openedDesk();
    const bytes = planSheet(
      good,
      ['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月'],
      ['美容抽查', '公共场所检查', '县卫健局', '', '3%', '7月'],
      ['无时间', '某项检查', '县市场监管局', '', '3%', ''],
    );
    const { reply: recorded, read } = value(await send(desk, bytes));
    expect(recorded).toMatchObject({ answer: 'joins', sheets: [{ kind: 'file', taken: 1, left: 3 }] });
    expect(read[0]?.sheet?.rejected).toMatchObject([
      { row: 2, faults: [{ header: '牵头部门', value: '不存在的单位' }] },
    ]);
    expect(read[0]?.sheet?.unusable).toMatchObject([{ row: 5, name: '无时间', why: { kind: 'no-window' } }]);
    expect(read[0]?.strangers).toEqual([{ row: 4, name: '美容抽查' }]);
  });

  it('一行也用不上的文件、太大的文件、打不开的文件，不作为反馈', async () => {
    const desk = await openedDesk();
    const bad = planSheet(['酒店抽查', '住宿检查', '不存在的单位', '', '5%', '7月']);
    expect(refusal(await send(desk, bad))).toMatchObject({
      why: { reason: 'nothing-taken', sheets: [{ file: '计划.csv' }] },
    });
    const large = refusal(await send(desk, new Uint8Array(sheetBytesMost + 1)));
    expect(large).toMatchObject({ why: { sheets: [{ trouble: { why: { reason: 'file-too-large' } } }] } });
    const junk = refusal(await send(desk, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])));
    expect(junk).toMatchObject({ why: { sheets: [{ trouble: { stage: 'plan' } }] } });
    const many = Array.from({ length: 11 }, (_, i) => file(planSheet(good), `${i}.csv`));
    expect(refusal(await send(desk, bad, { sheets: many }))).toMatchObject({
      why: { reason: 'too-many-files', count: 11 },
    });
    expect(await count(desk, 'reply-received')).toBe(0);
  });

  it('重传的文件代替以前的，表单申报的任务另加，之后的按钮反馈不丢计划行', async () => {
    const desk = await openedDesk();
    const ask = (n: number) =>
      ({ source: { kind: 'form', id: `f${n}` }, key: `f${n}`, words: '', answer: null }) as const;
    value(await send(desk, planSheet(good)));
    value(await reply(desk, liaison, { ...ask(1), sheets: [{ kind: 'form', file: '表单', bytes: planSheet(good) }] }));
    value(await send(desk, planSheet(good, ['酒店抽查', '住宿检查', '县市场监管局', '', '5%', '7月'])));
    const press = { source: { kind: 'button', id: 'b' }, key: 'b', words: '' } as const;
    const { reply: last } = value(await reply(desk, liaison, { ...press, answer: 'agrees' }));
    expect(last.sheets.map(({ kind, taken }) => [kind, taken])).toEqual([
      ['file', 2],
      ['form', 1],
    ]);
    const declined = value(await reply(desk, liaison, { answer: 'declines', reason: '机构改革，职责划出' }));
    expect(declined.reply.sheets).toEqual([]);
  });
});
