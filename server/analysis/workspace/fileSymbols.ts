import type { TextRange } from '../../base/textRange';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { rangeOf, type Statement, type SyntaxTree } from '../../sql/tree';
import { nameOf, namesOf } from '../names';
import { madeNames } from './statementNames';

/** A name of a file that is worth finding from anywhere. */
export interface FileSymbol {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'model' | 'audience' | 'query' | 'column';
  /** Of the name; offsets in the file. */
  readonly range: TextRange;
  /** What a column or a named query is a part of. */
  readonly container?: string;
}

/** The tables, views and models that a file makes, the columns that it gives them, and its named queries. */
export function fileSymbols(tree: SyntaxTree): readonly FileSymbol[] {
  return tree.statements.flatMap(({ statement, offset }) =>
    symbolsOf(statement).map((symbol) => ({
      ...symbol,
      range: { start: symbol.range.start + offset, end: symbol.range.end + offset },
    })),
  );
}

function symbolsOf(statement: Statement): readonly FileSymbol[] {
  const found: FileSymbol[] = [];
  for (const { kind, definitionKind, name, node } of madeNames(statement)) {
    const isSymbol =
      definitionKind === 'table' ||
      definitionKind === 'view' ||
      definitionKind === 'model' ||
      definitionKind === 'audience';
    if (kind !== 'make' || !isSymbol || node.parent?.kind === K.Alter) continue;
    found.push({ name, kind: definitionKind, range: rangeOf(statement, node) });
    for (const column of outputNames(node.parent)) {
      found.push({
        name: nameOf(statement, column),
        kind: 'column',
        range: rangeOf(statement, column),
        container: name,
      });
    }
  }
  for (const node of descendants(statement.root)) {
    const name = node.kind === K.CommonTable ? childOf(node, K.Name) : undefined;
    if (!name) continue;
    const container = containerOf(statement);
    found.push({
      ...{ name: nameOf(statement, name), kind: 'query', range: rangeOf(statement, name) },
      ...(container !== undefined && { container }),
    });
  }
  return found;
}

function containerOf(statement: Statement): string | undefined {
  const [node] = statement.root.children;
  const name = node && childOf(node, K.QualifiedName);
  return name && namesOf(statement, name).join('.');
}

/** The aliases in the list of a statement's query, and the columns that it spells out. */
function outputNames(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (!node) return [];
  const spelled = childOf(node, K.ColumnDefinitions) ?? childOf(node, K.TransformClause);
  const query = childOf(node, K.Query);
  const select = query && childOf(query, K.Select);
  const list = select && childOf(select, K.SelectClause);
  return [...(spelled?.children ?? []), ...(list?.children ?? [])].flatMap((item) => {
    const owner =
      item.kind === K.Projection
        ? childOf(item, K.Alias)
        : item.kind === K.ColumnDefinition
          ? item
          : undefined;
    return owner ? childrenOf(owner, K.Name).slice(0, 1) : [];
  });
}
