import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { isKeyword, isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { type Comment, commentsOf, type TokenComments } from './comments';
import type { Item } from './item';
import type { FormatOptions } from './options';
import { separates } from './spacing';

const { hardline, join, lineSuffix, literalline } = builders;

/** A piece of layout, as prettier's document printer takes it. */
export type Doc = builders.Doc;

/** Lays out one node. */
export type Layout = (printer: Printer, node: SyntaxNode) => Doc;

/** Turns the tree of one statement into a document; every token is printed once, with its comments. */
export class Printer {
  private readonly comments: Map<number, TokenComments>;

  constructor(
    readonly statement: Statement,
    readonly options: FormatOptions,
    private readonly layouts: ReadonlyMap<NodeKind, Layout>,
  ) {
    this.comments = commentsOf(statement, options.commas);
  }

  /** The node after the comments before it, so that these break none of its own lines. */
  print(node: SyntaxNode): Doc {
    const layout = this.layouts.get(node.kind);
    const before = isWhole(node) ? this.hoistedWithBlanks(node) : this.hoisted(node);
    return [before, layout ? layout(this, node) : this.inline(this.items(node), node)];
  }

  /** Tokens and children of a node, in order. */
  items(node: SyntaxNode): readonly Item[] {
    const { kinds } = this.statement.tokens;
    const items: Item[] = [];
    let at = node.first;
    const tokensUpTo = (end: number): void => {
      for (; at < end; at++) {
        if (!isTrivia(kinds[at] as T)) items.push({ first: at, end: at + 1, node: undefined });
      }
    };
    for (const child of node.children) {
      tokensUpTo(child.first);
      items.push({ first: child.first, end: child.end, node: child });
      at = child.end;
    }
    tokensUpTo(node.end);
    return items;
  }

  kind(item: Item): T {
    return this.statement.tokens.kinds[item.first] as T;
  }

  /** The item is a token of this kind. */
  is(item: Item | undefined, kind: T): boolean {
    return item !== undefined && item.node === undefined && this.kind(item) === kind;
  }

  item(item: Item, parent: SyntaxNode): Doc {
    return item.node ? this.print(item.node) : this.token(item.first, parent);
  }

  /** Items one behind the other, with spaces where SQL has them. */
  inline(items: readonly Item[], parent: SyntaxNode): Doc {
    const parts: Doc[] = [];
    items.forEach((item, at) => {
      const before = items[at - 1];
      if (before)
        parts.push(
          this.between(before, item, separates(this.statement.tokens.kinds, before, item, parent) ? ' ' : ''),
        );
      parts.push(this.item(item, parent));
    });
    return parts;
  }

  /** What stands between two items: a line break where a comment wants one, else `separator`. */
  between(before: Item, next: Item, separator: Doc): Doc {
    const leading = this.comments.get(next.first)?.leading ?? [];
    if (leading.length > 0) return hardline;
    const trailing = this.comments.get(before.end - 1)?.trailing ?? [];
    const waits =
      (this.is(next, T.Comma) && this.options.commas === 'trailing') || this.is(next, T.Semicolon);
    return !waits && trailing.some(({ isLine }) => isLine) ? hardline : separator;
  }

  /** A token with its comments. */
  token(token: number, parent: SyntaxNode): Doc {
    const around = this.comments.get(token);
    const text = this.text(token, parent);
    return around ? [leadingDoc(around.leading), text, trailingDoc(around.trailing)] : text;
  }

  /** The token without its comments, which the caller prints. */
  private text(token: number, parent: SyntaxNode): Doc {
    const text = tokenText(this.statement, token);
    if (isKeyword(this.statement.tokens.kinds[token] as T) && isWordOfSyntax(parent))
      return this.keyword(text);
    return verbatim(text);
  }

  private keyword(text: string): string {
    const { keywordCase } = this.options;
    if (keywordCase === 'preserve') return text;
    return keywordCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
  }

  /** The node as it is written, its comments included. */
  verbatim(node: SyntaxNode): Doc {
    const { starts } = this.statement.tokens;
    const raw = this.statement.text.slice(starts[node.first], starts[node.end]);
    const around = this.comments.get(node.first)?.leading ?? [];
    return [leadingDoc(around), verbatim(raw), trailingDoc(this.comments.get(node.end - 1)?.trailing ?? [])];
  }

  /** The comments before the word that ends a block, each on a line of its own; they belong into the block. */
  closingComments(item: Item): Doc {
    const around = this.comments.get(item.first);
    if (!around) return '';
    this.comments.set(item.first, { ...around, leading: [] });
    return around.leading.map(({ text, afterBlank }) => [
      hardline,
      afterBlank ? hardline : '',
      verbatim(text),
    ]);
  }

  /** Comments that no token follows. */
  get dangling(): readonly Comment[] {
    return this.comments.get(this.statement.tokens.count)?.leading ?? [];
  }

  /** The comments before a node, which its layout then knows nothing of. */
  private hoisted(node: SyntaxNode): Doc {
    return leadingDoc(this.taken(node)?.leading ?? []);
  }

  /** The same with the blank lines around the comments, one of each. */
  private hoistedWithBlanks(node: SyntaxNode): Doc {
    const around = this.taken(node);
    if (!around) return '';
    const lines = around.leading.map((comment, at) => [
      at > 0 && comment.afterBlank ? hardline : '',
      leadingDoc([comment]),
    ]);
    return [lines, around.isApart ? hardline : ''];
  }

  private taken(node: SyntaxNode): TokenComments | undefined {
    const around = this.comments.get(node.first);
    if (around) this.comments.set(node.first, { ...around, leading: [] });
    return around;
  }

  /** The source has a line break between the items. */
  breaksBetween(before: Item, next: Item): boolean {
    const { starts } = this.statement.tokens;
    return /[\r\n]/.test(this.statement.text.slice(starts[before.first], starts[next.first]));
  }
}

/** A statement of its own, with its `;`. */
function isWhole({ kind }: SyntaxNode): boolean {
  return kind === NodeKind.Statement || kind === NodeKind.BlockStatement;
}

/** The keywords of a name, type or option are what the author chose. */
function isWordOfSyntax({ kind }: SyntaxNode): boolean {
  return kind !== NodeKind.Name && kind !== NodeKind.TypeName && kind !== NodeKind.Parameter;
}

/** Text that may hold line breaks, kept as it is. */
function verbatim(text: string): Doc {
  return /[\r\n]/.test(text) ? join(literalline, text.split(/\r\n|\n|\r/)) : text;
}

function leadingDoc(comments: readonly Comment[]): Doc {
  return comments.map(({ text, endsLine }) => [verbatim(text), endsLine ? hardline : ' ']);
}

/** What follows a comment that ends the line breaks the line itself, see `between`. */
function trailingDoc(comments: readonly Comment[]): Doc {
  return comments.map(({ text, isLine }) => (isLine ? lineSuffix([' ', text]) : [' ', verbatim(text)]));
}
