import type { TextRange } from '../../server/base/textRange';

/** What is expected at a place: from a `-- ^^^ code: message` line under the text it speaks about. */
export interface Annotation {
  readonly range: TextRange;
  readonly code: string;
  /** Empty when the annotation names a code alone. */
  readonly message: string;
}

/** One text of a fixture with its markers taken out; all offsets count in `text`. */
export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
  /** What stood between « and », in order of their openings. */
  readonly ranges: readonly TextRange[];
  readonly annotations: readonly Annotation[];
}

export interface Fixture {
  /** The first file, or the only one. */
  readonly main: FixtureFile;
  readonly files: readonly FixtureFile[];
  /** The text under `--- catalog`. */
  readonly catalog: string | undefined;
}

/**
 * Reads a marked text: `$0` is the cursor, `«…»` a range, `-- ^^^ code: message` speaks about the text above its
 * carets, and the header lines `--- catalog` and `--- /file.fsql` begin a new section. The line break before a
 * header belongs to the header.
 */
export function parseFixture(source: string): Fixture {
  const sections = splitSections(source);
  const files = sections
    .filter(({ name }) => name !== 'catalog')
    .map(({ name, text }) => parseFile(name, text));
  const main = files[0] ?? parseFile('/main.fsql', '');
  return { main, files, catalog: sections.find(({ name }) => name === 'catalog')?.text };
}

interface Section {
  readonly name: string;
  readonly text: string;
}

function splitSections(source: string): readonly Section[] {
  const parts = source.split(/(?:^|\n)--- (catalog|\/\S+)(?:\n|$)/);
  const [first = '', ...rest] = parts;
  const sections: Section[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    sections.push({ name: rest[at] as string, text: rest[at + 1] as string });
  }
  const onlyCatalog = !sections.some(({ name }) => name !== 'catalog');
  return first.trim() !== '' || onlyCatalog ? [{ name: '/main.fsql', text: first }, ...sections] : sections;
}

function parseFile(path: string, marked: string): FixtureFile {
  const lines: { readonly start: number }[] = [];
  const annotations: Annotation[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let cursor: number | undefined;
  let text = '';
  for (const raw of marked.split('\n')) {
    const above = lines.at(-1);
    const note = above && readAnnotation(raw, above.start);
    if (note) {
      annotations.push(note);
      continue;
    }
    if (above) text += '\n';
    lines.push({ start: text.length });
    for (const part of raw.split(/(\$0|«|»)/)) {
      if (part === '$0') cursor = text.length;
      else if (part === '«') {
        const range = { start: text.length, end: text.length };
        ranges.push(range);
        open.push(range);
      } else if (part === '»') {
        const range = open.pop();
        if (!range) throw new Error(`» without « in ${path}: ${raw}`);
        range.end = text.length;
      } else text += part;
    }
  }
  if (open.length > 0) throw new Error(`« without » in ${path}`);
  return { path, text, cursor, ranges, annotations };
}

function readAnnotation(line: string, above: number): Annotation | undefined {
  const [, before = '', carets = '', code = '', message = ''] =
    /^(\s*--\s*)(\^+) ?([\w-]+)(?:: (.*))?$/.exec(line) ?? [];
  const start = above + before.length;
  return carets === '' ? undefined : { range: { start, end: start + carets.length }, code, message };
}
