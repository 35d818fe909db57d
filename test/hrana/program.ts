/**
 * What a request asks of a stream, understood before any of it is run: a text that is no SQL, arguments of both kinds or a condition on a
 * later step refuse the whole of a batch, as the server does (`hrana/batch.rs`, `hrana/stmt.rs`).
 */
import type { Connection } from './connection.ts';
import { valueBytesMax } from './connection.ts';
import { type Batch, type Condition, decoded, Refused, type SqliteValue, type Stmt, StmtTrouble } from './protocol.ts';
import type { Statement } from './sql.ts';

export interface Step {
  readonly statement: Statement;
  readonly condition: Condition | null;
  readonly wantsRows: boolean;
  /** Bound where the step is run: missing arguments are the step's own trouble. @throws StmtTrouble */
  readonly values: () => readonly SqliteValue[];
}

export interface Understanding {
  readonly version: 2 | 3;
  /** The text, or the stored one of that number. @throws Refused */
  textOf(given: Pick<Stmt, 'sql' | 'sql_id'>): string;
  statementsOf(sql: string): readonly Statement[];
  readonly connection: Connection;
}

/** @throws Refused, StmtTrouble */
export function programOf({ steps }: Batch, by: Understanding): readonly Step[] {
  return steps.map(({ stmt, condition = null }, at) => {
    const statement = onlyStatement(by.textOf(stmt), by);
    const bothKinds = (stmt.args?.length ?? 0) > 0 && (stmt.named_args?.length ?? 0) > 0;
    if (bothKinds)
      throw new StmtTrouble(
        'ARGS_BOTH_POSITIONAL_AND_NAMED',
        'Specifying both positional and named arguments is not supported',
      );
    if (condition !== null) checkCondition(condition, at, by.version);
    return { statement, condition, wantsRows: stmt.want_rows ?? true, values: () => bound(statement, stmt) };
  });
}

/** “Execute a sequence”: each after the one before it. @throws StmtTrouble */
export function sequenceOf(sql: string, by: Understanding): readonly Step[] {
  return by.statementsOf(sql).map((statement, at) => {
    checkText(statement, by);
    const condition = at === 0 ? null : ({ type: 'ok', step: at - 1 } as const);
    return { statement, condition, wantsRows: false, values: () => bound(statement, {}) };
  });
}

/** @throws StmtTrouble */
export function onlyStatement(sql: string, by: Understanding): Statement {
  const [statement, second] = by.statementsOf(sql);
  if (statement === undefined) throw new StmtTrouble('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
  checkText(statement, by);
  if (second !== undefined) throw new StmtTrouble('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement');
  return statement;
}

function checkText(statement: Statement, { connection }: Understanding): void {
  if (statement.kind === 'refused')
    throw new StmtTrouble(
      'SQL_PARSE_ERROR',
      `SQL string could not be parsed: unsupported statement: ${statement.text}`,
    );
  connection.parse(statement);
}

function checkCondition(condition: Condition, at: number, version: 2 | 3): void {
  switch (condition.type) {
    case 'ok':
    case 'error':
      if (condition.step >= at) throw new Refused(400, 'Invalid reference to step in a batch condition');
      break;
    case 'not':
      checkCondition(condition.cond, at, version);
      break;
    case 'and':
    case 'or':
      for (const each of condition.conds) checkCondition(each, at, version);
      break;
    case 'is_autocommit':
      if (version < 3) throw new Refused(400, notYet('BatchCond of type `is_autocommit`'));
  }
}

export const notYet = (what: string): string => `${what} is only supported in protocol version hrana3 and higher`;

/** “It is an error if the request specifies an argument that is not expected …, or … does not specify an argument that is expected”. */
function bound(statement: Statement, { args = [], named_args: named = [] }: Stmt): readonly SqliteValue[] {
  const wrong = (words: string): StmtTrouble =>
    new StmtTrouble('ARGS_INVALID', `Arguments do not match SQL parameters: ${words}`);
  const { params } = statement;
  const count = args.length + named.length;
  if (count > params.length) throw wrong(`too many parameters, expected ${params.length} found ${count}`);
  const byName = new Map(named.map(({ name, value }) => [name, value]));
  return params.map((name, at) => {
    const isNamed = name !== null && !name.startsWith('?');
    const given = isNamed ? (byName.get(name) ?? byName.get(name.slice(1))) : args[at];
    if (given === undefined) {
      if (statement.isExplain) return null;
      throw wrong(`value for parameter ${name ?? at + 1} not found`);
    }
    const value = decoded(given);
    const bytes = typeof value === 'string' ? Buffer.byteLength(value) : value instanceof Uint8Array ? value.length : 0;
    if (bytes > valueBytesMax) throw wrong('string or blob too big');
    return value;
  });
}
