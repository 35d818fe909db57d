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

it('the first setting of a file that begins with a byte order mark is read like the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'mingchou.env');
  writeFileSync(file, '\ufeffMINGCHOU_DB=file:desk.db\r\nMINGCHOU_OFFICE="某市联席办"\r\nNODE_OPTIONS=--inspect\r\n');
  expect(toldSettings({ MINGCHOU_SETTINGS: file }).env).toEqual({
    MINGCHOU_SETTINGS: file,
    MINGCHOU_DB: 'file:desk.db',
    MINGCHOU_OFFICE: '某市联席办',
  });
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
