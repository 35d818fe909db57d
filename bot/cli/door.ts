/**
 * The command line as a door: it turns its caller into an actor, runs one verb on the desk and frames the answer. Exit codes:
 * 0 done, 1 refused, 2 wrong call, 3 a verification failed, 4 the database or a file is in trouble.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import type { Actor } from '../actor.ts';
import { addressFault } from '../desk/database-address.ts';
import type { Desk } from '../desk/desk.ts';
import { unusableWords } from '../desk/unusable.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { fileTroubleOf } from '../say/file-trouble.ts';
import { sayRefusal } from '../say/refusal.ts';
import { databaseTroubleIn, type Left, sayTrouble } from '../say/trouble.ts';
import { refusalNamed } from '../verbs/people/refusal-named.ts';
import { actorOf } from '../verbs/people/roll.ts';
import { watched } from '../watched.ts';
import type { Terminal } from './terminal.ts';

export const exit = { done: 0, refused: 1, wrongCall: 2, verificationFailed: 3, trouble: 4 } as const;

/** What a command answers: lines for people, and a value for programs where it is not the verb's own. */
export interface Said {
  readonly words: Words | readonly Words[];
  readonly json?: unknown;
  /** Where the answer itself is no good news: a verification failed, an examination found something. */
  readonly exit?: (typeof exit)[keyof typeof exit];
}

/** Whoever gave a command waits for it, and scripts run at night: longer than a chat may. */
const patienceMs = 20_000;

export type Progress = (words: Words) => void;

export interface Door {
  /** Where secrets are given, which a command line would show to everybody on the machine. */
  readonly env: Terminal['env'];
  /** Runs a verb as the person of `--as`, on the desk of `--db`. */
  act<T>(
    verb: (desk: Desk, actor: Actor, progress: Progress) => Promise<Result<T, Refusal>>,
    say: (value: T) => Said,
  ): Promise<void>;
  /** Reads from the desk; anybody at the desk's own machine may. */
  look<T>(
    read: (desk: Desk, progress: Progress) => Promise<Result<T, Refusal>>,
    say: (value: T) => Said,
  ): Promise<void>;
  /** Begins: the only way in that makes a database where there is none. */
  begin<T>(verb: (desk: Desk) => Promise<Result<T, Refusal>>, say: (value: T) => Said): Promise<void>;
  /** Does without any desk: verifying a record, for instance. */
  apart<T>(work: (progress: Progress) => Promise<Result<T, Refusal>>, say: (value: T) => Said): Promise<void>;
}

/** The caller's own slip, found beyond what commander finds. */
export class WrongCall extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'WrongCall';
    this.words = words;
  }
}

type Globals = {
  readonly db: string;
  readonly as?: string;
  readonly office?: string;
  readonly key?: string;
  readonly practice?: true;
  readonly at?: string;
  readonly json?: true;
  readonly lang: keyof Words;
  readonly progress?: true;
};

/** Options that every command takes, also after the command's own name. */
export const globalOptions = (): readonly Option[] => [
  new Option('--db <url>', '数据库：file:文件 或 libsql://主机 · the database: file:… or libsql://…')
    .env('MINGCHOU_DB')
    .default('file:mingchou.db'),
  new Option('--as <person>', '办理人的人员编号 · who acts, by number').env('MINGCHOU_AS'),
  new Option('--office <name>', '联席办名称 · name of the office, as in checkpoints').env('MINGCHOU_OFFICE'),
  new Option('--key <file>', '封签密钥文件 · file of the key of sealed values').env('MINGCHOU_KEY'),
  new Option(
    '--practice',
    '使用演练库，由第一次 people add 新建 · use a practice database; the first people add makes it',
  ),
  new Option('--at <time>', '演练时间，如 2025-06-24T09:00；只用于演练库 · practice time').env('MINGCHOU_AT'),
  new Option('--json', '以 JSON 输出 · answer in JSON'),
  new Option('--lang <lang>', '语言 · language').choices(['zh', 'en']).env('MINGCHOU_LANG').default('zh'),
  new Option('--progress', '始终显示进度 · show progress even without a terminal'),
];

