import type { AnalyzedStatement, FileModel } from '../../analysis/analyzeFile';
import { dropped } from '../../analysis/definitions';
import { namesOf } from '../../analysis/names';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
import { namedWindow } from '../names/namedWindow';
import { columnList } from '../render/datasetDocument';
import { markdownText, sqlBlock } from '../render/markdownText';
import { placeOf } from './tableHover';

/** A trained model where it is used: where it is made, its options, and what it is trained on. */
export function modelMarkdown(
  file: FileModel,
  placed: AnalyzedStatement,
  node: SyntaxNode,
): string | undefined {
  const name = namesOf(placed.statement, node).join('.');
  const known = placed.before.find('model', name) ?? file.elsewhere.find('model', name);
  if (known === undefined || known === dropped) return undefined;
  const options = known.node.parent && childOf(known.node.parent, K.Options);
  return [
    `**${markdownText(known.name)}**, model made in ${placeOf(placed, known)}`,
    ...(options ? [sqlBlock(textOf(known.statement, options))] : []),
    ...(known.schema.columns.length > 0 ? [`Trained on\n\n${columnList(known.schema.columns)}`] : []),
  ].join('\n\n');
}

/** `$name`: what gives it a value. */
export function parameterMarkdown(text: string): string | undefined {
  const name = /^\$(\w*[A-Za-z_]\w*)$/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return `Parameter \`${text}\`: its value is put in when the query runs. The editor asks for it; \`feature-sql run\` takes \`-p ${name}=value\`.`;
}

/** A named window where it is used: what it is. */
export function windowMarkdown(statement: Statement, node: SyntaxNode): string | undefined {
  const window = namedWindow(statement, node);
  return window && sqlBlock(textOf(statement, window));
}
