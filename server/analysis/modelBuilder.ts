import type { SyntaxNode } from '../sql/node';
import type { Statement } from '../sql/tree';
import { keyOf, type Defined, type Environment } from './definitions';
import type { Mismatch, MismatchReason } from './mismatch';
import { nothingElsewhere, type Elsewhere } from './elsewhere';
import type {
  MissingColumn,
  MissingField,
  CallUse,
  Definition,
  Effect,
  HandleUse,
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

export interface Reads {
  /** Of the statements before. */
  readonly before: ReadonlyMap<string, Read>;
  /** Of other files. */
  readonly elsewhere: ReadonlyMap<string, Read>;
}

/** Collects the model of a statement during the walk; owns what the statement has defined so far. */
export class ModelBuilder {
  readonly paths = new Map<SyntaxNode, PathUse>();
  readonly tables: TableUse[] = [];
  readonly missingFields: MissingField[] = [];
  readonly missingColumns: MissingColumn[] = [];
  readonly calls = new Map<SyntaxNode, CallUse>();
  readonly selects = new Map<SyntaxNode, SelectUse>();
  readonly queries = new Map<SyntaxNode, QueryUse>();
  readonly types = new Map<SyntaxNode, Typed>();
  readonly mismatches: Mismatch[] = [];
  readonly writes: WriteUse[] = [];
  readonly variables: VariableUse[] = [];
  readonly handles: HandleUse[] = [];
  readonly definitions: Definition[] = [];
  readonly effects: Effect[] = [];
  /** What was asked of the environment, and its answer: the model holds as long as the answers stay the same. */
  readonly reads = { before: new Map<string, Read>(), elsewhere: new Map<string, Read>() };
  output: Schema | undefined;
  private environment: Environment;

  constructor(
    readonly statement: Statement,
    private readonly outside: Environment,
    private elsewhere: Elsewhere,
  ) {
    this.environment = outside;
  }

  find(space: Space, name: string): Defined {
    this.reads.before.set(keyOf(space, name), { space, name, found: this.outside.find(space, name) });
    return this.environment.find(space, name);
  }

  /** What another file makes under this name. */
  findElsewhere(space: Space, name: string): Defined {
    const found = this.elsewhere.find(space, name);
    this.reads.elsewhere.set(keyOf(space, name), { space, name, found });
    return found;
  }

  define(definition: Definition): void {
    this.definitions.push(definition);
    this.environment = this.environment.define(definition);
    this.effects.push({ kind: 'define', definition });
  }

  /** A definition of an earlier statement means more from now on. */
  replace(definition: Definition): void {
    this.environment = this.environment.define(definition);
    this.effects.push({ kind: 'define', definition });
  }

  /** A definition that counts inside the statement only: a CTE. */
  note(definition: Definition): void {
    this.definitions.push(definition);
  }

  /** Notes that the engine does not take what stands at `node`. */
  refuse(node: SyntaxNode, reason: MismatchReason): void {
    this.mismatches.push({ node, reason });
  }

  drop(space: Space, name: string): void {
    this.environment = this.environment.drop(space, name);
    this.effects.push({ kind: 'drop', space, name });
  }

  finish(): StatementModel {
    // Columns keep their builder, which must not keep the workspace as it was then, nor that the one before it.
    this.elsewhere = nothingElsewhere;
    const { statement, paths, tables, calls, selects, queries, types, writes, variables } = this;
    const { definitions, effects, output, missingFields, missingColumns, mismatches, handles } = this;
    return {
      ...{ statement, paths, tables, calls, selects, queries, types, writes, variables },
      ...{ definitions, effects, output, missingFields, missingColumns, mismatches, handles },
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
