/** The manifest as Excel, Microsoft's validator and the administration centre will look at it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Built, lintManifest } from '../../../addin/manifest/lint.ts';
import { excelApi, functionNames } from '../../../addin/manifest/needs.ts';
import { manifestFor, placeholder } from '../../../core/api/manifest.ts';

const source = readFileSync(new URL('../../../manifest.xml', import.meta.url), 'utf8');
const built: Built = {
  pictures: new Map(
    [16, 32, 64, 80].map((size) => [`${placeholder}/addin/icon-${size}.png`, { width: size, height: size }]),
  ),
  functions: functionNames,
  excelApi,
};
const lint = (text: string, change: Partial<Built> = {}) => lintManifest(text, { ...built, ...change });

describe('the manifest', () => {
  it('stands as it is kept', () => expect(lint(source)).toEqual([]));

  it.each([
    ['text that is no XML', source.replace('</Hosts>', '</Host>'), /line \d+/],
    ['two hyphens within a comment', source.replace('<!-- ', '<!-- a -- '), /line 2: a comment/],
    ['no identity', source.replace(/<Id>.*<\/Id>/, '<Id>mingchou</Id>'), /“mingchou” is no GUID/],
    ['a version of three numbers', source.replace('1.0.0.0', '1.0.0'), /four numbers/],
    ['a version with a word', source.replace('1.0.0.0', '1.0.0-rc'), /four numbers/],
    ['another language as the first', source.replace('>zh-CN<', '>en-US<'), /must be zh-CN/],
    [
      'a text without English',
      source.replace(/<bt:Override Locale="en-US" Value="Open pane"\/>/, ''),
      /OpenPane.Label: en-US is missing/,
    ],
    [
      'a language without its country',
      source.replace('Locale="en-US" Value="Open pane"', 'Locale="en" Value="Open pane"'),
      /no full locale/,
    ],
    [
      'Chinese said twice',
      source.replace('Locale="en-US" Value="Open pane"', 'Locale="zh-CN" Value="打开"'),
      /stands already/,
    ],
    ['a label that is too long', source.replace('打开填报窗格', '填'.repeat(126)), /126 characters, at most 125/],
    ['a tip that is too long', source.replace('登录后打开', '填'.repeat(251)), /at most 250/],
    [
      'a name that nothing defines',
      source.replace('resid="Group.Label"', 'resid="Group.Lable"'),
      /“Group.Lable” is not defined/,
    ],
    [
      'a name of more than 32 characters',
      source.replaceAll('Group.Label', 'Group.Label.Of.The.Ribbon.Of.Mingchou'),
      /longer than 32/,
    ],
    [
      'a page without https',
      source.replace('"https://mingchou.invalid/addin/commands.html"', '"http://mingchou.invalid/addin/commands.html"'),
      /no https address/,
    ],
    [
      'a page of somebody else',
      source.replace('"https://mingchou.invalid/addin/commands.html"', '"https://example.org/c.html"'),
      /no AppDomain/,
    ],
    [
      'elements out of order',
      source
        .replace('<Hosts>\n    <Host Name="Workbook"/>\n  </Hosts>\n', '')
        .replace('<Permissions>', '<Hosts>\n    <Host Name="Workbook"/>\n  </Hosts>\n<Permissions>'),
      /must stand as/,
    ],
    ['a button without its label', source.replace('<Label resid="Check.Label"/>', ''), /Control: Label is missing/],
    ['a button that calls nothing', source.replace('>checkWorksheet<', '>check<'), /function check is not associated/],
    ['two things of one name', source.replace('id="Mingchou.Verify"', 'id="Mingchou.Check"'), /stands twice/],
    [
      'a lower version of Excel than the code needs',
      source.replace('MinVersion="1.14"', 'MinVersion="1.8"'),
      /the code needs 1.14/,
    ],
    ['an icon that is left out', source.replace('<bt:Image size="80" resid="Icon.80"/>', ''), /size 80 is missing/],
  ])('%s is found', (_, text, expected) => {
    expect(text).not.toBe(source);
    expect(lint(text).join('\n')).toMatch(expected);
  });

  it('an icon that is not served, is no picture or has another size is found', () => {
    const url = `${placeholder}/addin/icon-32.png`;
    expect(lint(source, { pictures: new Map([...built.pictures].filter(([key]) => key !== url)) })).toContain(
      `${url} is not served`,
    );
    expect(lint(source, { pictures: new Map(built.pictures).set(url, null) })).toContain(`${url} is no PNG`);
    expect(lint(source, { pictures: new Map(built.pictures).set(url, { width: 31, height: 32 }) })).toContain(
      `${url} is 31 × 32, not 32 × 32`,
    );
  });

  it('an environment of its own has its address everywhere, its identity and its label', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const own = manifestFor(source, { site: 'https://test.example.gov.cn', id, label: '测试·' });
    expect(own).not.toContain('mingchou.invalid');
    expect(own).toContain(`<Id>${id}</Id>`);
    expect(own).toContain('<DisplayName DefaultValue="测试·明抽">');
    expect(own).toContain('<bt:String id="Tab.Label" DefaultValue="测试·明抽">');
    const pictures = new Map(
      [...built.pictures].map(([url, size]) => [url.replace(placeholder, 'https://test.example.gov.cn'), size]),
    );
    expect(lint(own, { pictures })).toEqual([]);
  });
});
