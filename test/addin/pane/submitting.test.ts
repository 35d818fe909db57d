/** 填报的后半程，在真的浏览器里走：预览、提交、冲突、刷新，断在半路怎样。 */
import { describe, expect, it } from 'vitest';
import { hasChromium, withoutChromium } from '../../web/chromium.ts';
import { fits, pane, press, previewed, shown, sound } from './at-pane.ts';

describe.skipIf(!hasChromium)(`窗格：提交、冲突、刷新${withoutChromium}`, () => {
  describe('提交', () => {
    it('预览逐格列出原值和新值；默认不撤回；提交后说明结果、合并和回执', async () => {
      const page = await pane({});
      await previewed(page);
      const text = await shown(page);
      for (const words of ['原为 5% 改为 8%', '新增 · 第 6 行', '✗ 须修改 · 第 5 行', '2 行须修改后才能提交'])
        expect(text).toContain(words);
      expect(await page.getByRole('checkbox', { name: '撤回 SC-04 价格行为检查' }).isChecked()).toBe(false);
      await sound(page);
      await page.getByRole('checkbox', { name: /^撤回/ }).check();
      await press(page, /^提交 3 行$/);
      await page.getByText('群内已更新进度').waitFor();
      expect(await shown(page)).toMatch(/部分完成[\s\S]*还有 2 行须修改，尚未提交/);
      expect(await shown(page)).toMatch(/撤回[\s\S]*与他人的改动合并[\s\S]*联席办 填/);
      await fits(page);
    });

    it('提交时可以离开，完成后提示，可以回来看', async () => {
      const page = await pane({ stepMs: 150 });
      await previewed(page);
      await press(page, /^提交 2 行$/);
      await page.getByText('可以离开此页').waitFor();
      await press(page, /^首页$/);
      await page.getByText('正在提交 抽查事项清单').first().waitFor();
      await page.getByText('“抽查事项清单”提交完成。').last().waitFor();
      await page.locator('main').getByRole('button', { name: '查看', exact: true }).click();
      await page.getByText('群内已更新进度').waitFor();
    });

    it('发出后断网：说明不会丢、不会重复，继续提交即可', async () => {
      const page = await pane({ cut: true });
      await previewed(page);
      await press(page, /^提交 2 行$/);
      await page.getByText('2 行已存入发件箱').waitFor();
      expect(await page.locator('main').getByText('不会重复').count()).toBe(1);
      await fits(page);
      await press(page, '继续提交');
      await page.getByText('提交完成', { exact: true }).waitFor();
    });

    it('预览之后表格又改了，要求重新预览', async () => {
      const page = await pane({});
      await previewed(page);
      await page.evaluate("window.desk.type(2, 5, '9%')");
      await page.getByText('预览之后表格又有改动').waitFor();
      await press(page, '重新预览');
      await page.getByText('原为 5% 改为 9%').waitFor();
    });
  });

  it('冲突：逐项选择，未选完不能确定；一次全选；处理完焦点不丢', async () => {
    const page = await pane({ conflicts: true });
    await press(page, '冲突：抽查事项清单');
    const first = page.getByRole('article', { name: 'SC-01 食品经营监督检查' });
    await first.getByText('联席办 王立 于 11月28日 16:20 修改').waitFor();
    await first.getByRole('radio', { name: '本表的值：8%' }).check();
    await first.getByText('还有 1 项未选择').waitFor();
    await sound(page);
    await first.getByRole('button', { name: '全部用对方的' }).click();
    await first.getByRole('button', { name: /^确定/ }).click();
    await page.getByText('SC-01 食品经营监督检查：已按您的选择提交。').first().waitFor();
    await first.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
    await page.getByRole('radio', { name: '系统中的值：15%' }).check();
    await press(page, /^确定：SC-02/);
    await page.getByText('冲突已全部处理。').waitFor();
    await press(page, '提交前预览');
    await page.getByRole('heading', { level: 1, name: '提交前预览' }).waitFor();
  });

  it('修改须写理由的，以本表为准时先要理由；全用对方的不要', async () => {
    const page = await pane({ conflicts: true, reason: true });
    await press(page, '冲突：抽查事项清单');
    const first = page.getByRole('article', { name: 'SC-01 食品经营监督检查' });
    await first.getByRole('button', { name: '全部用我的' }).click();
    await first.getByRole('button', { name: /^确定/ }).click();
    await page.getByText('请先填写修改理由。').waitFor();
    await page.getByLabel('修改理由').fill('抽查对象已经核实');
    await first.getByRole('button', { name: /^确定/ }).click();
    await page.getByText('SC-01 食品经营监督检查：已按您的选择提交。').first().waitFor();
    await page.getByLabel('修改理由').fill('');
    await page.getByRole('radio', { name: '系统中的值：15%' }).check();
    await press(page, /^确定：SC-02/);
    await page.getByText('冲突已全部处理。').waitFor();
  });

  it('继续提交之后有冲突的，一按就到那一张表的冲突', async () => {
    const page = await pane({ conflicts: true, unfinished: 12 });
    await press(page, '继续提交');
    await press(page, /处理冲突/);
    await page.getByRole('heading', { name: '冲突 · 抽查事项清单' }).waitFor();
  });

  it('刷新：说清更新了几行、保留了几格', async () => {
    const page = await pane({});
    await press(page, '刷新：抽查事项清单');
    await press(page, '开始刷新');
    await page.getByText('刷新完成。').first().waitFor();
    await fits(page);
    expect(await shown(page)).toMatch(/您改过、保持不动的格\s*3|3\s*您改过、保持不动的格/);
  });
});
