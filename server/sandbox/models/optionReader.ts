import { findModelOption, isTypeOption, plainName, type ModelType } from '../../catalog/builtins/modelTypes';
import type { ModelOption } from '../../catalog/builtins/modelOptions';
import { rangeOf, type Statement } from '../../sql/tree';
import type { StatementOption } from '../session/options';
import { SqlError, sqlStates } from '../session/sqlError';
import type { Check } from './transform/parameters';

/** The options of CREATE MODEL by the names of the catalog, as they are given or as they are unless told. */
export class OptionReader {
  readonly #type: ModelType;
  readonly #given: ReadonlyMap<string, StatementOption>;
  readonly #statement: Statement;

  /** Throws for an option that the type of model does not have. */
  constructor(type: ModelType, statement: Statement, given: ReadonlyMap<string, StatementOption>) {
    this.#type = type;
    this.#statement = statement;
    this.#given = new Map([...given].map(([name, option]) => [plainName(name), option]));
    for (const [name, option] of given) {
      if (isTypeOption(name) || findModelOption(type, name)) continue;
      throw new SqlError(sqlStates.invalidParameter, 'Unknown option', {
        detail: `${name.toUpperCase()}: ${type.name} takes ${type.options.map((each) => each.name).join(', ')}`,
        offset: rangeOf(statement, option.node).start,
      });
    }
  }

  isGiven(name: string): boolean {
    return this.#given.has(plainName(name));
  }

  /** `undefined` where it is not given and nothing holds then. */
  text(name: string): string | undefined {
    const value = this.#given.get(plainName(name))?.value ?? this.#option(name)?.initial;
    const { values } = this.#option(name) ?? {};
    if (value === undefined || !values) return value;
    const found = values.find((each) => each === value.toLowerCase());
    if (found === undefined && name !== 'FEATURE_SUBSET_STRATEGY')
      throw this.problem(name, `is one of ${values.join(', ')}`);
    return found ?? value;
  }

  number(name: string, check: Check): number {
    const value = Number(this.text(name) ?? Number.NaN);
    if (!Number.isFinite(value) || !check.accepts(value)) throw this.problem(name, `takes ${check.words}`);
    return value;
  }

  boolean(name: string): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value !== 'true' && value !== 'false') throw this.problem(name, 'takes true or false');
    return value === 'true';
  }

  problem(name: string, what: string): SqlError {
    const node = this.#given.get(plainName(name))?.node;
    return new SqlError(sqlStates.invalidParameter, 'Option not accepted', {
      detail: `${name} ${what}`,
      offset: node && rangeOf(this.#statement, node).start,
    });
  }

  /** All that are given, but for the type: what SHOW MODELS tells. */
  given(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#given].flatMap(([name, { value }]) => {
        if (isTypeOption(name)) return [];
        return [[this.#option(name)?.name.toLowerCase() ?? name, value]];
      }),
    );
  }

  #option(name: string): ModelOption | undefined {
    return findModelOption(this.#type, name);
  }
}
