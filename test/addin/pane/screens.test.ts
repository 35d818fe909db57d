/** 核验、统计、帮助、文件，键盘和两种文字，在真的浏览器里走。 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasChromium, withoutChromium } from '../../web/chromium.ts';
import { fits, focused, pane, press, sound, title } from './at-pane.ts';

describe.skipIf(!hasChromium)(`窗格：其他界面${withoutChromium}`, () => {
  describe('核验抽取', () => {
    it('逐步重算，全部相符；对照公布的摘要；查得到一户的号签', async () => {
      const page = await pane({}, { record: 'v1-plain' });
      const record = JSON.parse(readFileSync(new URL('../../draw/golden/v1-plain.json', import.meta.url), 'utf8'));
      await press(page, '核验抽取');
      await page.getByText('暂不能核验：检查期限未过').waitFor();
      await page.getByText('请本次抽取的监督人员或者联席办当场重算').waitFor();
      await page.getByText('现在就可以核对').waitFor();
      await page.getByRole('link', { name: /^公开网页：http/ }).waitFor();
      await press(page, '核验 第 3 次联合抽取');
      await page.getByText('核验通过').first().waitFor();
      expect(await page.locator('main ol li').allInnerTexts()).toEqual(
        Array.from({ length: 15 }, () => expect.stringMatching(/✓ 相符 [^\n]+\n[^\n]{8,}。$/)),
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
      await fits(page);
    });

    it('还没有公布的抽取时说明', async () => {
      const page = await pane({});
      await press(page, '核验抽取');
      await page.getByText('还没有已开签的抽取。').waitFor();
    });

    it('功能区按钮直接打开核验；没有登录的先登录再回来', async () => {
      const page = await pane({ signedIn: false }, { record: 'v1-plain', hash: '#verify' });
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
    await fits(page);
  });

  it('帮助：文件在本机算摘要，得到能粘贴的一行；退出登录', async () => {
    const page = await pane({});
    await press(page, '帮助');
    await press(page, '选择文件');
    await page.getByText('请先填写存放位置。').waitFor();
    await fits(page);
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
    await page.getByRole('textbox').fill('ABCDEFGHJKMNPQRS');
    await page.keyboard.press('Enter');
    await page.getByText('林小满 · 市场监督管理局').waitFor();
    expect(await title(page)).toBe('首页');
    await press(page, '退出登录');
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('帮助先说怎样填报、标记和按钮是什么意思、问谁，证据摘要在最后；不在 Excel 里不讲 F6', async () => {
    const page = await pane({}, { file: true });
    await press(page, '帮助');
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings.slice(0, 4)).toEqual(['怎样填报', '三种标记', '各个按钮做什么', '问谁']);
    expect(headings.at(-1)).toBe('证据摘要');
    const text = await page.locator('main').innerText();
    for (const words of ['✗ 须修改：', '！ 请核对：', '✓ 已提交：', '刷新：', '冲突：', '继续提交：', '识别已有表格：'])
      expect(text).toContain(words);
    expect(text).not.toContain('F6');
    await fits(page);
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
      const page = await pane({}, { file: true });
      await page.getByText('把工作簿（.xlsx，也可以是 .csv）拖到这里').waitFor();
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
      await page.getByText('！ 有改动还没有下载').waitFor();
      await fits(page);
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

    it('只有校验结果没下载的，换一份不问；提交后的行标识没下载的，好好说', async () => {
      const page = await pane({}, { file: true });
      const input = page.locator('input[type=file]');
      const take = (name: string) =>
        input.setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') });
      await take('上报.xlsx');
      await page.getByText('没有未下载的改动').waitFor();
      await page.evaluate("window.desk.write('marks')");
      await page.getByText('校验结果已写入，可下载查看').waitFor();
      await take('上报（改）.xlsx');
      await page.getByRole('heading', { name: '上报（改）.xlsx' }).waitFor();
      await page.evaluate("window.desk.write('own')");
      await page.getByText('校验结果和行标识已写入，请下载保存').waitFor();
      await take('别的.xlsx');
      await page.getByText('下次就用下载的这一份继续填报').waitFor();
      expect(await page.getByText('会丢掉').count()).toBe(0);
    });

    it.each([320, 1200])('宽 %i 像素：不必左右滑动', async (width) => {
      const page = await pane({}, { file: true, width });
      await press(page, '新建工作簿');
      await press(page, '校验：抽查事项清单');
      await page.getByText('必填，不能为空').waitFor();
      await fits(page);
    });
  });
});
