/** 窗格的每一屏，浅色深色、中文英文、窄的宽的都过一遍：读屏能用，看得清，不必左右滑动。 */
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { type Language, wordsOf } from '../../addin/pane/words/language.ts';
import type { PaneWords } from '../../addin/pane/words/zh-CN.ts';
import { pane, press, sound } from '../addin/pane/at-pane.ts';
import type { Begin } from '../addin/pane/begin.ts';
import { hasChromium, withoutChromium } from '../web/chromium.ts';

interface Screen extends Omit<Begin, 'language'> {
  readonly called: string;
  readonly walk: (page: Page, t: PaneWords) => Promise<void>;
}

const said = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
const heading = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { name: text }).first().waitFor();
const worksheet = '抽查事项清单';
const to = (act: 'check' | 'submit' | 'conflicts' | 'refresh') => async (page: Page, t: PaneWords) => {
  await press(page, t.homePage.named(t.homePage[act], worksheet));
  await heading(page, worksheet);
};

const screens: readonly Screen[] = [
  {
    called: '登录',
    scenario: { signedIn: false },
    walk: async (page, t) => {
      await page.locator('main').getByRole('button', { name: t.signIn.go, exact: true }).click();
      await said(page, t.signIn.empty);
    },
  },
  {
    called: '首页',
    scenario: { practice: true, unfinished: 12 },
    walk: (page, t) => said(page, t.homePage.unfinished(12)),
  },
  { called: '首页，断网', scenario: { offline: true }, walk: (page, t) => said(page, t.trouble.offline) },
  {
    called: '识别',
    scenario: {},
    walk: async (page, t) => {
      await press(page, t.homePage.adopt);
      await said(page, t.adopt.mapping);
    },
  },
  {
    called: '校验',
    scenario: {},
    walk: async (page, t) => {
      await to('check')(page, t);
      await said(page, t.check.weights.refused);
    },
  },
  {
    called: '预览',
    scenario: { reason: true },
    walk: async (page, t) => {
      await to('submit')(page, t);
      await said(page, t.preview.reasonHint);
    },
  },
  {
    called: '提交结果',
    scenario: { unfinished: 12, conflicts: true },
    walk: async (page, t) => {
      await press(page, t.homePage.resume);
      await page.getByRole('button', { name: t.sent.toConflicts }).waitFor();
    },
  },
  {
    called: '冲突',
    scenario: { conflicts: true, reason: true },
    walk: async (page, t) => {
      await to('conflicts')(page, t);
      await said(page, t.conflicts.mine);
    },
  },
  { called: '刷新', scenario: {}, walk: to('refresh') },
  {
    called: '核验',
    scenario: {},
    record: 'v1-plain',
    hash: '#verify',
    walk: async (page, t) => {
      await page
        .getByRole('button', { name: new RegExp(`^${t.draws.verify} `) })
        .first()
        .click();
      await said(page, t.draw.good);
    },
  },
  {
    called: '统计',
    scenario: {},
    walk: async (page, t) => {
      await press(page, t.homePage.figures);
      await press(page, t.figures.go);
    },
  },
  {
    called: '帮助',
    scenario: {},
    walk: async (page, t) => {
      await press(page, t.help);
      await said(page, t.helpPage.evidenceWhat);
    },
  },
  {
    called: '工作簿文件',
    scenario: {},
    file: true,
    walk: async (page, t) => {
      await press(page, t.file.fresh);
      await to('check')(page, t);
      await said(page, t.check.weights.refused);
    },
  },
];

const modes: readonly {
  readonly colorScheme: 'light' | 'dark';
  readonly language: Language;
  readonly width: number;
}[] = [
  { colorScheme: 'light', language: 'zh-CN', width: 320 },
  { colorScheme: 'dark', language: 'zh-CN', width: 320 },
  { colorScheme: 'light', language: 'en-US', width: 320 },
  { colorScheme: 'dark', language: 'en-US', width: 1200 },
];

describe.skipIf(!hasChromium)(`窗格的每一屏${withoutChromium}`, () => {
  for (const { called, walk, scenario, ...around } of screens)
    it.each(modes)(`${called}（$colorScheme，$language，宽 $width）`, async ({ colorScheme, language, width }) => {
      const page = await pane(scenario, { ...around, language, width });
      await page.emulateMedia({ colorScheme });
      await walk(page, wordsOf[language]);
      await sound(page);
      await page.emulateMedia({ colorScheme: 'light' });
    });
});
