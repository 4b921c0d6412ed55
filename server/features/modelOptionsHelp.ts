import { findModelType, isTypeOption, plainName } from '../catalog/builtins/modelTypes';
import { tokenAt } from '../sql/nodeAt';
import { isTrivia, TokenKind as T } from '../sql/tokenKind';
import { tokenText, type Statement } from '../sql/tree';
import { markdownText } from './render/markdownText';
import type { SignatureHelp } from './render/shownSignatures';

/**
 * The options of the type of model within OPTIONS ( ... ), as the parameters of a call, at the one that is being
 * written. It reads tokens, as the statement is rarely complete.
 */
export function modelOptionsHelp(statement: Statement, offset: number): SignatureHelp | undefined {
  const tokens = [...ownTokens(statement)];
  const cursor = offset === 0 ? -1 : tokenAt(statement, offset - 1);
  const before = tokens.filter(({ at }) => at <= cursor);
  const opener = openBracket(before);
  if (opener < 1 || before[opener - 1]?.kind !== T.OPTIONS || !tokens.some(({ kind }) => kind === T.MODEL))
    return undefined;
  const type = findModelType(typeIn(tokens.slice(opener)) ?? '');
  if (!type) return undefined;
  const parameters = type.options.map(({ name, initial, kind }) => `${name} = ${initial ?? kind}`);
  const label = `${type.name}(${parameters.join(', ')})`;
  const written = currentOption(before.slice(opener + 1));
  const active = type.options.findIndex(({ name }) => plainName(name) === plainName(written));
  const option = type.options[active];
  return {
    signatures: [
      {
        label,
        parameters: rangesIn(parameters, type.name.length + 1),
        markdown: markdownText(option?.summary ?? type.summary),
      },
    ],
    activeSignature: 0,
    // None is meant while its name is being written.
    activeParameter: active < 0 ? parameters.length : active,
  };
}

interface Token {
  readonly at: number;
  readonly kind: T;
  readonly text: string;
}

function* ownTokens(statement: Statement): Generator<Token> {
  const { kinds } = statement.tokens;
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at] as T;
    if (!isTrivia(kind)) yield { at, kind, text: tokenText(statement, at) };
  }
}

/** The last bracket that is not closed; -1 when all are. */
function openBracket(tokens: readonly Token[]): number {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const kind = tokens[index]?.kind;
    if (kind === T.CloseParen) depth++;
    else if (kind === T.OpenParen && depth-- === 0) return index;
  }
  return -1;
}

function typeIn(tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(({ text }, index) => isTypeOption(text) && tokens[index + 1]?.kind === T.Equal);
  return at < 0 ? undefined : tokens[at + 2]?.text.replace(/^['"]|['"]$/g, '');
}

/** The word behind the last comma. */
function currentOption(tokens: readonly Token[]): string {
  const comma = tokens.findLastIndex(({ kind }) => kind === T.Comma);
  return tokens[comma + 1]?.text ?? '';
}

function rangesIn(parameters: readonly string[], start: number): readonly (readonly [number, number])[] {
  let from = start;
  return parameters.map((text) => {
    const range = [from, from + text.length] as const;
    from += text.length + 2;
    return range;
  });
}
