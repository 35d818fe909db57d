/** 公文格式: measures, marks and numerals of GB/T 9704—2012 as they stand in the file; how it looks is a trial (papers.trial.ts). */
import { beforeAll, describe, expect, it } from 'vitest';
import { asJson } from '../../bot/as-json.ts';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import { balanced, body, charsIn, em, linePitch, margin, page } from '../../bot/paper/official/measure.ts';
import { heading, type OfficialPaper, paperOf, text } from '../../bot/paper/official/official-paper.ts';
import { paperKinds } from '../../bot/paper/official/papers.ts';
import { canonical } from '../../core/canonical.ts';
import { chineseNumeral } from '../../core/chinese-numeral.ts';
import { isSeries, nextNumber, numberText, readNumber } from '../../core/paper/series.ts';
import { all, isWellFormed, lines, linesOf, type Node, on, partOf, textIn, treeOf } from './docx-parts.ts';
import { bureauImprint, jointImprint, longName, office, officeImprint, planPaper, sample } from './official-sample.ts';

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
