/** The manifest that an administrator pastes says what the code does: no command, scope, event too few or too many. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../bot/chat/table.ts';
import { asText, botEvents, botScopes, commandWords, exampleSite, manifestFor } from '../../bot/slack/manifest.ts';

const folder = resolve(import.meta.dirname, '../../bot/slack');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'manifest.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Scopes of Slack's methods, from its reference; histories and memberships by kind of conversation. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'metadata.message:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'metadata.message:read'],
  'files.info': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.push': [],
  'views.update': [],
  'views.publish': [],
};
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  message: ['channels:history', 'groups:history', 'im:history'],
  user_change: ['users:read'],
};

const methods = new Set(
  [...source.matchAll(/client\)?\s*\.((?:auth|chat|conversations|files|users|views)\.\w+)\(/g)].map(
    (match) => match[1] ?? '',
  ),
);
const events = [...source.matchAll(/app\.event\('(\w+)'/g)].map((match) => match[1] ?? '');

describe('the app’s manifest', () => {
  it('names every command that there is, and describes no other', () => {
    expect(Object.keys(commandWords).sort()).toEqual([...commands.keys()].sort());
  });

  it('asks for the scopes of the methods and events in the code, and for no other', () => {
    expect([...methods].filter((method) => scopesOf[method] === undefined)).toEqual([]);
    expect(methods.size).toBeGreaterThan(8);
    const needed = [
      'commands',
      ...[...methods].flatMap((method) => scopesOf[method] ?? []),
      ...events.flatMap((event) => scopesOfEvents[event] ?? []),
    ];
    expect([...botScopes].sort()).toEqual([...new Set(needed)].sort());
  });

  it('subscribes to the events that are listened to', () => {
    expect([...new Set(botEvents.map((event) => event.split('.')[0]))].sort()).toEqual([...events].sort());
  });

  it('keeps to Slack’s lengths, and commands to ASCII', () => {
    const { features, display_information: shown } = manifestFor(exampleSite);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(usage_hint.length).toBeLessThanOrEqual(100);
    }
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
  });

  it('the files in the repository are what the code makes; over a socket no address is given', () => {
    const kept = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(kept('manifest.json')).toEqual(manifestFor(exampleSite));
    expect(kept('manifest.socket.json')).toEqual(manifestFor(null));
    expect(asText(null)).not.toContain('http');
  });
});
