import type { SyntaxNode } from '../sql/node';
import type { Statement } from '../sql/tree';
import type { Environment } from './definitions';
import type { Defined } from './definitions';
import type {
  MissingField,
  CallUse,
  Definition,
  Effect,
  PathUse,
  QueryUse,
  Schema,
  SelectUse,
  Space,
  StatementModel,
  TableUse,
  Typed,
  VariableUse,
  WriteUse,
} from './model';

interface Read {
  readonly space: Space;
  readonly name: string;
  readonly found: Defined;
}

export type Reads = ReadonlyMap<string, Read>;

/** Collects the model of a statement during the walk; owns what the statement has defined so far. */
export class ModelBuilder {
  readonly paths = new Map<SyntaxNode, PathUse>();
  readonly tables: TableUse[] = [];
  readonly missingFields: MissingField[] = [];
  readonly calls = new Map<SyntaxNode, CallUse>();
  readonly selects = new Map<SyntaxNode, SelectUse>();
  readonly queries = new Map<SyntaxNode, QueryUse>();
  readonly types = new Map<SyntaxNode, Typed>();
  readonly writes: WriteUse[] = [];
  readonly variables: VariableUse[] = [];
  readonly definitions: Definition[] = [];
  readonly effects: Effect[] = [];
  /** What was asked of the environment, and its answer: the model holds as long as the answers stay the same. */
  readonly reads = new Map<
    string,
    { readonly space: Space; readonly name: string; readonly found: Defined }
  >();
  output: Schema | undefined;
  private environment: Environment;

  constructor(
    readonly statement: Statement,
    private readonly outside: Environment,
  ) {
    this.environment = outside;
  }

  find(space: Space, name: string): Defined {
    this.reads.set(`${space} ${name.toLowerCase()}`, { space, name, found: this.outside.find(space, name) });
    return this.environment.find(space, name);
  }

  define(definition: Definition): void {
    this.definitions.push(definition);
    this.environment = this.environment.define(definition);
    this.effects.push({ kind: 'define', definition });
  }

  /** A definition that counts inside the statement only: a CTE. */
  note(definition: Definition): void {
    this.definitions.push(definition);
  }

  drop(space: Space, name: string): void {
    this.environment = this.environment.drop(space, name);
    this.effects.push({ kind: 'drop', space, name });
  }

  finish(): StatementModel {
    const { statement, paths, tables, calls, selects, queries, types, writes, variables } = this;
    const { definitions, effects, output, missingFields } = this;
    return {
      ...{ statement, paths, tables, calls, selects, queries, types, writes, variables },
      ...{ definitions, effects, output, missingFields },
    };
  }
}

/** The environment after a statement's effects. */
export function applyEffects(environment: Environment, effects: readonly Effect[]): Environment {
  return effects.reduce(
    (after, effect) =>
      effect.kind === 'define' ? after.define(effect.definition) : after.drop(effect.space, effect.name),
    environment,
  );
}
