/**
 * Every ratio, number and frequency cell of the real plan tables and item lists, with the meaning that a person gave it by
 * hand. A cell of the tables that is not in the list below fails the last test.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frequency, parseFrequency } from '../../core/plan/frequency.ts';
import type { Ratio, Share } from '../../core/plan/ratio.ts';
import { parseCount, parseRatio } from '../../core/plan/ratio-parse.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

const share = (bp: number, bound: 'exactly' | 'at-least' | 'at-most' = 'exactly', atLeast = 0): Share => ({
  kind: 'share',
  bp,
  bound,
  atLeast,
});
const count = (n: number, bound: 'exactly' | 'at-least' | 'at-most' = 'exactly'): Share => ({
  kind: 'count',
  n,
  bound,
});
const range = (from: Share, to: Share): Share => ({ kind: 'range', from, to });
type Rest = { drawsPerYear?: number; stated?: number; provisional?: boolean };
const whole = (of: Share, { drawsPerYear, stated, provisional }: Rest = {}): Ratio => ({
  kind: 'whole',
  share: of,
  stated: stated ?? null,
  drawsPerYear: drawsPerYear ?? null,
  provisional: provisional ?? false,
});
const tiered = (...tiers: readonly (readonly [string, Share, number?])[]): Ratio => ({
  kind: 'tiered',
  tiers: tiers.map(([label, of, stated]) => ({ label, share: of, stated: stated ?? null })),
  drawsPerYear: null,
  provisional: false,
});
const levels = (...each: readonly (readonly [string, Share])[]): Ratio => ({
  kind: 'levels',
  levels: each.map(([level, of]) => ({ level, share: of })),
  drawsPerYear: null,
  provisional: false,
});
const least = 'at-least';
const most = 'at-most';
const once = { drawsPerYear: 1 };
const notFinal = { provisional: true };

/** Cell → rule, or the kind of its refusal. Cells of several sentences stand here by their beginning, marked …. */
const cells: Record<string, Ratio | string> = {
  '': 'empty',
  '0.5%': whole(share(50)),
  '1%': whole(share(100)),
  '3%': whole(share(300)),
  '5%': whole(share(500)),
  '8%': whole(share(800)),
  '10%': whole(share(1000)),
  '20%': whole(share(2000)),
  '30%': whole(share(3000)),
  '33%': whole(share(3300)),
  '50%': whole(share(5000)),
  '100%': whole(share(10000)),
  '10-20%': whole(range(share(1000), share(2000))),
  '60-70家': whole(range(count(60), count(70))),
  '市级2% 区级10%': levels(['市级', share(200)], ['区级', share(1000)]),
  '市局抽查比例不少于30%': levels(['市局', share(3000, least)]),
  '市局抽查比例不少于20%': levels(['市局', share(2000, least)]),
  '抽查比例不少于2‰': whole(share(20, least)),
  '不低于0.5%': whole(share(50, least)),
  '不少于3%': whole(share(300, least)),
  '检查比例不少于1%': whole(share(100, least)),
  '不超过总数的2%': whole(share(200, most)),
  '不超过15%': whole(share(1500, most)),
  '不超过30%': whole(share(3000, most)),
  '不超过5%/年': whole(share(500, most)),
  '不超过10%/年': whole(share(1000, most)),
  '不超过30%/年': whole(share(3000, most)),
  // “Usually”, “as needed” and “in principle” leave the number open: kept, and marked as not final.
  '根据实际需要，不超过6%': whole(share(600, most), notFinal),
  '根据实际需要，一般不超过 10%/年': whole(share(1000, most), notFinal),
  '根据实际需要，一般不超过 10%/年。': whole(share(1000, most), notFinal),
  数量原则上不少于10家: whole(count(10, least), notFinal),
  '25%,不少于1次/年': whole(share(2500), once),
  '50%,不少于1次/年': whole(share(5000), once),
  '100%,不少于1次/年': whole(share(10000), once),
  '3%;2次/年': whole(share(300), { drawsPerYear: 2 }),
  '3%;1次/年': whole(share(300), once),
  '抽查比例为3%,本年度检查一次': whole(share(300), once),
  '抽查比例不低于5%;抽查1次': whole(share(500, least), once),
  '抽查比例不低于10%;抽查1次': whole(share(1000, least), once),
  '抽查比例不低于20%;抽查1次': whole(share(2000, least), once),
  '10%(20户)': whole(share(1000), { stated: 20 }),
  'A:3%;B:4%;C:5%;D:6%': tiered(['A', share(300)], ['B', share(400)], ['C', share(500)], ['D', share(600)]),
  '全市抽查基数约40065户…': whole(share(300, least), notFinal),
  '1户': whole(count(1)),
  '1家': whole(count(1)),
  '4户': whole(count(4)),
  '5户': whole(count(5)),
  '7户': whole(count(7)),
  '22户': whole(count(22)),
  '49户': whole(count(49)),
  '1200户': whole(count(1200)),
  '1户(实际以联合双随机牵头单位抽查数为准。)': whole(count(1), notFinal),
  '2户(实际以联合双随机牵头单位抽查数为准)': whole(count(2), notFinal),
  '3户(以实际工作抽查数为准。)': whole(count(3), notFinal),
  '18': 'no-unit',
  待定: 'undecided',
  一般: 'no-number',
  省级计划规定比例: 'decided-elsewhere',
  根据实际情况确定: 'decided-elsewhere',
  结合登记事项检查一并开展: 'decided-elsewhere',
  '根据《关于印发浙江省食品生产企业…': 'decided-elsewhere',
  '由省级监管部门根据风险情况…': 'decided-elsewhere',
  '由市级监管部门根据风险情况…': 'decided-elsewhere',
  '省级不超过2%，市、县质监部门…': 'decided-elsewhere',
  '不低于3%或按专项计划确定': 'alternatives',
  '市级医疗保障部门每年对市级及以下…': 'sum',
  '每年对三级定点医疗机构抽查比例之和≥50%…': 'sum',
  '根据企业信用风险分类结果,对低风险…': 'no-number',
  不涉及信用风险分类: 'no-number',
  // 一人多照 holds a number of another kind: the cell gives manners and no ratio either way.
  '根据通用型信用风险分类结果,对A、B…': 'mixture',
};

