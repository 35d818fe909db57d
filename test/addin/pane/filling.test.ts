/** 填报的前半程，在真的浏览器里走：登录、首页、校验各看到什么、按了以后怎样、断网怎样。 */
import { describe, expect, it } from 'vitest';
import { hasChromium, withoutChromium } from '../../web/chromium.ts';
import { fits, focused, pane, press, shown, sound, title } from './at-pane.ts';

describe.skipIf(!hasChromium)(`窗格：登录、首页、校验${withoutChromium}`, () => {
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
      await fits(page);
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
      await press(page, '查看：抽查事项清单');
      expect(await title(page)).toBe('校验 · 抽查事项清单');
    });

    it('断网时目录取不到，本工作簿的表照常可用', async () => {
      const page = await pane({ offline: true });
      await page.getByText('网络不通').waitFor();
      expect(await page.getByRole('button', { name: '校验：抽查事项清单' }).count()).toBe(1);
      await fits(page);
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
      const unknown = page.getByLabel('“联系人手机”对应的字段');
      expect(await unknown.locator('option').allInnerTexts()).toEqual(['— 未识别，原样保留，不提交', '抽查比例']);
      await unknown.selectOption('抽查比例');
      expect(await page.getByLabel('“序号”对应的字段').locator('option').count()).toBe(1);
      expect(await shown(page)).toContain('找不到认识的表头');
      await sound(page);
      await press(page, '确认对应：2026计划汇总');
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

    it('停在首页时改表，同样自动校验；关掉以后不再自动校验', async () => {
      const page = await pane({});
      await page.getByText('尚未校验').waitFor();
      await page.evaluate("window.desk.type(2, 5, '百分之很多')");
      await page.getByText('须修改').first().waitFor();
      await press(page, '校验：抽查事项清单');
      await page.getByRole('checkbox', { name: '改动后自动重新校验' }).uncheck();
      await press(page, '返回');
      await page.evaluate("window.desk.type(2, 5, '5%')");
      await page.waitForTimeout(1500);
      expect(await shown(page)).toContain('尚未校验');
    });

    it('表头改过名：问是不是这一列，确认后照常校验', async () => {
      const page = await pane({ renamed: true });
      await press(page, '校验：抽查事项清单');
      await page.getByText('“法条”这一列是不是“抽查依据”？').waitFor();
      await sound(page);
      await press(page, /^确认$/);
      await page.getByText('必填，不能为空').waitFor();
      expect(await page.getByText('缺少必需的列').count()).toBe(0);
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
      await fits(page);
      await press(page, '返回');
      expect(await title(page)).toBe('首页');
    });
  });
});
