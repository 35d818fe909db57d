/** 公众窗口: what an official document says of itself, plans and their changes, lists as they were published. */
import { describe, expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { publishMatter } from '../../bot/verbs/notice/publish-matter.ts';
import { changesBetween } from '../../bot/verbs/public/plans.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { framed } from '../../bot/web/frame.ts';
import { enterprisePage } from '../../bot/web/public/enterprise-page.ts';
import { chartSvg, figuresPage } from '../../bot/web/public/figures-page.ts';
import { policyPage } from '../../bot/web/public/policy-page.ts';
import { quietClasses } from '../../bot/web/public/quiet.ts';
import { fuan2018 } from '../../core/policy/fuan-2018.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { freshDesk, people, value } from '../desk.ts';
import { hands, planAsIs, plannedDesk } from '../drawn-desk.ts';
import { browserAt } from './site.ts';

const shown = (policy: Policy, today: string): string =>
  framed(policyPage(policy, today), { office: '办公室', actor: null });

describe('the page of the document that is carried out', () => {
  it.each<[string, Policy, readonly string[]]>([
    ['S0-01', sanming2025, ['明双随机〔2025〕1号', 'SM00206-3000-2025-00043', '2025年6月23日', '联席会议办公室']],
    ['S1-01', shishi2024, ['狮市监[2024]7号', '2024年4月25日']],
    ['S1-03', shishi2024, ['主动公开']],
    ['S2-01', fuan2018, ['福安市市场监督管理局', '福安市审改办', '2018年9月21日', '2018年9月25日']],
    ['S2-02', fuan2018, ['关于全面推行', '宁工商综']],
    ['S3-01', wannian2022, ['万府办字〔2022〕55号', '2022年8月10日']],
    ['S3-03', wannian2022, ['主动公开']],
    ['S4-01', ganzhou2023, ['甘州联办发〔2023〕01号']],
  ])('%s: shows by what it is known: title, number, issuers, day, state', (_, policy, parts) => {
    const page = shown(policy, policy.from);
    for (const part of [...parts, policy.head.title.value, ...policy.head.issuers.value]) expect(page).toContain(part);
    for (const { value: above } of policy.head.superiors) expect(page).toContain(above.title);
    expect(page).toContain('效力状态');
  });

  it('S3-41: 企业安静期 is there for everybody to see, month by month and class by class; where a document knows none, nothing is', () => {
    expect(quietClasses(wannian2022, '2023-07-03').map(({ label, now }) => [label, now])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    expect(shown(wannian2022, '2023-07-03')).toContain('1–5月、7–12月');
    expect(shown(wannian2022, '2023-07-03')).toContain('现处于安静期');
    expect(shown(wannian2022, '2023-06-15')).not.toContain('现处于安静期');
    for (const policy of [sanming2025, shishi2024, fuan2018, ganzhou2023])
      expect(shown(policy, policy.from)).not.toContain('企业安静期');
  });
});

describe('which draw counts', () => {
  it('S2-43: a draw made here is the draw of record where the document allows an own system; where it names a platform, that one is', () => {
    expect(shown(fuan2018, fuan2018.from)).toContain('在本系统进行的抽取即为正式抽取');
    expect(shown(shishi2024, shishi2024.from)).toContain('正式抽取在“');
  });
});

describe('what else is published', () => {
  it('S3-75, S3-76: every public page carries the telephone; what came of a complaint stands under its number', async () => {
    const desk = await freshDesk(Object.values(people), '2023-03-01T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, wannian2022.id));
    const browser = browserAt(desk);
    expect((await browser.get('/')).text).not.toContain('投诉举报电话');
    const telephone = {
      what: 'complaint-telephone',
      number: '',
      title: '0793-0000000',
      channel: '门户网站',
      where: 'https://example.invalid/tel',
      on: '2023-03-01',
      until: '',
    } as const;
    value(await publishMatter(desk, people.office, telephone));
    const result = {
      ...telephone,
      what: 'complaint-result',
      number: '17',
      title: '反映的过期食品已下架并立案',
      on: '2023-03-01',
    } as const;
    value(await publishMatter(desk, people.office, result));
    for (const path of [
      '/',
      '/policy',
      '/plans',
      '/lists',
      '/draws',
      '/outcomes',
      '/figures',
      '/published',
      '/verify',
      '/voice',
      '/voice/answer',
    ]) {
      const { status, text } = await browser.get(path);
      expect([path, status, text.includes('0793-0000000')]).toEqual([path, 200, true]);
    }
    const published = await browser.get('/published');
    expect(published.text).toMatch(/反映的过期食品已下架并立案.*17/s);
    desk.setNow('2023-02-28T01:00:00.000Z');
    expect((await browser.get('/')).text).not.toContain('0793-0000000');
  });

  it('S2-82: a subject’s page gives its entries on lists with basis, from, to and the way out', () => {
    const entry = {
      list: 'joint',
      basis: '某条例第十条',
      field: '政府采购',
      from: '2025-09-01',
      to: '2026-08-31',
    } as const;
    const followed = new Map([
      [
        '1/0/scjg/A',
        {
          state: 'under-way',
          entries: [entry, { list: 'abnormal', basis: '列异决定〔2025〕1号', from: '2025-09-02' }],
        } as const,
      ],
    ]);
    const firm = { kind: 'uscc', number: '91350000000000000X', name: '某店', drawn: [], outcomes: [] } as const;
    const page = enterprisePage(firm, followed, { policy: wannian2022, today: '2023-07-01' }).body.markup;
    for (const part of [
      '某条例第十条',
      '2025-09-01',
      '2026-08-31',
      '政府采购',
      '经营异常名录',
      '信用修复',
      '企业安静期',
    ])
      expect(page).toContain(part);
  });
});

describe('plans that were published', () => {
  it('S0-53, S3-57, S4-53: anybody reads a published plan; a draft is the same to him as a number that nobody gave', async () => {
    const desk = await plannedDesk();
    const { plan: draft } = await planAsIs(desk, () => ({}), { state: 'issued' });
    const browser = browserAt(desk);
    const plan = await browser.get(`/plans/${encodeURIComponent(desk.plan)}`);
    expect(plan.status).toBe(200);
    for (const { name } of desk.sample.plan.tasks) expect(plan.text).toContain(name);
    expect((await browser.get('/plans')).text).not.toContain(draft);
    const [guessed, nobody] = [draft, '无此文号'].map((no) => browser.get(`/plans/${encodeURIComponent(no)}`));
    expect([(await guessed)?.status, (await guessed)?.text]).toEqual([404, (await nobody)?.text]);
  });

  it('tell of each version what it changed', async () => {
    const desk = await plannedDesk();
    const [first, second, ...rest] = desk.sample.plan.tasks;
    if (first === undefined || second === undefined) throw new Error('a sample has tasks');
    const moved = {
      ...first,
      window: { from: '2025-09-01', to: '2025-09-30' },
      reasons: [{ finding: 'x', words: 'y' }],
    };
    const fresh = { ...second, no: 'T-9', name: '新任务' };
    expect(changesBetween([first, second, ...rest], [moved, ...rest, fresh])).toMatchObject([
      { kind: 'changed', no: first.no, parts: ['window'] },
      { kind: 'added', no: 'T-9' },
      { kind: 'dropped', no: second.no },
    ]);
    // A reason that the office keeps for itself is no change.
    expect(changesBetween([first], [{ ...first, reasons: moved.reasons }])).toEqual([]);
  });
});

describe('lists that were published', () => {
  it('S2-14, S2-28: are shown as they were published, with what each version changed; what a department changed since is not public, nor is a list that nobody published', async () => {
    const desk = await plannedDesk();
    const browser = browserAt(desk);
    const asked = {
      department: 'scjg',
      channel: '政府门户网站',
      where: 'https://example.invalid/list',
      on: '2025-06-26',
    };
    const before = await browser.get('/lists/items/scjg');
    expect([before.status, before.text]).toEqual([404, (await browser.get('/lists/items/nobody')).text]);
    for (const list of ['items', 'inspectors']) value(await publishList(desk, hands.liaison, { ...asked, list }));
    const sheet = toSheets(desk.sample).find(({ name }) => name === sheets.items.title.zh);
    if (sheet === undefined) throw new Error('a sample has items');
    const own = sheet.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('餐饮明码标价检查', '尚未公布的新名称') : cell)),
    );
    value(
      await importList(desk, hands.drafter, {
        bytes: await workbook([{ ...sheet, rows: own }], desk.sample.snapshot),
        file: 'x.xlsx',
      }),
    );
    const held = await kept(desk.db, await snapshot(desk.db), 'item');
    expect(held.map(({ name }) => name)).toContain('尚未公布的新名称');
    const items = await browser.get('/lists/items/scjg');
    expect([items.status, items.text.includes('餐饮明码标价检查'), items.text.includes('尚未公布的新名称')]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await browser.get('/lists/items/wj')).status).toBe(404);
    expect(items.text).not.toContain('公布的版本相比');
    // Published anew, it says which version stands and what it changed.
    value(await publishList(desk, hands.liaison, { ...asked, list: 'items', where: 'https://example.invalid/2' }));
    const anew = (await browser.get('/lists/items/scjg')).text;
    expect(anew).toMatch(/与 2025-06-26 公布的版本相比[\s\S]*修改[\s\S]*尚未公布的新名称/);
    expect([anew.includes('较早版本'), anew.includes('版本编号'), anew.includes('新增')]).toEqual([true, true, false]);
    // Names and certificates of officers, and never the number by which records of draws know them.
    const officers = await browser.get('/lists/inspectors/scjg');
    const there = desk.sample.inspectors.filter(({ department, left }) => department === 'scjg' && left === null);
    for (const { name, number, certificate } of there) {
      expect([name, officers.text.includes(name)]).toEqual([name, true]);
      if (number !== certificate?.number) expect(officers.text).not.toContain(`>${number}<`);
    }
  });
});

describe('figures', () => {
  it('stand in a table beside each picture, say what they count, and read 无数据 where nothing was entered', () => {
    const figures = {
      year: 2025,
      years: [2025],
      to: '2025-09-01',
      outcomes: [{ code: 'no-problem' as const, count: 3 }],
      figures: [
        { figure: 'published' as const, count: { n: 1, of: 3, rows: [] }, parts: [], goals: [], silent: [] },
        { figure: 'on-time' as const, count: 'no-data' as const, parts: [], goals: [], silent: [] },
      ],
    };
    const page = figuresPage(figures).body.markup;
    expect(page).toContain('33.3%');
    expect(page).toContain('1 / 3');
    expect(page).toContain('无数据');
    expect(page).not.toContain('100%');
    expect(page).toContain('应公示的检查结果');
    const svg = chartSvg('rates', figures, false) ?? '';
    expect(svg).toContain('抽查结果公示率');
    // A picture with a quotation mark too many is no picture.
    expect(svg).not.toMatch(/="[^"]*"[^\s/>?]/);
    expect(svg).not.toContain('<script');
  });
});