const draws = (atLeast: number | null, atMost: number | null): Frequency => ({
  of: 'draws',
  atLeast,
  atMost,
  years: 1,
});
const visitsUpTo = (atMost: number, years = 1): Frequency => ({ of: 'visits', atLeast: null, atMost, years });
const frequencies: Record<string, Frequency | string> = {
  '=1': draws(1, 1),
  '>=1': draws(1, null),
  '1次/年': draws(1, 1),
  '1—2次/年': draws(1, 2),
  每年1次: draws(1, 1),
  每年一次: draws(1, 1),
  每年2次: draws(2, 2),
  每年不少于1次: draws(1, null),
  每年不少于2次: draws(2, null),
  每年不超过2次: draws(null, 2),
  '一般不超过1次/年': draws(null, 1),
  '一般不超过2次/年': draws(null, 2),
  '根据实际需要，一般不超过2次/年': draws(null, 2),
  '根据实际工作需要，一般不超过2次/年': draws(null, 2),
  对同一单位每2年抽查不超过1次: visitsUpTo(1, 2),
  '对同一用能产品生产单位，每年度抽查不超过2次': visitsUpTo(2),
  '对同一用能产品销售单位，每年度抽查不超过2次': visitsUpTo(2),
  '对同一个定量包装商品生产、销售单位同一年度内不超过2次': visitsUpTo(2),
  '对一个单位强制检定计量器具使用单位的检查，同一年度内不超过2次': visitsUpTo(2),
  // A licence's term is another period than a year.
  '在许可有效期内对同一个单位的检查不超过2次。': 'decided-elsewhere',
  在许可有效期内同一单位不超过2次: 'decided-elsewhere',
  在备案有效期内同一机构不超过2次: 'decided-elsewhere',
  根据实际情况确定: 'decided-elsewhere',
  '按照分层次监管，根据风险高低，依法属地确定。': 'decided-elsewhere',
  '市级局每年组织1次；县级局每月组织1次': 'several',
  '每年1次20%；或者每年2次各10%': 'alternatives',
  '每年1次33%；或者每年分次达到33%': 'alternatives',
};

const listed = <T>(table: Record<string, T>, cell: string): T | undefined =>
  table[cell] ?? Object.entries(table).find(([key]) => key.endsWith('…') && cell.startsWith(key.slice(0, -1)))?.[1];

const meets = (
  result: { ok: true; value: unknown } | { ok: false; error: { kind: string } },
  meaning: unknown,
): void => {
  if (typeof meaning === 'string') expect(result.ok ? result.value : result.error.kind).toEqual(meaning);
  else expect(result).toEqual({ ok: true, value: meaning });
};

