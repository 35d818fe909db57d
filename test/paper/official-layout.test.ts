/** 公文格式: measures, marks and numerals of GB/T 9704—2012 as they stand in the file; how it looks is a trial (papers.trial.ts). */
import { beforeAll, describe, expect, it } from 'vitest';
import { asJson } from '../../bot/as-json.ts';
import { columnWidths } from '../../bot/paper/official/column-widths.ts';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import { listingReminder, penaltyAndRepair } from '../../bot/paper/official/follow-up.ts';
import { balanced, body, charsIn, em, linePitch, margin, page } from '../../bot/paper/official/measure.ts';
import { heading, type OfficialPaper, paperOf, text } from '../../bot/paper/official/official-paper.ts';
import { paperKinds } from '../../bot/paper/official/papers.ts';
import { crimeReferral } from '../../bot/paper/official/transfer.ts';
import { canonical } from '../../core/canonical.ts';
import { chineseNumeral } from '../../core/chinese-numeral.ts';
import { isSeries, nextNumber, numberText, readNumber } from '../../core/paper/series.ts';
import { all, isWellFormed, lines, linesOf, type Node, on, partOf, textIn, treeOf } from './docx-parts.ts';
import {
  bureauImprint,
  found,
  jointImprint,
  longName,
  office,
  officeImprint,
  planPaper,
  sample,
} from './official-sample.ts';

describe('numerals and numbers', () => {
  it.each([
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [2025, '二千零二十五'],
  ])('%d is read %s', (n, said) => expect(chineseNumeral(n)).toBe(said));

  it('a number is written with six-cornered brackets and without a leading nought, and read in the shapes of real documents', () => {
    expect(numberText({ series: '明双随机', year: 2025, n: 2 })).toBe('明双随机〔2025〕2号');
    expect(readNumber('狮市监[2024]7号')).toEqual({ series: '狮市监', year: 2024, n: 7 });
    expect(readNumber('甘州联办发〔2023〕01号')).toEqual({ series: '甘州联办发', year: 2023, n: 1 });
    for (const wrong of ['', '明双随机2025年第2号', '〔2025〕2号', 'P-2025']) expect(readNumber(wrong)).toBeNull();
  });

  it('a number follows the last of its series in its year, whichever paper that went to', () => {
    const used = [
      { series: '松市监', year: 2025, n: 4 },
      { series: '松市监', year: 2024, n: 90 },
      { series: '松双随机', year: 2025, n: 11 },
    ];
    expect(nextNumber('松市监', 2025, used).n).toBe(5);
    expect(nextNumber('松农', 2025, used).n).toBe(1);
  });

  it('a series is a short name without brackets, digits or spaces', () => {
    expect(['松市监', '甘州联办发'].every(isSeries)).toBe(true);
    expect(['', '松', '松市监〔2025〕', '松 市监', '松市监2'].some(isSeries)).toBe(false);
  });
});

describe('measures', () => {
  it('the text is 156 mm by 225 mm, with 22 lines of 28 characters', () => {
    expect(Math.abs(body.width - (156 * 1440) / 25.4)).toBeLessThan(3);
    expect(Math.abs(body.height - (225 * 1440) / 25.4)).toBeLessThan(3);
    expect(28 * em).toBeLessThanOrEqual(body.width);
    expect(22 * linePitch).toBeLessThanOrEqual(body.height);
    expect(23 * linePitch).toBeGreaterThan(body.height);
  });

  it('a title breaks into lines of about one length, at a pause and never inside quotation marks or a number where it can', () => {
    const title = `${office}关于印发2025年部门联合抽查检查工作计划的通知`;
    const broken = balanced(title, 20);
    expect(broken.join('')).toBe(title);
    expect(broken.every((each) => charsIn(each) <= 20)).toBe(true);
    expect(broken.filter((each) => each.includes('“')).every((each) => each.includes('”'))).toBe(true);
    expect(broken.some((each) => /\d$/.test(each))).toBe(false);
    expect(balanced(longName, 20).join('')).toBe(longName);
  });
});

it.each(paperKinds)('%s: has a digest, since its measures are whole numbers', (kind) => {
  expect(canonical(asJson(sample[kind])).length).toBeGreaterThan(100);
});

