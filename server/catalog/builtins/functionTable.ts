import { parseType } from '../typeText';
import { typeClasses } from './functionInfo';
import type {
  FunctionInfo,
  FunctionKind,
  NamedPattern,
  Parameter,
  Signature,
  TypeClass,
  TypePattern,
} from './functionInfo';

/**
 * Reads a table of functions, one a line: `~name(parameters) -> result / (parameters) -> result | summary`.
 *
 * `~` marks what Spark knows and Query Service does not document. A parameter is `name: type`, in brackets when
 * optional, with `...` when it may be repeated. `const` marks one that must be constant, `nonnull` one that does not
 * take NULL, a `!` behind its type that nothing is turned into the type. Single capitals are type variables, `N` over
 * numbers and `I` over whole numbers unless a class stands before: `quantity:N`. A result ends with `?` when it may be null whatever the arguments are, with `!` when it never is; so
 * does a column of `rows<...>`.
 */
export function functionTable(table: string, kind: FunctionKind, family: string): readonly FunctionInfo[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readLine(line, kind, family));
}

const syntaxWords = ['unit', 'identifier', 'select', 'star'];

function isTypeClass(word: string): word is TypeClass {
  return Object.hasOwn(typeClasses, word);
}

/** What a variable stands for where no class stands before it. */
function boundOf(variable: string): TypeClass {
  return variable === 'N' ? 'numeric' : variable === 'I' ? 'integral' : 'any';
}

function readLine(line: string, kind: FunctionKind, family: string): FunctionInfo {
  const bar = line.lastIndexOf(' | ');
  const reader = new LineReader(line.slice(0, bar));
  const documented = !reader.skip('~');
  const name = reader.word();
  const signatures = [reader.signature()];
  while (reader.skip(' / ')) signatures.push(reader.signature());
  reader.expectEnd();
  return { name, kind, family, documented, signatures, summary: line.slice(bar + 3) };
}

class LineReader {
  private at = 0;

  constructor(private readonly line: string) {}

  signature(): Signature {
    const parameters: Parameter[] = [];
    this.expect('(');
    while (!this.skip(')')) {
      if (parameters.length > 0) this.expect(', ');
      parameters.push(this.parameter());
    }
    this.expect(' -> ');
    const start = this.at;
    const returns = this.pattern();
    const returnsText = this.line.slice(start, this.at);
    const nullable = this.skip('?') ? 'always' : this.skip('!') ? 'never' : 'asArguments';
    return { parameters, returns, returnsText, nullable };
  }

  word(): string {
    return this.match(/\w+/y);
  }

  skip(text: string): boolean {
    if (!this.line.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  expectEnd(): void {
    if (this.at !== this.line.length) throw this.broken();
  }

  private parameter(): Parameter {
    const optional = this.skip('[');
    const name = this.word();
    this.expect(': ');
    const constant = this.skip('const ');
    const notNull = this.skip('nonnull ');
    const start = this.at;
    const type = this.pattern();
    const text = this.line.slice(start, this.at);
    const strict = this.skip('!');
    const variadic = this.skip('...');
    if (optional) this.expect(']');
    return { name, type, text, optional, variadic, strict, constant, notNull };
  }

  private pattern(): TypePattern {
    if (this.skip('(')) return this.lambda();
    const word = this.word();
    // A vector of features is an array once it is read.
    if ((word === 'array' || word === 'vector') && this.skip('<'))
      return { kind: 'array', element: this.last() };
    if (word === 'map' && this.skip('<')) {
      const key = this.pattern();
      this.expect(',');
      return { kind: 'map', key, value: this.last() };
    }
    if (word === 'struct' && this.skip('<')) return { kind: 'struct', fields: this.fields() };
    if (word === 'rows' && this.skip('<')) {
      return { kind: 'rows', columns: this.skip('any>') ? undefined : this.fields() };
    }
    if (/^[A-Z]$/.test(word)) return { kind: 'variable', name: word, bound: boundOf(word) };
    if (isTypeClass(word)) return this.classOrVariable(word);
    if (syntaxWords.includes(word)) return { kind: 'syntax', name: word };
    return {
      kind: 'exact',
      type: parseType(word + this.match(/(?:\(\d+,\d+\)|<\w+>|(?: (?:day|year) to \w+))?/y)),
    };
  }

  /** `numeric`, or `numeric:N` for a variable over it. */
  private classOrVariable(bound: TypeClass): TypePattern {
    const variable = this.skipMatch(/:[A-Z]\b/y);
    return variable ? { kind: 'variable', name: variable.slice(1), bound } : { kind: 'class', name: bound };
  }

  private lambda(): TypePattern {
    const parameters: TypePattern[] = [];
    let required = 0;
    do {
      const optional = this.skip('[');
      parameters.push(this.pattern());
      if (optional) this.expect(']');
      else required++;
    } while (this.skip(', '));
    this.expect(') -> ');
    return { kind: 'lambda', parameters, required, result: this.pattern() };
  }

  private fields(): readonly NamedPattern[] {
    const fields: NamedPattern[] = [];
    do {
      const name = this.word();
      this.expect(':');
      const type = this.pattern();
      fields.push({ name, type, required: this.skip('!') });
    } while (this.skip(','));
    this.expect('>');
    return fields;
  }

  private last(): TypePattern {
    const type = this.pattern();
    this.expect('>');
    return type;
  }

  private expect(text: string): void {
    if (!this.skip(text)) throw this.broken();
  }

  private match(pattern: RegExp): string {
    const found = this.skipMatch(pattern);
    if (found === undefined) throw this.broken();
    return found;
  }

  private skipMatch(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.line);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }

  private broken(): Error {
    return new Error(`The function table is broken at column ${this.at}: ${this.line}`);
  }
}
