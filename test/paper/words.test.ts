/** Words of papers: shares and moments as officials write them. */
import { describe, expect, it } from 'vitest';
import { html, printable } from '../../bot/paper/html.ts';
import { moment, shareWords } from '../../bot/paper/words.ts';
import { percentOf } from '../../core/plan/words.ts';

describe('shares in words', () => {
  it.each([
    [3, '0.03%'],
    [50, '0.5%'],
    [300, '3%'],
    [350, '3.5%'],
    [1205, '12.05%'],
    [10_000, '100%'],
  ])('%d basis points read %s', (bp, words) => expect(percentOf(bp)).toBe(words));

  it.each([
    [{ kind: 'spared' }, '不抽取'],
    [{ kind: 'count', n: 40 }, '40户'],
    [{ kind: 'share', bp: 50, bound: 'at-least', atLeast: 0 }, '不低于0.5%'],
    [{ kind: 'share', bp: 1000, bound: 'at-most', atLeast: 0 }, '不超过10%'],
    [{ kind: 'share', bp: 300, bound: 'exactly', atLeast: 1 }, '3%（至少1户）'],
  ] as const)('%j reads %s', (share, words) => expect(shareWords(share)).toBe(words));

  it('10所及以下不少于2所；超过10所不低于50% stays a rule of two steps', () => {
    const words = shareWords({
      kind: 'steps',
      steps: [
        { upTo: 10, share: { kind: 'count', n: 2 } },
        { upTo: null, share: { kind: 'share', bp: 5000, bound: 'at-least', atLeast: 0 } },
      ],
    });
    expect(words).toBe('10户及以下2户；超过10户不低于50%');
  });
});

describe('moments', () => {
  it.each([
    ['2025-07-02T15:59:59.999Z', '2025年7月2日23时59分59秒'],
    ['2025-07-02T16:00:00.000Z', '2025年7月3日0时00分00秒'],
    ['2024-12-31T16:00:00.000Z', '2025年1月1日0时00分00秒'],
  ])('%s is %s in Beijing', (time, words) => expect(moment(time)).toBe(words));
});

describe('markup', () => {
  it('escapes values once and markup not again', () => {
    const inner = html`<b>${'<&>"\''}</b>`;
    expect(html`${[inner, inner]}${3}`.markup).toBe('<b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>3');
  });

  it('shows what cannot be printed as a box and leaves rare characters alone', () => {
    expect(printable('甲\u202E乙\u0000\uD800')).toBe('甲\uFFFD乙\uFFFD\uFFFD');
    expect(printable('𠮷野家（清漪）\n二行')).toBe('𠮷野家（清漪）\n二行');
  });
});
