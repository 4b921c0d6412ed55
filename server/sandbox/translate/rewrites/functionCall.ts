import { findFunction } from '../../../catalog/builtins/functions';
import type { DataType } from '../../../catalog/types';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import { aggregateFunctions } from '../functions/aggregateFunctions';
import { bitmapFunctions } from '../functions/bitmapFunctions';
import { collectionFunctions } from '../functions/collectionFunctions';
import { conditionalFunctions } from '../functions/conditionalFunctions';
import { dateFunctions } from '../functions/dateFunctions';
import { formatFunctions } from '../functions/formatFunctions';
import { renamed, type FunctionRule } from '../functions/functionRule';
import { engineFunctions } from '../functions/engineFunctions';
import { higherOrderFunctions } from '../functions/higherOrderFunctions';
import { hashFunctions } from '../functions/hashFunctions';
import { jsonFunctions } from '../functions/jsonFunctions';
import { mathFunctions } from '../functions/mathFunctions';
import { metadataFunctions } from '../functions/metadataFunctions';
import { roundingFunctions } from '../functions/roundingFunctions';
import { structFunctions } from '../functions/structFunctions';
import { stringFunctions } from '../functions/stringFunctions';
import { timeFormatFunctions } from '../functions/timeFormatFunctions';
import { transformerFunctions } from '../functions/transformerFunctions';
import { windowFunctions } from '../functions/windowFunctions';
import { xpathFunctions } from '../functions/xpathFunctions';
import { duckdbType, isScalar, isVoid, nestedDuckdbType } from '../duckdbType';
import { parametersOf } from '../lambdaBody';
import { argumentsOf, calledName } from '../nodes';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';
import { expectArguments } from './callArguments';
import { conversions } from './casts';
import { timeWindow } from './timeWindow';

const functions: ReadonlyMap<string, FunctionRule> = new Map([
  ...Object.entries(conversions)
    .filter(([name]) => !['byte', 'short', 'long', 'integer', 'text', 'varchar', 'real'].includes(name))
    .map(([name, macro]) => [name, renamed(macro)] as const),
  ...mathFunctions,
  ...roundingFunctions,
  ...stringFunctions,
  ...hashFunctions,
  ...formatFunctions,
  ...xpathFunctions,
  ...jsonFunctions,
  ...dateFunctions,
  ...timeFormatFunctions,
  ...conditionalFunctions,
  ...collectionFunctions,
  ...structFunctions,
  ...higherOrderFunctions,
  ...aggregateFunctions,
  ...bitmapFunctions,
  ...engineFunctions,
  ['window', timeWindow],
  ...transformerFunctions,
  ...windowFunctions,
  ...metadataFunctions,
]);

/** A function runs only where its meaning is known to be Spark's: a name that DuckDB happens to know is not enough. */
export function functionCall(t: Translation, node: SyntaxNode): Fragment {
  const name = calledName(t.statement, node);
  const rule = functions.get(name);
  if (rule) {
    expectArguments(t, node);
    return typed(t, node, rule(t, node));
  }
  if (findFunction(name)) throw notSupported(t.statement, node, `function ${name}`);
  throw analysisError(
    t.statement,
    childOf(node, NodeKind.QualifiedName) ?? node,
    `Function [${name}] not defined.`,
  );
}

/** The type of an array or a map that is made of nulls, which DuckDB takes for a number. */
function nestedOfNothing(t: Translation, node: SyntaxNode, type: DataType): string | undefined {
  return argumentsOf(node).some((argument) => isVoid(t.environment.typeOf(argument)))
    ? nestedDuckdbType(type)
    : undefined;
}

/** Many of DuckDB's functions give numbers of another width than Spark's, and nulls of no type. */
function typed(t: Translation, node: SyntaxNode, call: Fragment): Fragment {
  const type = t.environment.typeOf(node);
  const name = type && (duckdbType(type) ?? nestedOfNothing(t, node, type));
  if (name === undefined) return call;
  return isScalar(type, 'long')
    ? t.make(node)`spark.as_bigint(${call})`
    : t.make(node)`TRY_CAST(${call} AS ${name})`;
}

/** DuckDB's form of `x -> x + 1`. */
export function lambda(t: Translation, node: SyntaxNode): Fragment {
  const body = node.children.at(-1);
  const names = parametersOf(t, node) ?? [];
  if (!body || names.length === 0) return t.copy(node);
  const own = new Map(names.map((name) => [name.toLowerCase(), undefined]));
  const list = names.map(identifier).join(', ');
  return t.lambdaParameters.within(own, () => t.make(node)`lambda ${list}: ${t.emit(body)}`);
}
