import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseStatement } from '../../server/sql/parse';
import { isTrivia, type TokenKind } from '../../server/sql/tokenKind';
import { tokenText } from '../../server/sql/tree';

export interface CorpusEntry {
  readonly name: string;
  readonly sql: string;
}

/** What edits are made of. */
export interface Corpus {
  readonly entries: readonly CorpusEntry[];
  /** Texts of statements, for putting one into another. */
  readonly statements: readonly string[];
  /** The different tokens of the statements. */
  readonly tokens: readonly string[];
}

export function readCorpus(paths: readonly string[]): Corpus {
  const entries = paths.flatMap(readEntries);
  if (entries.length === 0) throw new Error(`There is no SQL in ${paths.join(', ')}`);
  const statements = entries.flatMap(({ sql }) =>
    parse(sql).statements.map(({ statement }) => statement.text),
  );
  const tokens = new Set(statements.flatMap(tokensOf));
  return { entries, statements, tokens: [...tokens] };
}

/** The entries of a folder with all below it, of a `.jsonl` file with `{name, sql}` a line, or of a file of SQL. */
export function readEntries(path: string): readonly CorpusEntry[] {
  if (statSync(path).isDirectory()) {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(sql|fsql|jsonl)$/.test(name))
      .sort()
      .flatMap((name) => readEntries(join(path, name)));
  }
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return [{ name: path, sql: text }];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusEntry);
}

function tokensOf(text: string): readonly string[] {
  const statement = parseStatement(text);
  return Array.from({ length: statement.tokens.count }, (_, at) => at)
    .filter((at) => !isTrivia(statement.tokens.kinds[at] as TokenKind))
    .map((at) => tokenText(statement, at));
}