describe('the ratio cells of real plans', () => {
  it.each(Object.entries(cells).filter(([cell]) => !cell.endsWith('…')))(
    'reads “%s” as a person does',
    (cell, meaning) => meets(parseRatio(cell), meaning),
  );

  it.each(Object.entries(frequencies))('reads the frequency “%s” as a person does', (cell, meaning) =>
    meets(parseFrequency(cell), meaning),
  );

  it('counts households where a column of numbers holds a bare 18', () => meets(parseCount('18'), whole(count(18))));

  it.skipIf(!existsSync(data))('leaves out no cell of the real tables (../shared/data)', () => {
    const wanted = /比例|频次|数量|户数|对象数|目标数|基数|要求|信用风险/;
    const files = readdirSync(data).filter((name) => /^(plan|items)_.*\.csv$/.test(name));
    let seen = 0;
    for (const file of files) {
      const rows: string[][] = parse(readFileSync(resolve(data, file), 'utf8').replace(/^.*\n/, ''), {
        relax_column_count: true,
        bom: true,
      });
      const [headers = [], ...body] = rows;
      headers.forEach((header, column) => {
        if (!wanted.test(header) || header.includes('人员要求')) return;
        for (const row of body) {
          const cell = row[column] ?? '';
          const asFrequency = header === '抽查频次';
          const meaning = asFrequency ? listed(frequencies, cell) : listed(cells, cell);
          expect(meaning, `${file} ${header}: “${cell}”`).toBeDefined();
          meets(asFrequency ? parseFrequency(cell) : parseRatio(cell), meaning);
          seen += 1;
        }
      });
    }
    expect(files.length).toBe(16);
    expect(seen).toBeGreaterThan(250);
  });
});

describe('the forms that other offices write', () => {
  it.each<[string, Ratio | string]>([
    ['A3% B4% C5% D6%', tiered(['A', share(300)], ['B', share(400)], ['C', share(500)], ['D', share(600)])],
    ['A3%\nB4%\nC5%\nD6%', tiered(['A', share(300)], ['B', share(400)], ['C', share(500)], ['D', share(600)])],
    ['Ａ：３％；Ｂ：４％', tiered(['A', share(300)], ['B', share(400)])],
    ['按照B类40%(13户)、C类80%(7户)', tiered(['B', share(4000), 13], ['C', share(8000), 7])],
    ['按照B40%(13户)、C80%(7户)比例抽取', tiered(['B', share(4000), 13], ['C', share(8000), 7])],
    ['A、B类3%，C类5%', tiered(['A', share(300)], ['B', share(300)], ['C', share(500)])],
    ['A类企业不纳入抽查', tiered(['A', { kind: 'spared' }])],
    ['一般类5%；重点类15%', tiered(['一般', share(500)], ['重点', share(1500)])],
    ['低风险1%、较高风险5%', tiered(['低风险', share(100)], ['较高风险', share(500)])],
    [
      '10所及以下不少于2所；超过10所不低于50%',
      whole({
        kind: 'steps',
        steps: [
          { upTo: 10, share: count(2, least) },
          { upTo: null, share: share(5000, least) },
        ],
      }),
    ],
    ['≥20%', whole(share(2000, least))],
    ['不超过10%', whole(share(1000, most))],
    ['３％；２次／年', whole(share(300), { drawsPerYear: 2 })],
    ['百分之三点五', whole(share(350))],
    ['千分之五', whole(share(50))],
    ['三十户', whole(count(30))],
    ['全覆盖', whole(share(10000))],
    ['随机抽取5%', whole(share(500))],
    ['5%,不少于1户', whole(share(500, 'exactly', 1))],
    ['随机', 'no-number'],
    ['5', 'no-unit'],
    ['0.03', 'no-unit'],
    ['0.005%', 'too-fine'],
    ['0.05‰', 'too-fine'],
    ['0%', 'too-fine'],
    ['3.333%', 'too-fine'],
    ['101%', 'above-whole'],
    ['2.5户', 'not-whole-number'],
    ['20-10%', 'reversed-range'],
    ['A3%;A4%', 'twice'],
    ['3%/月', 'mixture'],
    ['3%、5%', 'mixture'],
    ['A3%,5%', 'mixture'],
    ['市级2% A3%', 'mixture'],
    ['3%,不超过2次/年', 'mixture'],
    ['A、B类3%(20户)', 'mixture'],
    ['10所及以下不少于2所；超过11所不低于50%', 'steps-gap'],
    ['10户以下2户，10户以上50%', 'steps-gap'],
    ['按老规矩3%', 'unreadable'],
    ['3%左右的样子', 'unreadable'],
  ])('“%s” is read or refused, never guessed', (cell, meaning) => meets(parseRatio(cell), meaning));

  it('names the words that it could not read', () =>
    expect(parseRatio('学校3%')).toEqual({
      ok: false,
      error: { kind: 'unreadable', text: '学校3%', words: '学校' },
    }));

  it('reads every whole basis point exactly, however it is written', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10000 }), (bp) => {
        const percent = `${Math.floor(bp / 100)}.${String(bp % 100).padStart(2, '0')}`;
        meets(parseRatio(`${percent}%`), whole(share(bp)));
        meets(parseRatio(`万分之${bp}`), whole(share(bp)));
      }),
    ));

  it('never throws, whatever a cell holds', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...'A3%‰5.0-至户次年/(),;、不低于超过及以下或待定一二十百分之企业抽查全覆盖基数约为准以=>'.split(''),
          ),
          { maxLength: 14 },
        ),
        (signs) => {
          parseRatio(signs.join(''));
          parseCount(signs.join(''));
          parseFrequency(signs.join(''));
        },
      ),
      { numRuns: 3000 },
    ));
});
