/** 窗格的各个界面，在真的浏览器里走：看到什么、按了以后怎样、断网怎样、读屏和键盘怎样。 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasChromium, launched, withoutChromium } from '../../web/chromium.ts';
import type { Scenario } from './scripted.ts';
import { paneSite } from './site.ts';

const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
let site: Awaited<ReturnType<typeof paneSite>>;
let browser: Awaited<ReturnType<typeof launched>>;
/** One for all, so that the pane's programs are read once. */
let context: BrowserContext;

interface Around {
  readonly width?: number;
  /** Added to the address. */
  readonly asked?: string;
}

async function pane(scenario: Scenario, { width = 320, asked = '' }: Around = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 800 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  onTestFinished(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });
  await page.goto(`${site.url}?scenario=${encodeURIComponent(JSON.stringify(scenario))}${asked}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.innerText || document.activeElement.name');
const shown = (page: Page): Promise<string> => page.locator('main').innerText();

/** What a screen reader, a narrow pane and a dark one would meet: nothing serious by axe's rules, and no scrolling to the side. */
async function sound(page: Page): Promise<void> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(seriously)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}
const seriously = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`;

async function previewed(page: Page): Promise<void> {
  await press(page, '提交：抽查事项清单');
  await page.getByRole('button', { name: /^提交 \d+ 行$/ }).waitFor();
}

describe.skipIf(!hasChromium)(`窗格${withoutChromium}`, () => {
  beforeAll(async () => {
    [site, browser] = [await paneSite(), await launched()];
    context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    site.close();
  });

  describe('登录', () => {
    it('空的、写错的、用过的填报码各有各的说法，焦点留在输入框', async () => {
      const page = await pane({ signedIn: false });
      await press(page, /^登录$/);
      await page.getByText('请填写填报码。').waitFor();
      await page.getByRole('textbox').fill('ABCD-EFGH');
      await page.keyboard.press('Enter');
      await page.getByText('填报码应为 16 个字母或数字').waitFor();
      await page.getByRole('textbox').fill('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
      await page.keyboard.press('Enter');
      await page.getByText('已经用过、已经过期').waitFor();
      await sound(page);
      expect(await focused(page)).toBe('code');
    });

    it('整段粘贴的填报码，全角小写也认；登录后回到首页，焦点在标题', async () => {
      const page = await pane({ signedIn: false });
      await page.getByRole('textbox').fill(' ａｂｃｄ－efgh jkmn—pqrs ');
      await page.keyboard.press('Enter');
      await page.getByText('林小满 · 市场监督管理局').waitFor();
      expect([await title(page), await focused(page)]).toEqual(['首页', '首页']);
    });

    it('断网登录说网络不通；不登录也能看本工作簿、校验', async () => {
      const page = await pane({ signedIn: false, offline: true });
      await page.getByRole('textbox').fill('ABCDEFGHJKMNPQRS');
      await page.keyboard.press('Enter');
      await page.getByText('网络不通').waitFor();
      await press(page, '暂不登录，先看本工作簿');
      await page.getByText('尚未登录').waitFor();
      await press(page, '校验：抽查事项清单');
      await page.getByText('必填，不能为空').waitFor();
    });
  });

  describe('首页', () => {
    it('可打开的表分组列出，只读的说明原因，已在本工作簿的可以直接转到', async () => {
      const page = await pane({ practice: true });
      await page.getByText('演练环境').waitFor();
      const text = await shown(page);
      for (const words of [
        '征询反馈与计划',
        '名录与清单',
        '待检名单',
        '检查结果',
        '只读：计划已印发',
        '还有 4 个工作日',
      ])
        expect(text).toContain(words);
      await sound(page);
      await press(page, '转到：抽查事项清单');
      expect(await title(page)).toBe('校验 · 抽查事项清单');
    });

    it('断网时目录取不到，本工作簿的表照常可用', async () => {
      const page = await pane({ offline: true });
      await page.getByText('网络不通').waitFor();
      expect(await page.getByRole('button', { name: '校验：抽查事项清单' }).count()).toBe(1);
      await sound(page);
    });

    it('什么都没有时说清楚下一步', async () => {
      const page = await pane({ empty: true });
      await page.getByText('目前没有需要您填报或可以查看的表。').waitFor();
      expect(await shown(page)).toContain('请从下面打开一张，或识别已有表格');
      await press(page, '识别已有表格');
      await page.getByText('本工作簿里没有其他表格。').waitFor();
    });

    it('上次没有收到回执的，可以继续提交', async () => {
      const page = await pane({ unfinished: 12 });
      await page.getByText('上次有 12 行已提交，还没有收到回执。').waitFor();
      await press(page, '继续提交');
      await page.getByText('提交完成', { exact: true }).waitFor();
      await press(page, '回首页');
      await page.getByText('本工作簿的表').waitFor();
      expect(await page.getByText('还没有收到回执').count()).toBe(0);
    });

    it('识别已有表格：逐列说明对应到哪个字段，认不出的列点名、原样保留', async () => {
      const page = await pane({});
      await press(page, '识别已有表格');
      await page.getByRole('row', { name: '检查事项 抽查事项名称' }).waitFor();
      expect(await page.getByRole('row', { name: /联系人手机 — 未识别/ }).count()).toBe(1);
      expect(await shown(page)).toContain('找不到认识的表头');
      await sound(page);
      await press(page, '按此对应：2026计划汇总');
      await page.getByRole('heading', { name: '校验 · 抽查事项清单' }).waitFor();
    });
  });

  describe('校验', () => {
    it('逐行列出，写明单元格和改法；点单元格就转过去；可以只看须修改的', async () => {
      const page = await pane({});
      await press(page, '校验：抽查事项清单');
      await page.getByRole('button', { name: '转到单元格 C5 抽查依据' }).click();
      expect(await page.evaluate('window.desk.shown')).toEqual(['4 抽查依据']);
      const all = await shown(page);
      for (const words of ['第 5 行 SC-03', '必填，不能为空', '现填：某某管理局', '！ 请核对'])
        expect(all).toContain(words);
      await sound(page);
      await page.getByRole('checkbox', { name: '只看须修改的' }).check();
      expect(await page.locator('main article').allInnerTexts()).not.toContain(expect.stringContaining('请核对'));
      await page.getByText('校验完成：3 行可提交，2 行须修改').waitFor({ state: 'attached' });
    });

    it('表格里一改，过一会儿自动重新校验，焦点不动', async () => {
      const page = await pane({});
      await press(page, '校验：抽查事项清单');
      await page.getByRole('button', { name: /转到单元格 D7/ }).focus();
      await page.evaluate("window.desk.type(4, 2, '《企业信息公示暂行条例》第十四条')");
      await page.getByText('校验完成：4 行可提交，1 行须修改').waitFor({ state: 'attached' });
      expect(await focused(page)).toBe('D7');
    });

    it('两万行：只先列二百行，页面不卡', async () => {
      const page = await pane({ rows: 20_000 });
      await press(page, '校验：抽查事项清单');
      await page.getByText('显示前 200 行，共').waitFor();
      expect(await page.locator('main article').count()).toBe(200);
      const begun = Date.now();
      await press(page, '再显示 200 行');
      await page.locator('main article').nth(399).waitFor();
      expect(Date.now() - begun).toBeLessThan(3000);
    }, 60_000);

    it('意外错误说得出来，可以重试，窗格照常', async () => {
      const page = await pane({ broken: true });
      await press(page, '校验：抽查事项清单');
      await page.getByText('未能完成，表格内容不受影响').waitFor();
      await sound(page);
      await press(page, '返回');
      expect(await title(page)).toBe('首页');
    });
  });

  describe('提交', () => {
    it('预览逐格列出原值和新值；默认不撤回；提交后说明结果、合并和回执', async () => {
      const page = await pane({});
      await previewed(page);
      const text = await shown(page);
      for (const words of ['原为 5% 改为 8%', '新增 · 第 6 行', '✗ 不能提交 · 第 5 行', '2 行须修改后才能提交'])
        expect(text).toContain(words);
      expect(await page.getByRole('checkbox', { name: '撤回 SC-04 价格行为检查' }).isChecked()).toBe(false);
      await sound(page);
      await page.getByRole('checkbox', { name: /^撤回/ }).check();
      await press(page, /^提交 3 行$/);
      await page.getByText('群内已更新进度').waitFor();
      expect(await shown(page)).toMatch(/撤回[\s\S]*与他人的改动合并[\s\S]*联席办 填/);
      await sound(page);
    });

    it('提交时可以离开，完成后提示，可以回来看', async () => {
      const page = await pane({ stepMs: 150 });
      await previewed(page);
      await press(page, /^提交 2 行$/);
      await page.getByText('可以离开此页').waitFor();
      await press(page, /^首页$/);
      await page.getByText('正在提交 抽查事项清单').first().waitFor();
      await page.getByText('“抽查事项清单”提交完成。').last().waitFor();
      await page.locator('main').getByRole('button', { name: '查看' }).click();
      await page.getByText('群内已更新进度').waitFor();
    });

    it('发出后断网：说明不会丢、不会重复，继续提交即可', async () => {
      const page = await pane({ cut: true });
      await previewed(page);
      await press(page, /^提交 2 行$/);
      await page.getByText('已发出的不会丢失，也不会重复登记').waitFor();
      await sound(page);
      await press(page, '继续提交');
      await page.getByText('提交完成', { exact: true }).waitFor();
    });

    it('预览之后表格又改了，要求重新比对', async () => {
      const page = await pane({});
      await previewed(page);
      await page.evaluate("window.desk.type(2, 5, '9%')");
      await page.getByText('表格在比对之后又有改动').waitFor();
      await press(page, '重新比对');
      await page.getByText('原为 5% 改为 9%').waitFor();
    });
  });

  it('冲突：逐项选择，未选完不能确定；一次全选；处理完焦点不丢', async () => {
    const page = await pane({ conflicts: true });
    await press(page, '冲突：抽查事项清单');
    const first = page.getByRole('article', { name: 'SC-01 食品经营监督检查' });
    await first.getByText('联席办 王立 于 2026-11-28 16:20 修改').waitFor();
    await first.getByRole('radio', { name: '本表的值：8%' }).check();
    await first.getByText('还有 1 项未选择').waitFor();
    await sound(page);
    await first.getByRole('button', { name: '全部用对方的' }).click();
    await first.getByRole('button', { name: /^确定/ }).click();
    await page.getByText('SC-01 食品经营监督检查 已处理。').first().waitFor();
    await first.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
    await page.getByRole('radio', { name: '系统中的值：15%' }).check();
    await press(page, /^确定：SC-02/);
    await page.getByText('没有待处理的冲突。').waitFor();
  });

  it('刷新：说清更新了几行、保留了几格', async () => {
    const page = await pane({});
    await press(page, '刷新：抽查事项清单');
    await press(page, '开始刷新');
    await page.getByText('刷新完成。').first().waitFor();
    await sound(page);
    expect(await shown(page)).toMatch(/您改过、保持不动的格\s*3|3\s*您改过、保持不动的格/);
  });

  describe('核验抽取', () => {
    it('逐步重算，全部相符；对照公布的摘要；查得到一户的号签', async () => {
      const page = await pane({}, { asked: '&record=v1-plain' });
      const record = JSON.parse(readFileSync(new URL('../../draw/golden/v1-plain.json', import.meta.url), 'utf8'));
      await press(page, '核验抽取');
      await page.getByText('暂不能核验：检查期限未过').waitFor();
      await press(page, '核验 第 3 次联合抽取');
      await page.getByText('核验通过').first().waitFor();
      expect(await page.locator('main ol li').allInnerTexts()).toEqual(
        Array.from({ length: 15 }, () => expect.stringContaining('✓ 相符')),
      );
      await page.getByLabel('公布的摘要（选填）').fill(record.digest);
      await page.getByText('与公布的一致').waitFor();
      await page.getByLabel('公布的摘要（选填）').fill('0'.repeat(64));
      await page.getByText('这不是公布的那一份记录').waitFor();
      await sound(page);
      const [kind, number] = String(record.roster[0]).split('\n')[0]?.split('\t') ?? [];
      await page.getByLabel('统一社会信用代码或地址中的字').fill(number ?? kind ?? '');
      await press(page, '查询');
      await page.getByText(/名单第 \d+ 行，号签 \d+/).waitFor();
      await page.getByLabel('统一社会信用代码或地址中的字').fill('查无此处');
      await press(page, '查询');
      await page.getByText('查无此处 不在待抽名单上。').waitFor();
      await sound(page);
    });

    it('还没有公布的抽取时说明', async () => {
      const page = await pane({});
      await press(page, '核验抽取');
      await page.getByText('还没有已公布的抽取。').waitFor();
    });

    it('功能区按钮直接打开核验；没有登录的先登录再回来', async () => {
      const page = await pane({ signedIn: false }, { asked: '&record=v1-plain#verify' });
      await page.getByRole('textbox').fill('ABCDEFGHJKMNPQRS');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '核验 第 3 次联合抽取' }).waitFor();
    });
  });

  it('统计：说明做了哪些图、口径是什么', async () => {
    const page = await pane({});
    await press(page, '统计');
    await press(page, '生成统计表');
    await page.getByText('已反馈单位数 ÷ 应反馈单位数').waitFor();
    await sound(page);
  });

  it('帮助：文件在本机算摘要，得到能粘贴的一行；退出登录', async () => {
    const page = await pane({});
    await press(page, '帮助');
    await press(page, '选择文件');
    await page.getByText('请先填写存放位置。').waitFor();
    await sound(page);
    await page.getByLabel(/存放位置/).fill('本局档案室；2026-03 卷');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '现场照片 1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('abc') });
    await page
      .getByText(
        '现场照片 1.jpg；本局档案室 2026-03 卷；ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      )
      .waitFor();
    await press(page, '退出登录');
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('不用鼠标：Tab 到校验、到单元格，回车转过去，再回到首页', async () => {
    const page = await pane({});
    await page.getByRole('button', { name: '校验：抽查事项清单' }).waitFor();
    const tabTo = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs++) {
        await page.keyboard.press('Tab');
        if ((await focused(page)) === name) return;
      }
      throw new Error(`no way to ${name}`);
    };
    await tabTo('校验');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /转到单元格 D7/ }).waitFor();
    expect(await focused(page)).toBe('校验 · 抽查事项清单');
    await tabTo('D7');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('window.desk.shown')).toEqual(['6 抽查主体']);
    await page.evaluate('document.body.focus()');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).not.toBe('');
  });

  it('切换成英文，回来还是中文，停在原处', async () => {
    const page = await pane({});
    await press(page, '校验：抽查事项清单');
    await page.getByText('必填，不能为空').waitFor();
    await press(page, '切换为英文');
    await page.getByText('must not be blank').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en-US');
    await press(page, 'Switch to Chinese');
    await page.getByText('必填，不能为空').waitFor();
  });

  describe('工作簿文件', () => {
    it('选文件、改动、下载、换一个：没有下载的改动先问过', async () => {
      const page = await pane({}, { asked: '&file' });
      await page.getByText('把 .xlsx 工作簿拖到这里').waitFor();
      const input = page.locator('input[type=file]');
      await input.setInputFiles({ name: '坏.xlsx', mimeType: 'application/zip', buffer: Buffer.from('x') });
      await page.getByText('“坏.xlsx”打不开').waitFor();
      await input.setInputFiles({
        name: '上报.xlsx',
        mimeType: 'application/zip',
        buffer: Buffer.from('PK\u0003\u0004'),
      });
      await page.getByText('没有未下载的改动').waitFor();
      await page.evaluate('window.desk.write()');
      await page.getByText('有改动还没有下载').waitFor();
      await sound(page);
      await input.setInputFiles({
        name: '别的.xlsx',
        mimeType: 'application/zip',
        buffer: Buffer.from('PK\u0003\u0004'),
      });
      await page.getByText('换一个会丢掉这些改动').waitFor();
      await press(page, '先不换');
      const downloading = page.waitForEvent('download');
      await press(page, '下载工作簿');
      expect((await downloading).suggestedFilename()).toBe('上报.xlsx');
      await input.setInputFiles({
        name: '别的.xlsx',
        mimeType: 'application/zip',
        buffer: Buffer.from('PK\u0003\u0004'),
      });
      await page.getByRole('heading', { name: '别的.xlsx' }).waitFor();
    });

    it.each([320, 1200])('宽 %i 像素：不必左右滑动', async (width) => {
      const page = await pane({}, { asked: '&file', width });
      await press(page, '新建工作簿');
      await press(page, '校验：抽查事项清单');
      await page.getByText('必填，不能为空').waitFor();
      await sound(page);
    });
  });
});
