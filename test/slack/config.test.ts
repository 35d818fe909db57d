/** Settings that are wrong are all said at once, with what to set and where to find it, and no secret is repeated. */
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../bot/slack/config.ts';

const good = {
  MINGCHOU_DB: 'file:desk.db',
  MINGCHOU_OFFICE: '清漪县联席会议办公室',
  MINGCHOU_SITE: 'https://mingchou.example.invalid/',
  MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
  MINGCHOU_SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
} as const;
const wrong = (more: Readonly<Record<string, string>>): readonly string[] => {
  const settings = settingsOf({ ...good, ...more });
  return settings.ok ? [] : settings.error.map(({ zh }) => zh);
};

describe('settings', () => {
  it('with what is needed, the rest has its usual value', () => {
    expect(settingsOf(good)).toMatchObject({
      ok: true,
      value: {
        site: 'https://mingchou.example.invalid',
        host: '127.0.0.1',
        port: 8787,
        slack: { api: 'https://slack.com/api/', lang: 'zh', appToken: undefined },
      },
    });
  });

  it('with nothing set, everything that is needed is named, in both languages', () => {
    const settings = settingsOf({});
    const named = settings.ok ? [] : settings.error;
    expect(named.map(({ zh }) => zh.split(' ')[0]).sort()).toEqual(Object.keys(good).sort());
    for (const { zh, en } of named) expect([zh.includes('没有设置'), en.includes('is not set')]).toEqual([true, true]);
  });

  it.each([
    ['MINGCHOU_SLACK_BOT_TOKEN', 'xoxp-secret-of-a-person'],
    ['MINGCHOU_SLACK_SIGNING_SECRET', 'too short'],
    ['MINGCHOU_SLACK_APP_TOKEN', 'xoxb-not-an-app-token'],
    ['MINGCHOU_DB_TOKEN', 'with blanks'],
    ['MINGCHOU_SLACK_API', 'https://slack.example.invalid/api/'],
    ['MINGCHOU_SLACK_API', 'http://127.0.0.1.example.invalid/api/'],
    ['MINGCHOU_SITE', 'http://mingchou.example.invalid'],
    ['MINGCHOU_PORT', '99999'],
    ['MINGCHOU_LANG', 'fr'],
    ['MINGCHOU_DB', 'postgres://user:a-password@db.invalid'],
  ])('%s that is not right is named, and its value is not repeated', (name, value) => {
    const said = wrong({ [name]: value });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`${name} 不对`);
    expect(said[0]).not.toContain(value);
  });

  it('over a socket nothing is signed, and no signing secret is asked for', () => {
    expect(settingsOf({ ...good, MINGCHOU_SLACK_SIGNING_SECRET: '', MINGCHOU_SLACK_APP_TOKEN: 'xapp-1-A-b' }).ok).toBe(
      true,
    );
    expect(wrong({ MINGCHOU_SLACK_SIGNING_SECRET: '' })).toHaveLength(1);
  });
});
