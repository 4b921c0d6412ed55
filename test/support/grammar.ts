import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';

/** A stretch of text with the scopes that a theme sees, the outermost first. */
export interface ScopedToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const files: Readonly<Record<string, string>> = {
  'source.feature-sql': 'syntaxes/featureSql.tmLanguage.json',
  'python.injection.feature-sql': 'syntaxes/python.tmLanguage.json',
  'source.python': 'test/data/grammars/python.tmLanguage.json',
};

async function registry(): Promise<Registry> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scope) => Promise.resolve(rawGrammar(scope)),
    getInjections: (scope) => (scope === 'source.python' ? ['python.injection.feature-sql'] : undefined),
  });
}

function rawGrammar(scope: string): IRawGrammar | null {
  const file = files[scope];
  return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
}

let shared: Promise<Registry> | undefined;

/** The grammar as the editor's own engine runs it. */
export async function loadGrammar(scope: string): Promise<IGrammar> {
  const grammar = await (await (shared ??= registry())).loadGrammar(scope);
  if (!grammar) throw new Error(`There is no grammar for ${scope}`);
  return grammar;
}

export function scopedTokens(grammar: IGrammar, text: string): readonly ScopedToken[] {
  const tokens: ScopedToken[] = [];
  let state = INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const end = Math.min(endIndex, line.length);
      if (end <= startIndex) continue;
      const content = line.slice(startIndex, end);
      tokens.push({ start: offset + startIndex, end: offset + end, text: content, scopes });
    }
    state = result.ruleStack;
    offset += line.length + 1;
  }
  return tokens;
}
