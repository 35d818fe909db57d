/**
 * A deployment, step by step: settings, what stands behind them, the Worker put together, the database brought to this version, secrets,
 * the Worker, a look at what answers. Each step says what it does and what came out; the first that fails is the last. Doing it twice
 * changes nothing; doing it again after a failure goes on.
 */
import type { Words } from '../../core/words.ts';
import type { Where } from '../../db/open.ts';
import { troubleOf } from '../../db/trouble.ts';
import { unusableWords } from '../desk/unusable.ts';
import { examine } from '../doctor/examine.ts';
import { findingWords } from '../doctor/finding.ts';
import type { Told as ToldSettings } from '../settings-file.ts';
import { settingsOf } from '../slack/config.ts';
import { answering } from './answering.ts';
import { loginFinding, speaksOfLogin, toLogIn } from './login.ts';
import { type Prepared, pendingIn, prepareDatabase } from './prepare-database.ts';
import { done, step, stopped, type Told } from './step.ts';
import { workerSettings } from './worker-settings.ts';
import type { Wrangler } from './wrangler.ts';

export interface Deploying {
  readonly told: ToldSettings;
  /** Everything that needs no account and changes nothing. */
  readonly isDryRun: boolean;
  readonly wrangler: Wrangler;
  readonly nodeVersion: string;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Between looks at a Worker that is being spread over the world. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Where a Worker has no address of its own yet. */
const ownedByCloudflare = /\.workers\.dev$/;

export async function* deploy(means: Deploying): AsyncGenerator<Told> {
  const { told, isDryRun, wrangler } = means;
  const { env } = told;
  const settings = settingsOf(env);

  yield step('一、读取设置', '1. The settings');
  if (isDryRun && Object.keys(env).every((name) => !/^MINGCHOU_(DB|SITE|OFFICE)$/.test(name))) {
    yield done('没有设置，只试打包。', 'There are none: only the putting together is tried.');
    yield* bundled(wrangler, []);
    return;
  }
  yield done(
    `读自${told.file === null ? '环境变量' : ` ${told.file} 和环境变量`}。`,
    `Read from ${told.file === null ? '' : `${told.file} and `}the environment.`,
  );

  const login = isDryRun ? { zh: '', en: '' } : { zh: '、Cloudflare 登录', en: ', the login at Cloudflare' };
  yield step(`二、检查设置、数据库、密钥、聊天群${login.zh}`, `2. Looked at: settings, database, key, chat${login.en}`);
  const findings = [
    ...(await examine({ ...means, place: 'edge', practice: false, reach: 'means' })),
    ...(isDryRun ? [] : [await loginFinding(wrangler)]),
  ];
  for (const finding of findings) yield { kind: 'done', words: findingWords(finding) };
  const bad = findings.filter(({ grade }) => grade === 'wrong' || grade === 'unseen');
  if (!settings.ok || bad.length > 0) {
    yield stopped(
      '请按上面的办法改好，再运行一次。什么都没有改动。',
      'Mend what is said above and run it again. Nothing was changed.',
    );
    return;
  }
  const { database: url, databaseToken, site, keyFile = 'mingchou.key' } = settings.value;
  const where: Where = { url, ...(databaseToken === undefined ? {} : { authToken: databaseToken }) };
  const variables = Object.entries(workerSettings(env, '').variables).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ]);

  yield* bundled(wrangler, variables);
  if (isDryRun) {
    const names = await pendingIn(where);
    yield done(
      `试运行到此为止：${names.length === 0 ? '数据库结构无需更新' : `将更新数据库结构 ${names.join('、')}`}；没有改动，也没有上传。`,
      `Here the dry run ends: ${names.length === 0 ? 'no migration is pending' : `${names.join(', ')} would be applied`}; nothing was changed or uploaded.`,
    );
    return;
  }

  yield step(
    '四、数据库结构更新到本版本（已在运行的旧程序在此期间照常）',
    '4. The database is brought to this version; what runs of the old Worker goes on meanwhile',
  );
  const prepared = await preparing(where, keyFile, means.randomBytes);
  if ('zh' in prepared) {
    yield { kind: 'stopped', words: prepared };
    return;
  }
  yield done(
    prepared.applied.length === 0 ? '已是最新。' : `已更新：${prepared.applied.join('、')}。`,
    prepared.applied.length === 0 ? 'It is of this version.' : `Applied: ${prepared.applied.join(', ')}.`,
  );
  if (prepared.isNewKey)
    yield done(
      `已生成封签密钥 ${keyFile}，请另存一份副本。`,
      `The sealing key ${keyFile} was made; keep a copy of it elsewhere.`,
    );

  yield step('五、把密码令牌存入 Worker（经标准输入，不显示）', '5. Secrets go to the Worker, by standard input');
  const { secrets } = workerSettings(env, prepared.key);
  const put = await wrangler.run(['secret', 'bulk'], JSON.stringify(secrets));
  if (put.code !== 0) {
    yield notDone(put.output, '密码令牌没有存成', 'The secrets were not stored');
    return;
  }
  yield done(`已存入 ${Object.keys(secrets).join('、')}。`, `Stored: ${Object.keys(secrets).join(', ')}.`);

  yield step(
    '六、部署 Worker（第一次会自动建 KV 命名空间 CHECKPOINTS）',
    '6. The Worker is deployed; the first time its KV namespace CHECKPOINTS is made',
  );
  const host = new URL(site).hostname;
  const domain = ownedByCloudflare.test(host) ? [] : ['--domain', host];
  const deployed = await wrangler.run(['deploy', ...variables, ...domain]);
  if (deployed.code !== 0) {
    yield notDone(
      deployed.output,
      '没有部署成，原来的 Worker（如果有）照常运行',
      'It was not deployed; the Worker of before, if any, goes on',
    );
    return;
  }
  yield done('已部署。', 'Deployed.');

  yield step(`七、看 ${site} 是否有回答`, `7. Whether ${site} answers`);
  yield await answering(settings.value, means.pause);
}

