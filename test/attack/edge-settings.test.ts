/** Settings as an editor of another system writes them, and a token where everybody would read it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { examine } from '../../bot/doctor/examine.ts';
import { toldSettings } from '../../bot/settings-file.ts';
import { settingsOf } from '../../bot/slack/config.ts';

const right = {
  MINGCHOU_OFFICE: '某市联席办',
  MINGCHOU_SITE: 'https://mingchou.example.invalid',
  MINGCHOU_CHAT: 'none',
};

/** A place for a file of settings, until the test is over. */
function settingsFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'mingchou.env');
}

/** What a file of these words sets. */
const toldIn = (file: string) => (text: string) => {
  writeFileSync(file, text);
  return toldSettings({ MINGCHOU_SETTINGS: file });
};

it('the first setting of a file that begins with a byte order mark is read like the others', () => {
  const file = settingsFile();
  writeFileSync(file, '\ufeffMINGCHOU_DB=file:desk.db\r\nMINGCHOU_OFFICE="某市联席办"\r\nNODE_OPTIONS=--inspect\r\n');
  const told = toldSettings({ MINGCHOU_SETTINGS: file });
  expect(told.ok && told.value.env).toEqual({
    MINGCHOU_SETTINGS: file,
    MINGCHOU_DB: 'file:desk.db',
    MINGCHOU_OFFICE: '某市联席办',
  });
});

it('a file of settings in another encoding is refused, and said to be so', () => {
  const file = settingsFile();
  // 清漪县, as Windows saves it in Chinese.
  writeFileSync(
    file,
    Buffer.concat([Buffer.from('MINGCHOU_OFFICE='), Uint8Array.of(0xc7, 0xe5, 0xe4, 0xf4, 0xcf, 0xd8)]),
  );
  expect(toldSettings({ MINGCHOU_SETTINGS: file })).toMatchObject({
    ok: false,
    error: { zh: expect.stringContaining('应另存为 UTF-8'), en: expect.stringContaining('no UTF-8') },
  });
});

it('names are counted as the settings are read: comments, other programs’ and spaces make none twice', () => {
  const told = toldIn(settingsFile());
  expect(told('#MINGCHOU_DB=file:a.db\nMINGCHOU_DB=file:b.db\nPATH=a\nPATH=b\n').ok).toBe(true);
  expect(told('MINGCHOU_DB=file:a.db\r\n\r\n  export MINGCHOU_DB = file:b.db\r\n')).toMatchObject({
    ok: false,
    error: { zh: expect.stringContaining('MINGCHOU_DB 写了 2 次（第 1、3 行）') },
  });
});

it('a line that sets nothing is refused with its number and without what stands in it; comments and values over several lines are no such lines', () => {
  const told = toldIn(settingsFile());
  const refused = (text: string) => {
    const answer = told(text);
    return answer.ok ? null : answer.error;
  };
  const wide = refused('# 设置\r\n\r\nMINGCHOU_CHAT=none\r\nMINGCHOU_DB_TOKEN＝a-secret-of-theirs\r\n');
  expect(wide).toEqual({
    zh: expect.stringContaining('第 4 行没有等号（是否用了全角“＝”）'),
    en: expect.stringContaining('line 4 has no equals sign'),
  });
  expect(JSON.stringify(wide)).not.toContain('a-secret-of-theirs');
  expect(refused('MINGCHOU_SITE＝https://a.invalid/?x=1')?.zh).toContain('第 1 行等号前面不是设置的名称');
  expect(refused('=file:a.db\nMINGCHOU_CHAT=none\n')?.zh).toContain('第 1 行');
  expect(refused('MINGCHOU_OFFICE="某市\n联席办"\n清流县\n')?.zh).toContain('第 3 行没有等号');
  for (const quote of ['"', "'", '`']) {
    const over = told(
      `  # 说明\n\nMINGCHOU_OFFICE=${quote}某市\nMINGCHOU_CHAT 联席办${quote} # 全称\nMINGCHOU_CHAT=none\n`,
    );
    expect(over.ok && over.value.env).toMatchObject({
      MINGCHOU_OFFICE: '某市\nMINGCHOU_CHAT 联席办',
      MINGCHOU_CHAT: 'none',
    });
  }
});

it.each([
  'libsql://127.0.0.1:9?authToken=a-secret-of-theirs',
  'https://u:a-secret-of-theirs@127.0.0.1:9',
  'libsql://127.0.0.1:9#a-secret-of-theirs',
])(
  'a token inside of the database’s address is refused before anything is asked, and not repeated: %#',
  async (url) => {
    const env = { ...right, MINGCHOU_DB: url };
    expect(settingsOf(env)).toMatchObject({ ok: false, error: [{ name: 'MINGCHOU_DB' }] });
    const findings = await examine({
      told: { env, file: null, isOpen: false },
      place: 'edge',
      practice: false,
      nowMs: () => Date.now(),
      nodeVersion: '24.0.0',
      reach: 'means',
    });
    const said = JSON.stringify(findings);
    expect(said).toContain('MINGCHOU_DB_TOKEN');
    expect(said).not.toContain('a-secret-of-theirs');
  },
);