export function doorOf(program: Command, terminal: Terminal): Door {
  const globals = (): Globals => program.opts<Globals>();
  /** Refusals as they read with the names that only an open desk knows. */
  const inNames = new WeakMap<Refusal, Words>();
  async function noted<T>(desk: Desk, result: Result<T, Refusal>): Promise<Result<T, Refusal>> {
    if (!result.ok) inNames.set(result.error, await refusalNamed(desk, result.error));
    return result;
  }
  const progress: Progress = (words) => {
    const { lang, progress: asked } = globals();
    if (asked || terminal.isWatched) terminal.print(2, words[lang]);
  };

  /** What the act at hand has left, if it fails now. */
  let leftBy: (thrown: unknown) => Left = () => 'nothing';

  async function withDesk<T>(work: (desk: Desk) => Promise<T>, begins = false): Promise<T> {
    const { db, office, key, practice, at } = globals();
    mustBeAddress(db);
    const authToken = terminal.env.MINGCHOU_DB_TOKEN;
    const desk = await terminal.openDesk({
      database: db,
      begins,
      ...(practice ? { practice } : {}),
      ...(at === undefined ? {} : { now: practiceTime(at, practice ?? false) }),
      ...(office === undefined ? {} : { office }),
      ...(key === undefined ? {} : { keyFile: key }),
      ...(authToken === undefined ? {} : { authToken }),
      patienceMs,
    });
    try {
      const { deps, leftBy: left } = watched(desk);
      leftBy = left;
      return await work(deps);
    } finally {
      desk.close();
    }
  }

  async function answer<T>(work: () => Promise<Result<T, Refusal>>, say: (value: T) => Said): Promise<void> {
    const { lang, json } = globals();
    try {
      const result = await work();
      if (result.ok) {
        const said = say(result.value);
        const lines = 'zh' in said.words ? [said.words] : said.words;
        terminal.print(
          1,
          json
            ? asJson({ ok: true, value: said.json ?? result.value })
            : lines.map((line) => shown(line[lang])).join('\n'),
        );
        terminal.end(said.exit ?? exit.done);
      } else {
        const words = inNames.get(result.error) ?? sayRefusal(result.error);
        if (json) terminal.print(1, asJson({ ok: false, refusal: result.error, words }));
        terminal.print(2, words[lang]);
        terminal.end(exit.refused);
      }
    } catch (thrown) {
      const trouble = troubleIn(thrown, leftBy(thrown));
      if (trouble === null) throw thrown;
      if (json) terminal.print(1, asJson({ ok: false, trouble: trouble.words }));
      terminal.print(2, trouble.words[lang]);
      terminal.end(trouble.exit);
    }
  }

  return {
    env: terminal.env,
    act: (verb, say) =>
      answer(async () => {
        const { as } = globals();
        if (as === undefined) throw new WrongCall(noPerson);
        return withDesk(async (desk) => {
          const actor = await actorOf(desk, as);
          return actor === null
            ? refuse('people', { reason: 'no-such-person', person: as })
            : noted(desk, await verb(desk, actor, progress));
        });
      }, say),
    look: (read, say) =>
      answer(
        () =>
          withDesk(async (desk) => {
            const left = leftBy;
            leftBy = (thrown) => (left(thrown) === 'nothing' ? 'read' : left(thrown));
            return noted(desk, await read(desk, progress));
          }),
        say,
      ),
    begin: (verb, say) => answer(() => withDesk(async (desk) => noted(desk, await verb(desk)), true), say),
    apart: (work, say) => answer(() => work(progress), say),
  };
}

/** @throws WrongCall where the driver would have to say what is wrong with it, in its own words, or where a secret stands in it */
function mustBeAddress(db: string): void {
  const fault = addressFault(db, 'MINGCHOU_DB_TOKEN');
  if (fault !== null)
    throw new WrongCall({
      zh: `--db（环境变量 MINGCHOU_DB）写得不对：${fault.zh}`,
      en: `--db (MINGCHOU_DB) is wrong: ${fault.en}`,
    });
}

/** Time stands where the caller says only in play; in earnest it is the server's. */
function practiceTime(at: string, practice: boolean): () => string {
  const time = Date.parse(`${at}:00+08:00`);
  if (!practice)
    throw new WrongCall({ zh: '--at 只能与 --practice 一起使用。', en: '--at goes with --practice only.' });
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at) || Number.isNaN(time)) {
    throw new WrongCall({
      zh: `演练时间应写作 2025-06-24T09:00，现为“${at}”。`,
      en: `A practice time is written 2025-06-24T09:00, not “${at}”.`,
    });
  }
  const began = Date.now();
  return () => new Date(time + Date.now() - began).toISOString();
}

/** Said where nobody is named who acts. */
export const noPerson: Words = {
  zh: '请用 --as 或环境变量 MINGCHOU_AS 写明办理人的人员编号。',
  en: 'Say who acts by --as or by MINGCHOU_AS.',
};

/** Whoever types commands often is the one who keeps the tokens. */
const tokens: Words = {
  zh: '\n核对令牌：本库的是 MINGCHOU_DB_TOKEN，恢复、迁移的目标库是 MINGCHOU_TARGET_TOKEN；npx mingchou doctor 可逐项检查。',
  en: '\nLook at the tokens: MINGCHOU_DB_TOKEN of this database, MINGCHOU_TARGET_TOKEN of the one restored or moved to; npx mingchou doctor examines.',
};

/** Whole numbers in options: `--ceremony 3`. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('应为整数 · a whole number is needed');
  return Number(text);
}

/** Collects an option that may be given several times. */
export const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Words of strangers are shown, and do not steer the terminal that shows them. */
const shown = (line: string): string => line.replace(/[^\P{Cc}\n\r\t]/gu, '\u{fffd}');

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? Object.fromEntries(each) : each), 2);

function troubleIn(thrown: unknown, left: Left): { readonly words: Words; readonly exit: number } | null {
  if (thrown instanceof WrongCall) return { words: thrown.words, exit: exit.wrongCall };
  const database = databaseTroubleIn(thrown);
  if (database !== null) {
    const { zh, en } = sayTrouble(database.why, left);
    const hint = database.why === 'refused' ? tokens : { zh: '', en: '' };
    return {
      words: { zh: `${zh}（${database.code}）${hint.zh}`, en: `${en} (${database.code})${hint.en}` },
      exit: exit.trouble,
    };
  }
  if (thrown instanceof DatabaseTrouble) {
    const words = { zh: `数据库出错：${thrown.message}`, en: `The database is in trouble: ${thrown.message}` };
    return { words, exit: exit.trouble };
  }
  const words = unusableWords(thrown) ?? fileTroubleOf(thrown);
  return words === null ? null : { words, exit: exit.trouble };
}
