import { DuckDBTypeId, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { scalarText } from '../../values/scalarText';

/** The value of a variable, as it is put into later statements. */
export interface VariableValue {
  /** Within a string. */
  readonly text: string;
  /** Alone: a number or truth value as it is, everything else as a string. */
  readonly literal: string;
}

/** The variables of a block; an inner block sees those of the outer ones. */
export class Variables {
  readonly #values = new Map<string, VariableValue>();
  readonly #outer: Variables | undefined;

  constructor(outer?: Variables) {
    this.#outer = outer;
  }

  /** Names have their `@` and are compared without case. */
  get(name: string): VariableValue | undefined {
    return this.#values.get(name.toLowerCase()) ?? this.#outer?.get(name);
  }

  set(name: string, value: VariableValue): void {
    this.#values.set(name.toLowerCase(), value);
  }
}

const bareTypes: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.DECIMAL,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

export function variableValue(value: DuckDBValue, type: DuckDBType): VariableValue {
  if (value === null) return { text: 'NULL', literal: 'NULL' };
  const text = typeof value === 'boolean' ? String(value) : scalarText(type)(value);
  const string = `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return { text, literal: bareTypes.has(type.typeId) ? text : string };
}
