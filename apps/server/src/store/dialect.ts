import { type Kysely, type RawBuilder, sql } from 'kysely';

/** The two databases one query code serves. What differs between them stands in this file. */
export type DialectName = 'sqlite' | 'postgres';

/** Which database a Kysely instance (or transaction) speaks to. */
export function dialectOf(db: Pick<Kysely<never>, 'getExecutor'>): DialectName {
  return db.getExecutor().adapter.supportsMultipleConnections ? 'postgres' : 'sqlite';
}

type SqlType = 'text' | 'bigint' | 'integer';

/**
 * A batch of rows as one table expression: `from ${rowsAsTable(…)}`, named `batch`. All rows travel as one JSON parameter, so
 * that the statement's text is the same for any number of rows: no compiling per batch, no limit on parameters.
 * `rows` are arrays in the order of `columns`; column names come from the code, never from outside.
 */
export function rowsAsTable(
  dialect: DialectName,
  columns: Readonly<Record<string, SqlType>>,
  rows: readonly (readonly (string | number | null)[])[],
): RawBuilder<unknown> {
  const json = JSON.stringify(rows);
  const picked = Object.entries(columns).map(([name, type], index) => {
    const cell = sql`value->>${sql.lit(index)}`;
    return dialect === 'postgres'
      ? sql`(${cell})::${sql.raw(type)} as ${sql.ref(name)}`
      : sql`${cell} as ${sql.ref(name)}`;
  });
  const elements =
    dialect === 'postgres'
      ? sql`json_array_elements(${json}::json) with ordinality as e(value, nth)`
      : sql`json_each(${json}) as e`;
  return sql`(select ${sql.join(picked)} from ${elements}) as batch`;
}

/** The larger of two values, for `set` clauses. */
export function greatest(dialect: DialectName, a: RawBuilder<unknown>, b: RawBuilder<unknown>): RawBuilder<number> {
  return dialect === 'postgres' ? sql<number>`greatest(${a}, ${b})` : sql<number>`max(${a}, ${b})`;
}

/**
 * Ends a select: nobody else changes its rows, or takes them in the same way, before this transaction ends. SQLite lets one
 * transaction through at a time and needs no word for it.
 */
export function held(dialect: DialectName): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for no key update` : sql``;
}

/** Does `text` contain `part`, both as they stand? Unlike `like`, no character of `part` has a meaning. */
export function contains(dialect: DialectName, text: RawBuilder<unknown>, part: string): RawBuilder<boolean> {
  return dialect === 'postgres'
    ? sql<boolean>`strpos(${text}, ${part}) > 0`
    : sql<boolean>`instr(${text}, ${part}) > 0`;
}

/** A text inside a JSON text, by the way to it; null: it is not there. The way comes from the code, never from outside. */
export function jsonText(
  dialect: DialectName,
  json: RawBuilder<unknown>,
  ...way: readonly string[]
): RawBuilder<string> {
  return dialect === 'postgres'
    ? sql<string>`(${json})::json #>> ${sql.lit(`{${way.join(',')}}`)}`
    : sql<string>`${json} ->> ${sql.lit(`$.${way.join('.')}`)}`;
}

/** The host of a web address: what stands between `//` and the next `/`. */
export function addressHost(dialect: DialectName, address: RawBuilder<unknown>): RawBuilder<string> {
  if (dialect === 'postgres') return sql<string>`split_part(${address}, '/', 3)`;
  const rest = sql`substr(${address}, instr(${address}, '//') + 2)`;
  return sql<string>`substr(${rest}, 1, instr(${rest} || '/', '/') - 1)`;
}

/**
 * Was a failed write the fault of what was written (a constraint, text the database cannot hold) rather than of the
 * database? Such a write fails again however often it is repeated.
 */
export function blamesTheData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error instanceof TypeError || error instanceof RangeError;
  // SQLSTATE classes 21 cardinality, 22 data exception, 23 integrity constraint; 54 program limit exceeded.
  return /^(21|22|23|54)[0-9A-Z]{3}$/.test(code) || /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|ERROR)/.test(code);
}

/** Did a write fail because there is one of its kind already (a unique constraint)? */
export function isDuplicate(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
