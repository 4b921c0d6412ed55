import type { FileModel } from '../analysis/analyzeFile';
import { findFunction } from '../catalog/builtins/functions';
import {
  printParameter,
  printSignature,
  type FunctionInfo,
  type Signature,
} from '../catalog/builtins/functionInfo';
import { isKeyword, isTrivia, TokenKind as T } from '../sql/tokenKind';
import { tokenText, type Statement } from '../sql/tree';
import { tokenAt } from '../sql/nodeAt';
import { takes, arityOf } from '../catalog/builtins/arity';
import { modelOptionsHelp } from './modelOptionsHelp';
import { typedStatement } from './names/typedStatement';
import { markdownText } from './render/markdownText';
import type { SignatureHelp } from './render/shownSignatures';

/**
 * The signatures of the call around an offset. It reads tokens, not the tree, so that it works in a call that is
 * still being typed.
 */
export function signatureHelp(file: FileModel, offset: number): SignatureHelp | undefined {
  const placed = typedStatement(file.tree, offset);
  const call = callAround(placed.statement, offset - placed.offset);
  if (!call) return modelOptionsHelp(placed.statement, offset - placed.offset);
  const info = findFunction(call.name);
  if (!info) return undefined;
  const fitting = info.signatures.findIndex((each) => takes(each, call.argument + 1));
  const active = Math.max(0, fitting);
  return {
    signatures: info.signatures.map((signature) => shown(info, signature)),
    activeSignature: active,
    activeParameter: activeParameter(info.signatures[active], call.argument),
  };
}

/** A repeated last parameter stays the active one. */
function activeParameter(signature: Signature | undefined, argument: number): number {
  const count = signature?.parameters.length ?? 0;
  return signature && arityOf(signature).most === Infinity ? Math.min(argument, count - 1) : argument;
}

function shown(info: FunctionInfo, signature: Signature) {
  const label = printSignature(info.name, signature);
  let from = info.name.length + 1;
  const parameters = signature.parameters.map((parameter): readonly [number, number] => {
    const text = printParameter(parameter);
    const start = label.indexOf(text, from);
    from = start + text.length;
    return [start, from];
  });
  return { label, parameters, markdown: markdownText(info.summary) };
}

interface Call {
  readonly name: string;
  /** How many commas stand before the cursor. */
  readonly argument: number;
}

function callAround(statement: Statement, offset: number): Call | undefined {
  const { kinds } = statement.tokens;
  let depth = 0;
  let argument = 0;
  for (let at = offset === 0 ? -1 : tokenAt(statement, offset - 1); at >= 0; at--) {
    const kind = kinds[at] as T;
    if (kind === T.Semicolon) return undefined;
    if (kind === T.CloseParen || kind === T.CloseBracket) depth++;
    else if (kind === T.Comma && depth === 0) argument++;
    if (kind !== T.OpenParen && kind !== T.OpenBracket) continue;
    if (depth > 0) depth--;
    else {
      const name = kind === T.OpenParen ? nameBefore(statement, at) : undefined;
      if (name !== undefined) return { name, argument };
      // Brackets of another kind: they stand within one argument of the call around them.
      argument = 0;
    }
  }
  return undefined;
}

/** The name of the function that a bracket belongs to: a name, or a word of the language that is one. */
function nameBefore(statement: Statement, bracket: number): string | undefined {
  const { kinds } = statement.tokens;
  let at = bracket - 1;
  while (at >= 0 && isTrivia(kinds[at] as T)) at--;
  const kind = kinds[at] as T;
  if (at < 0 || (kind !== T.Identifier && !isKeyword(kind))) return undefined;
  const name = tokenText(statement, at);
  return kind === T.Identifier || findFunction(name) ? name : undefined;
}
