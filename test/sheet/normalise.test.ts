import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, normalise, type Purpose } from '../../core/sheet/normalise.ts';

describe('cells as people meant them', () => {
  it.each([
    ['name', '嘉善县新辉五金厂 (普通合伙)', '嘉善县新辉五金厂（普通合伙）', ['spaces', 'brackets']],
    ['name', '绍兴市三Ｑ服饰有限公司', '绍兴市三Q服饰有限公司', ['half-width']],
    ['name', '松阳县 邓氏抛光厂', '松阳县邓氏抛光厂', ['spaces']],
    ['name', 'ABC  Trading Co., Ltd', 'ABC Trading Co., Ltd', ['spaces']],
    ['name', '吕山乡\ue000门村合作社', '吕山乡〓门村合作社', ['private-use']],
    ['name', '望江\u200b食品\u0007', '望江食品', ['control']],
    ['code', ' ９１３５\u30000100 M0 ', '91350100M0', ['half-width', 'spaces']],
    ['text', '第一条\r\n\r\n 第二条  ', '第一条\n第二条', ['spaces']],
    ['line', '《条例》 第三条(一)', '《条例》 第三条(一)', []],
  ] as const)('%s: %j becomes %j', (purpose, from, to, changes) => {
    expect(normalise(from, purpose)).toEqual({ text: to, changes });
  });

  it('what is right is left as it is', () => {
    for (const text of ['清源县望江食品有限公司（分店）', '91350100M000100Y43', 'KTV·歌舞娱乐'])
      expect(normalise(text, 'name')).toEqual({ text, changes: [] });
  });

  it.each(['name', 'code', 'line', 'text'] as Purpose[])('normalising a normalised %s changes nothing', (purpose) => {
    const odd = fc.constantFrom(
      '县',
      'Ａ',
      '(',
      ')',
      ' ',
      '\u3000',
      '\n',
      '\r',
      '\u0000',
      '\ue000',
      '\u200b',
      'e\u0301',
      '７',
      '）',
      '。',
      'x',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: odd }), fc.string({ unit: 'binary' })), (text) => {
        const once = normalise(text, purpose).text;
        expect(normalise(once, purpose)).toEqual({ text: once, changes: [] });
      }),
    );
  });

  it('headers are compared without spaces, marks and case', () => {
    expect(new Set(['抽查比例（数量）', '抽查比例(数量)', ' 抽查 比例\n(数量)* '].map(folded)).size).toBe(1);
  });
});
