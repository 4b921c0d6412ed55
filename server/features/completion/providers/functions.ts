import { functions } from '../../../catalog/builtins/functions';
import { printSignature, type FunctionInfo } from '../../../catalog/builtins/functionInfo';
import { functionDocument } from '../../render/functionDocument';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { clauseAt } from '../tokens';
import { ancestorOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';

/** Functions, with brackets and places for their arguments unless brackets are there. */
export function functionProposals({ place, model, token }: Typing): readonly Proposal[] {
  if (place.kind === 'generator') return generators;
  if (place.kind === 'table') return place.relation && place.qualifier.length === 0 ? modelFunctions : [];
  if (place.kind !== 'expression' || place.qualifier.length > 0) return [];
  if (ancestorOf(place.node, K.TransformClause)) return transformerProposals(place.node, place.called);
  const clause = clauseAt(model.statement, token).keyword;
  const perRow = clause === T.WHERE || clause === T.ON || clause === T.GROUP;
  return proposalsFor(place.called, perRow);
}

/** The proposals never change, so that each list is made once. */
const made = new Map<string, readonly Proposal[]>();

function proposalsFor(called: boolean, perRow: boolean): readonly Proposal[] {
  const key = `${called} ${perRow}`;
  let proposals = made.get(key);
  if (!proposals) {
    proposals = functions
      .filter((info) => info.kind !== 'model')
      .map((info) => proposal(info, called, rankOf(info, perRow)));
    made.set(key, proposals);
  }
  return proposals;
}

/** Where rows are filtered or grouped, functions over many rows cannot stand. */
function rankOf(info: FunctionInfo, perRow: boolean): number {
  const unfit = perRow && (info.kind === 'aggregate' || info.kind === 'window') ? 4 : 0;
  return (info.documented ? rank.function : rank.rareFunction) + unfit;
}

function proposal(info: FunctionInfo, called: boolean, order: number): Proposal {
  const [signature] = info.signatures;
  const base: Proposal = {
    label: info.name,
    kind: 'function',
    rank: order,
    detail: signature ? printSignature(info.name, signature).slice(info.name.length) : '',
    document: () => functionDocument(info),
  };
  if (called) return base;
  return { ...base, insert: `${info.name}()`, snippet: snippetOf(info) };
}

const overClause =
  ' OVER (PARTITION BY ${P:id} ORDER BY ${O:timestamp} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)';

function snippetOf(info: FunctionInfo): string {
  const given = (info.signatures[0]?.parameters ?? []).filter((parameter) => !parameter.optional);
  const places = given.map((parameter, index) => `\${${index + 1}:${parameter.name}}`);
  const call = `${info.name}(${places.join(', ')})`;
  if (info.kind !== 'window') return `${call}$0`;
  const over = overClause.replace('P:', `${places.length + 1}:`).replace('O:', `${places.length + 2}:`);
  return `${call}${over}$0`;
}

/** What LATERAL VIEW takes, with places for the names that it gives. */
const generators: readonly Proposal[] = functions
  .filter((info) => info.kind === 'generator')
  .map((info) => {
    const { snippet = '', ...base } = proposal(info, false, rank.column);
    return { ...base, snippet: snippet.replace('$0', ' ${8:items} AS ${9:item}$0') };
  });

/** What TRANSFORM takes, and within the calls there. */
const transformers = functions.filter((info) => info.family === 'feature transformer');
const written = transformers.map((info) => proposal(info, false, rank.joinCondition));
const withBrackets = transformers.map((info) => proposal(info, true, rank.joinCondition));
const within = [...transformers, ...functions.filter(({ name }) => name === 'array')].map((info) =>
  proposal(info, false, rank.keyword),
);

function transformerProposals({ parent }: SyntaxNode, called: boolean): readonly Proposal[] {
  if (parent?.kind === K.Arguments || parent?.kind === K.ArrayLiteral) return within;
  return called ? withBrackets : written;
}

const modelFunctions: readonly Proposal[] = functions
  .filter((info) => info.kind === 'model')
  .map((info) => proposal(info, false, rank.function));
