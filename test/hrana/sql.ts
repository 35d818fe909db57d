/**
 * What the server must know of a text before SQLite sees it: its statements, what each may do and which parameters it has. The server
 * looks at texts so too, and refuses what would change a connection behind its back (libsql-server, `query_analysis.rs`); libSQL's driver
 * tells neither how many statements a text holds nor its parameters. Only words, quotes and brackets are looked at: grammar is SQLite's.
 */

export type Kind = 'read' | 'write' | 'begin' | 'end' | 'savepoint' | 'refused';

export interface Statement {
  readonly text: string;
  readonly kind: Kind;
  /** Needs the write lock. */
  readonly locks: boolean;
  readonly isExplain: boolean;
  /** INSERT, which has a last row. */
  readonly inserts: boolean;
  /** INSERT, UPDATE or DELETE, which touch a number of rows. */
  readonly changes: boolean;
  /** Sets something of the connection, which another stream must not inherit. */
  readonly sets: boolean;
  /** Names of the parameters 1, 2, …, with their sign; null for `?` and for numbers that are left out. */
  readonly params: readonly (string | null)[];
}

// Strings are taken in runs, so that a literal of a megabyte costs no recursion.
const token =
  /\s+|--[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?|'[^']*(?:''[^']*)*'?|"[^"]*(?:""[^"]*)*"?|`[^`]*(?:``[^`]*)*`?|\[[^\]]*\]?|\?\d*|[:@$][\w$\u0080-\uffff]+|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.]*|[\s\S]/gy;

/** Every statement of a text; empty ones are none. */
export function statementsOf(sql: string): readonly Statement[] {
  const found: Statement[] = [];
  let start = 0;
  let tokens: string[] = [];
  const finish = (end: number): void => {
    if (tokens.length > 0) found.push(statementOf(sql.slice(start, end).trim(), tokens));
    tokens = [];
    start = end + 1;
  };
  for (const { 0: text, index } of sql.matchAll(token)) {
    if (/^(\s|--|\/\*)/.test(text)) continue;
    if (text !== ';') tokens.push(text);
    else if (isTrigger(tokens) && !hasEnded(tokens)) tokens.push(text);
    else finish(index);
  }
  finish(sql.length);
  return found;
}

const upper = (text: string | undefined): string => text?.toUpperCase() ?? '';

/** The statements inside a trigger end with semicolons too; it is over with END after one of them. */
const isTrigger = (tokens: readonly string[]): boolean =>
  upper(tokens[0]) === 'CREATE' && tokens.slice(1, 3).some((word) => upper(word) === 'TRIGGER');
const hasEnded = (tokens: readonly string[]): boolean => upper(tokens.at(-1)) === 'END' && tokens.at(-2) === ';';

function statementOf(text: string, tokens: readonly string[]): Statement {
  const isExplain = upper(tokens[0]) === 'EXPLAIN';
  const words = isExplain ? tokens.slice(upper(tokens[1]) === 'QUERY' ? 3 : 1) : tokens;
  const verb = verbOf(words);
  const kind = isExplain ? (verb === 'PRAGMA' ? pragmaKind(words) : 'read') : kindOf(verb, words);
  const changes = !isExplain && /^(INSERT|REPLACE|UPDATE|DELETE)$/.test(verb);
  const locksAtOnce = kind === 'begin' && /^(IMMEDIATE|EXCLUSIVE)$/.test(upper(words[1]));
  return {
    text,
    kind,
    locks: kind === 'write' || locksAtOnce,
    isExplain,
    changes,
    inserts: changes && /^(INSERT|REPLACE)$/.test(verb),
    sets: verb === 'PRAGMA' && words.length > 2,
    params: paramsOf(tokens),
  };
}

/** The first word, or what follows the tables of a WITH. */
function verbOf(words: readonly string[]): string {
  if (upper(words[0]) !== 'WITH') return upper(words[0]);
  let depth = 0;
  for (const word of words) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth === 0 && /^(select|values|insert|replace|update|delete)$/i.test(word)) return upper(word);
  }
  return 'SELECT';
}

function kindOf(verb: string, words: readonly string[]): Kind {
  switch (verb) {
    case 'SELECT':
    case 'VALUES':
      return 'read';
    case 'INSERT':
    case 'REPLACE':
    case 'UPDATE':
    case 'DELETE':
    case 'ALTER':
    case 'DROP':
    case 'REINDEX':
      return 'write';
    case 'CREATE':
      // What is temporary would belong to one connection of many.
      return /^TEMP(ORARY)?$/.test(upper(words[1])) ? 'refused' : 'write';
    case 'BEGIN':
      return 'begin';
    case 'COMMIT':
    case 'END':
      return 'end';
    case 'ROLLBACK':
      return words.some((word) => upper(word) === 'TO') ? 'savepoint' : 'end';
    case 'SAVEPOINT':
    case 'RELEASE':
      return 'savepoint';
    case 'PRAGMA':
      return pragmaKind(words);
    // What is no SQL at all is for SQLite to say.
    default:
      return /^(ANALYZE|ATTACH|DETACH|VACUUM)$/.test(verb) ? 'refused' : 'read';
  }
}

const readPragmas =
  /^(table_list|index_list|table_info|table_xinfo|index_info|index_xinfo|pragma_list|compile_options|database_list|function_list|module_list|encoding|defer_foreign_keys|foreign_keys|foreign_key_list|foreign_key_check|collation_list|data_version|freelist_count|integrity_check|page_count|quick_check|stats)$/i;
const readPragmasWithoutValue =
  /^(schema_version|analysis_limit|application_id|auto_vacuum|automatic_index|busy_timeout|cache_size|cache_spill|cell_size_check|checkpoint_fullfsync|fullfsync|hard_heap_limit|journal_mode|journal_size_limit|legacy_alter_table|locking_mode|max_page_count|mmap_size|page_size|query_only|read_uncommitted|recursive_triggers|reverse_unordered_selects|secure_delete|soft_heap_limit|synchronous|temp_store|threads|trusted_schema|wal_autocheckpoint)$/i;

function pragmaKind(words: readonly string[]): Kind {
  const at = words[2] === '.' ? 3 : 1;
  const name = words[at] ?? '';
  const hasValue = words.length > at + 1;
  if (/^user_version$/i.test(name)) return hasValue ? 'write' : 'read';
  return readPragmas.test(name) || (!hasValue && readPragmasWithoutValue.test(name)) ? 'read' : 'refused';
}

/** SQLite's numbering: `?` is one more than the highest so far, `?7` is the seventh, a name keeps the number of its first place. */
function paramsOf(tokens: readonly string[]): readonly (string | null)[] {
  const params: (string | null)[] = [];
  for (const text of tokens) {
    if (text === '?') params.push(null);
    else if (/^\?\d/.test(text)) {
      const at = Number(text.slice(1)) - 1;
      // SQLite refuses numbers beyond its limit itself.
      if (at >= 0 && at < 32_766) {
        while (params.length <= at) params.push(null);
        params[at] = text;
      }
    } else if (/^[:@$]./.test(text) && !params.includes(text)) params.push(text);
  }
  return params;
}

const rememberedMax = 1000;
const rememberedTextMax = 10_000;

/** The same few hundred texts come again and again. */
export function remembering(look: typeof statementsOf): typeof statementsOf {
  const known = new Map<string, readonly Statement[]>();
  return (sql) => {
    const before = known.get(sql);
    if (before !== undefined) return before;
    const found = look(sql);
    if (known.size >= rememberedMax) known.clear();
    if (sql.length <= rememberedTextMax) known.set(sql, found);
    return found;
  };
}
