import type { DataType, Field } from '../../../catalog/types';
import { findFunction } from '../../../catalog/builtins/functions';
import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf, textOf, type Statement } from '../../../sql/tree';
import { SqlError, sqlStates } from '../../session/sqlError';
import { argumentsOf, calledName, nameOf, namesOf } from '../../translate/nodes';
import { analysisError, notSupported } from '../../translate/refusal';
import { arrayElements, readParameters } from './parameters';
import type { PlannedStage } from './plan';
import { shapeOf } from './shape';
import type { Reference } from './stage';
import { transformers } from './transformers';

/** The stages of TRANSFORM (transformer(column, ...) alias, ...), over rows with these columns. */
export function readTransform(
  statement: Statement,
  clause: SyntaxNode,
  columns: readonly Field[],
): readonly PlannedStage[] {
  const reader = new TransformReader(statement, columns);
  for (const projection of childrenOf(clause, NodeKind.Projection)) reader.add(projection);
  return reader.stages;
}

class TransformReader {
  readonly stages: PlannedStage[] = [];
  readonly #statement: Statement;
  readonly #columns: readonly Field[];

  constructor(statement: Statement, columns: readonly Field[]) {
    this.#statement = statement;
    this.#columns = columns;
  }

  add(projection: SyntaxNode): void {
    const alias = childOf(projection, NodeKind.Alias);
    const name = alias && childOf(alias, NodeKind.Name);
    const [call] = projection.children;
    if (!name || !call)
      throw this.#problem(
        projection,
        sqlStates.syntaxError,
        'A transformer needs an alias',
        'transformer(column) AS name',
      );
    const text = nameOf(this.#statement, name);
    if (this.#columns.some((column) => same(column.name, text)) || this.#stageOf(text) >= 0)
      throw this.#problem(name, sqlStates.duplicateColumn, 'Column already exists', text);
    this.#addCall(call, text);
  }

  /** The number of the stage that the call becomes. */
  #addCall(call: SyntaxNode, alias: string | undefined): number {
    const name = call.kind === NodeKind.FunctionCall ? calledName(this.#statement, call) : '';
    const transformer = transformers.get(name);
    if (!transformer) throw this.#unknown(call, name);
    const { columns, parameters } = this.#split(argumentsOf(call), transformer.isVariadic);
    const [first] = columns;
    if (!first) throw analysisError(this.#statement, call, `${name} takes a column`);
    const inputs = columns.map((column) => this.#reference(column));
    this.stages.push({
      name,
      transformer,
      inputs,
      alias,
      parameters: readParameters(this.#statement, call, parameters),
      call,
    });
    return this.stages.length - 1;
  }

  /** The arguments that are columns, and those behind them. */
  #split(
    all: readonly SyntaxNode[],
    isVariadic: boolean,
  ): { readonly columns: readonly SyntaxNode[]; readonly parameters: readonly SyntaxNode[] } {
    if (!isVariadic) return { columns: all.slice(0, 1), parameters: all.slice(1) };
    const [first] = all;
    const elements = all.length === 1 && first ? arrayElements(this.#statement, first) : undefined;
    return { columns: elements ?? all, parameters: [] };
  }

  #reference(node: SyntaxNode): Reference {
    if (node.kind === NodeKind.FunctionCall) return { kind: 'stage', index: this.#addCall(node, undefined) };
    if (node.kind !== NodeKind.Path)
      throw notSupported(
        this.#statement,
        node,
        'a transformer of other than a column or another transformer',
      );
    const names = namesOf(this.#statement, node);
    const index = names.length === 1 ? this.#stageOf(names[0] as string) : -1;
    if (index >= 0) return { kind: 'stage', index };
    const found = findPath(this.#columns, names);
    if (!found)
      throw this.#problem(node, sqlStates.undefinedColumn, 'Column not found', textOf(this.#statement, node));
    return { kind: 'column', path: [...found.path], shape: shapeOf(found.type) };
  }

  #stageOf(alias: string): number {
    return this.stages.findIndex((stage) => stage.alias !== undefined && same(stage.alias, alias));
  }

  #unknown(call: SyntaxNode, name: string): SqlError {
    if (name === '') return notSupported(this.#statement, call, 'TRANSFORM of other than a transformer');
    if (findFunction(name)) return notSupported(this.#statement, call, `${name} in TRANSFORM`);
    return analysisError(this.#statement, call, `Function [${name}] not defined.`);
  }

  #problem(
    node: SyntaxNode,
    state: ConstructorParameters<typeof SqlError>[0],
    what: string,
    detail: string,
  ): SqlError {
    return new SqlError(state, what, { detail, offset: rangeOf(this.#statement, node).start });
  }
}

/** The column that names lead to, with the names as the columns write them. */
export function findPath(
  columns: readonly Field[],
  names: readonly string[],
): { readonly path: readonly string[]; readonly type: DataType } | undefined {
  const [name, ...rest] = names;
  const column = columns.find((each) => name !== undefined && same(each.name, name));
  if (!column) return undefined;
  if (rest.length === 0) return { path: [column.name], type: column.type };
  if (column.type.kind !== 'struct') return undefined;
  const inner = findPath(column.type.fields, rest);
  return inner && { ...inner, path: [column.name, ...inner.path] };
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
