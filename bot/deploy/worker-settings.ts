/** What a Worker is told: variables, which anybody at the account may read, and secrets, which nobody reads again. */
import type { Environment } from '../slack/config.ts';

export interface WorkerSettings {
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const variableNames = [
  'MINGCHOU_DB',
  'MINGCHOU_OFFICE',
  'MINGCHOU_SITE',
  'MINGCHOU_LANG',
  'MINGCHOU_CHAT',
  'MINGCHOU_OFFICE_JS',
];
const secretNames = ['MINGCHOU_DB_TOKEN', 'MINGCHOU_SLACK_SIGNING_SECRET', 'MINGCHOU_SLACK_BOT_TOKEN'];

/** @param key 64 hexadecimal digits: at the desk a file holds them, a Worker has no files */
export function workerSettings(env: Environment, key: string): WorkerSettings {
  return { variables: given(env, variableNames), secrets: { ...given(env, secretNames), MINGCHOU_KEY: key } };
}

const given = (env: Environment, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
