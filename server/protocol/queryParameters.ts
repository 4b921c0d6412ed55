import { querySpans } from './queryText';

export type Substitution =
  | { readonly status: 'done'; readonly sql: string; readonly toOriginal: (offset: number) => number }
  /** Parameters of the text that have no value, in order of appearance. */
  | { readonly status: 'missing'; readonly names: readonly string[] };

/**
 * Puts values in the place of `$name` parameters, as text and without a check of any kind, also within quotes: that
 * is how Query Service's templates work. `$1` of prepared statements and `$$` of blocks are no parameters, and what
 * stands in a comment is left alone. Values for names that do not occur are ignored. `toOriginal` turns an offset
 * into the result into one into `sql`; within a value, into the place of its parameter.
 */
export function substituteParameters(sql: string, values: ReadonlyMap<string, string>): Substitution {
  const used = parametersIn(sql);
  const names = [...new Set(used.map((parameter) => parameter.name))];
  const missing = names.filter((name) => !values.has(name));
  if (missing.length > 0) return { status: 'missing', names: missing };

  let text = '';
  let end = 0;
  const places: Place[] = [];
  for (const parameter of used) {
    text += sql.slice(end, parameter.start);
    const value = values.get(parameter.name) as string;
    end = parameter.end;
    places.push({ original: parameter, start: text.length, end: text.length + value.length });
    text += value;
  }
  return {
    status: 'done',
    sql: text + sql.slice(end),
    toOriginal: (offset) => originalOffset(places, offset),
  };
}

/** A `$name` of a query; the range includes the dollar sign. */
export interface QueryParameter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function parametersIn(sql: string): readonly QueryParameter[] {
  return querySpans(sql).flatMap((span) => {
    if (span.kind === 'comment' || span.kind === 'blockDelimiter') return [];
    return [...sql.slice(span.start, span.end).matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => {
      const start = span.start + match.index;
      return { name: match[1] as string, start, end: start + match[0].length };
    });
  });
}

interface Place {
  readonly original: QueryParameter;
  /** Of the value, in the text with values. */
  readonly start: number;
  readonly end: number;
}

function originalOffset(places: readonly Place[], offset: number): number {
  const place = places.findLast((each) => each.start <= offset);
  if (!place) return offset;
  return offset < place.end ? place.original.start : place.original.end + (offset - place.end);
}