describe('the file', () => {
  const files = new Map<string, Uint8Array>();
  beforeAll(async () => {
    for (const kind of paperKinds) files.set(kind, await officialDocx(sample[kind]));
    files.set('joint', await officialDocx(planPaper(3, jointImprint)));
  });
  const file = (kind: string): Uint8Array => files.get(kind) ?? new Uint8Array();
  const trees = new Map<string, Node>();
  const tree = (kind: string): Node => {
    const held = trees.get(kind) ?? treeOf(file(kind));
    trees.set(kind, held);
    return held;
  };

  it.each(paperKinds)('%s is well-formed, on A4, with its title and number', (kind) => {
    const xml = partOf(file(kind), 'word/document.xml');
    expect(isWellFormed(xml)).toBe(true);
    const paper: OfficialPaper = sample[kind];
    const sizes = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) =>
      ['w', 'h'].map((side) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(size)?.[1])).toSorted((x, y) => x - y),
    );
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size).toEqual([page.width, page.height]);
    const said = textIn(xml);
    expect(said).toContain(paper.title);
    if (paper.number !== null) expect(said).toContain(paper.number);
    expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    // 国办发〔2024〕54号: nothing is ranked.
    expect(said).not.toMatch(/(?<!不)排名(?!。)|第一名|罚款总额/);
  });

  it('a document has the margins of the standard, and page numbers to the outer side of odd and even pages', () => {
    const doc = tree('plan');
    const [first] = all(doc, 'w:pgMar');
    expect(first?.attributes).toMatchObject({
      'w:top': String(margin.top),
      'w:left': String(margin.left),
      'w:right': String(margin.right),
      'w:bottom': String(margin.bottom),
    });
    expect(partOf(file('plan'), 'word/settings.xml')).toContain('w:evenAndOddHeaders');
    const numbers = all(doc, 'w:footerReference').map(({ attributes }) => attributes['w:type']);
    expect(numbers).toEqual(expect.arrayContaining(['default', 'even']));
  });

  it('names a face of the standard for each part, and what stands in for one that a machine lacks', () => {
    const table = partOf(file('plan'), 'word/fontTable.xml');
    for (const [face, instead] of [
      ['仿宋_GB2312', '仿宋'],
      ['方正小标宋简体', '华文中宋'],
      ['楷体_GB2312', '楷体'],
    ])
      expect(table).toContain(`w:name="${face}"><w:altName w:val="${instead}"/>`);
  });

  it('the table of a plan lies across, and its head is repeated on every page', () => {
    const doc = tree('plan');
    expect(all(doc, 'w:pgSz').map(({ attributes }) => attributes['w:orient'])).toContain('landscape');
    const table = all(doc, 'w:tbl').at(-1);
    expect(table && on(table, 'w:tblHeader')).toHaveLength(1);
    expect(table && all(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
    expect(table && all(table, 'w:tr')).toHaveLength(25);
  });

  it('the office signs with the seal that stands for its own, under its name and over the date in figures', () => {
    const said = linesOf(tree('plan'));
    const at = said.indexOf('（松岭市市场监督管理局代章）');
    expect(at).toBeGreaterThan(0);
    expect(said[at + 1]).toBe('2025年6月23日');
    expect(said).toContain('（联系人：陈立文，联系电话：0590-0000000）');
  });

  it('two issuers stand one below the other in the head and beside each other in the signature', () => {
    const doc = tree('joint');
    const [head, ...rest] = all(doc, 'w:tbl');
    expect(head?.text).toBe('松岭市市场监督管理局松岭市农业农村局文件');
    const signed = rest.find(({ text: said }) => said.endsWith('2025年6月23日'));
    expect(signed?.text).toBe('松岭市市场监督管理局松岭市农业农村局2025年6月23日');
  });

  it('a letter has its double rules and no number on the first page', () => {
    expect(on(tree('visit-notice'), 'w:titlePg')).toHaveLength(1);
    const header = ['word/header1.xml'].map((name) => partOf(file('visit-notice'), name)).join('');
    expect(header).toContain('松岭市市场监督管理局');
    expect(header).toContain('thickThinSmallGap');
  });

  it('levels are counted 一、（一）1.（1） and a higher one begins the lower anew', async () => {
    const paper = paperOf(bureauImprint, {
      format: 'document',
      title: '关于层次序数的通知',
      blocks: [
        heading('甲'),
        heading('乙', 2),
        heading('丙', 3),
        heading('丁', 4),
        heading('戊', 2),
        heading('己', 3),
        heading('庚'),
        heading('辛', 2),
        text('正文。'),
      ],
    });
    const said = lines(await officialDocx(paper));
    for (const each of ['一、甲', '（一）乙', '1.丙', '（1）丁', '（二）戊', '1.己', '二、庚', '（一）辛'])
      expect(said).toContain(each);
  });

  it('a draft leaves its number open, and a copy says that it is one', async () => {
    const draft = lines(await officialDocx(planPaper(1, { ...officeImprint, number: null })));
    expect(draft).toContain('松双随机〔2025〕　　号');
    const copy = lines(await officialDocx(planPaper(1, { ...officeImprint, mark: '副本' })));
    expect(copy).toContain('松双随机〔2025〕2号（副本）');
  });

  it('a sentence has one full stop, whether or not what was typed into it ends with one', async () => {
    const ended = { ...found, finding: '超出许可范围经营。', item: '食品经营许可情况' };
    const day = '2025-07-28';
    const papers = [
      listingReminder({ found: ended, until: '2025-08-20', way: '邮寄。', words: '请尽快办理。' }, bureauImprint),
      penaltyAndRepair(
        {
          found: ended,
          decision: { number: '松市监罚〔2025〕31号', on: day, words: '警告。' },
          repairFrom: null,
          served: { on: day, receipt: '送达回证第12号。' },
        },
        bureauImprint,
      ),
      crimeReferral({ found: ended, to: '松岭市公安局', on: day, words: '涉嫌犯罪。', evidence: [] }, bureauImprint),
    ];
    for (const paper of papers) expect(lines(await officialDocx(paper)).join('\n')).not.toMatch(/。[。；，]/);
  });

  it('what stands under the date is never left on a page of its own, nor is the name of a table', () => {
    const kept = (each: Node | undefined) => each !== undefined && on(each, 'w:keepNext').length === 1;
    for (const kind of ['visit-notice', 'plan'] as const) {
      const own = all(tree(kind), 'w:p');
      const last = own.findIndex(({ text: said }) => said.startsWith('（此件'));
      expect(own.slice(last - 3, last).every(kept)).toBe(true);
    }
    const bulletin = all(tree('bulletin'), 'w:p');
    const at = bulletin.findIndex(({ text: said }) => said === '逾期事项');
    expect(bulletin.slice(at, at + 3).map(kept)).toEqual([true, true, true]);
  });

  it('a box stands in one line with its words', () => {
    const choices = linesOf(tree('record-sheet')).filter((each) => /^[☐☑]/u.test(each));
    expect(choices.length).toBeGreaterThan(20);
    // Long ones that stand alone may go on in a second line.
    for (const each of choices.filter((line) => line.includes('　☐'))) expect(charsIn(each)).toBeLessThanOrEqual(28);
  });

  it('a column of figures is wide enough for the longest of them, however many columns stand beside it', () => {
    const head = ['单位', ...Array.from({ length: 11 }, () => '抽查任务按时完成率')];
    const row = ['松岭市城市管理局', ...Array.from({ length: 11 }, () => '66.7%\n16÷24'), '2025-06-30'];
    const widths = columnWidths([...head, '期限'], [row], 60);
    const sum = widths.reduce((all_, each) => all_ + each, 0);
    const chars = widths.map((each) => (each * 60) / sum);
    // Of the longest figure and of a date, in a face that is wider than the standard's, with the edges of the cell.
    expect(Math.min(...chars)).toBeGreaterThan(2.5 * 1.3 + 0.7);
    expect(chars.at(-1)).toBeGreaterThan(5 * 1.3 + 0.7);
  });

  it('one joint form has a part for each department, every choice shown where nothing is entered', () => {
    const said = textIn(partOf(file('record-sheet'), 'word/document.xml'));
    expect(said).toContain('第1部分　松岭市市场监督管理局');
    expect(said).toContain('第2部分　松岭市卫生健康委员会');
    expect(said).toContain('☑发现问题待后续处理');
    for (const choice of ['☐未发现问题', '☐注销', '☐迁出', '☐网络监测']) expect(said).toContain(choice);
    for (const field of ['检查人员签名', '组长审核意见', '结果公示审批意见', '被检查单位意见', '法定代表人'])
      expect(said).toContain(field);
  });

  it('the reason of a recusal is not printed', () => {
    expect(textIn(partOf(file('recusal-decision'), 'word/document.xml'))).toContain('决定准予周雅回避');
  });
});