async function* bundled(wrangler: Wrangler, variables: readonly string[]): AsyncGenerator<Told> {
  yield step(
    '三、打包（页面、窗格、Worker），先试一遍，不上传',
    '3. Pages, pane and Worker are put together; nothing is uploaded yet',
  );
  const tried = await wrangler.run(['deploy', '--dry-run', '--outdir', 'out/deploy', ...variables]);
  if (tried.code !== 0) throw new NotBundled();
  yield done('打包成功，在 out/deploy。', 'Put together, in out/deploy.');
}

/** The program itself cannot be put together: no setting would help. */
export class NotBundled extends Error {
  constructor() {
    super('the Worker could not be put together; see what wrangler says above');
    this.name = 'NotBundled';
  }
}

async function preparing(
  where: Where,
  keyFile: string,
  randomBytes: Deploying['randomBytes'],
): Promise<Prepared | Words> {
  try {
    const prepared = await prepareDatabase(where, keyFile, randomBytes);
    return prepared.fits
      ? prepared
      : {
          zh: `${keyFile} 打不开数据库里封存的数，不是当初的密钥。`,
          en: `${keyFile} is not the key that sealed what is in the database.`,
        };
  } catch (thrown) {
    const unusable = unusableWords(thrown);
    if (unusable !== null) return unusable;
    const { code } = troubleOf(thrown);
    return {
      zh: `数据库结构没有更新成（${code}）。更新是一次完成的，不会只做一半；再运行一次即可。`,
      en: `The database was not brought to this version (${code}). It is done at once or not at all; run it again.`,
    };
  }
}

/** What wrangler most often stumbles over, and what to do. */
function notDone(output: string, zh: string, en: string): Told {
  if (speaksOfLogin(output))
    return stopped(
      `${zh}：还没有登录 Cloudflare，或令牌权限不够。${toLogIn.zh}前面各步重做无妨。`,
      `${en}: Cloudflare does not know you, or the token may not do this. ${toLogIn.en} The steps before do no harm twice.`,
    );
  return stopped(
    `${zh}，原因见上面 wrangler 的话。改好再运行一次，前面各步重做无妨。`,
    `${en}; see what wrangler says above. Run it again then: the steps before do no harm twice.`,
  );
}
