import type { TextRange } from '../../server/base/textRange';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import type { Catalog } from '../../server/catalog/catalog';
import { functions } from '../../server/catalog/builtins/functions';
import type { Dataset, DataType, Field } from '../../server/catalog/types';
import { fieldsOf } from '../../server/catalog/catalog';
import type { Diagnostic } from '../../server/features/diagnostics/diagnostic';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { keywords } from '../../server/sql/keyword';
import { parse } from '../../server/sql/parse';
import { Random } from '../support/random';
import { clausePlaces } from './clausePlaces';
import type { Candidate, Group, Place } from './mutant';
import { namePlaces } from './namePlaces';
import { typePlaces } from './typePlaces';

export interface Entry {
  readonly name: string;
  readonly sql: string;
}

export interface Outcome {
  readonly entry: string;
  readonly group: Group;
  readonly kind: string;
  /** The line with the mutant in it, for reading. */
  readonly shown: string;
  /** Told at the place; told, but only elsewhere; not told. */
  readonly result: 'found' | 'elsewhere' | 'silent';
  /** The codes of the findings of a text that had none. */
  readonly codes: readonly string[];
}

export interface Measured {
  readonly outcomes: readonly Outcome[];
  /** Entries with findings before anything was broken: they are not used. */
  readonly unclean: readonly string[];
  /** How many places were left out, by group, kind and reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Advice on what is right but unwise: it is no answer to a mistake. */
const advice: ReadonlySet<string> = new Set([
  ...['missing-time-filter', 'restricted-label', 'temporal-leakage', 'snapshot-truncates-window'],
  ...['error-swallowed', 'skips-first-snapshot', 'unused-declassify', 'unlikely-value'],
]);

/** Breaks every text at up to `perKind` places of a kind, one at a time. */
export function measure(
  entries: readonly Entry[],
  catalog: Catalog,
  { seed, perKind }: { readonly seed: number; readonly perKind: number },
): Measured {
  const random = new Random(seed);
  const outcomes: Outcome[] = [];
  const unclean: string[] = [];
  const leftOut = new Map<string, number>();
  const names = catalogNames(catalog);
  for (const entry of entries) {
    if (mistakes(entry.sql, catalog).length > 0) {
      unclean.push(entry.name);
      continue;
    }
    const places = placesOf(entry.sql, catalog, names);
    const candidates = places.filter((place) => 'range' in place);
    for (const place of places) {
      if ('range' in place) continue;
      const key = `${place.group}: ${place.kind}, ${place.reason}`;
      leftOut.set(key, (leftOut.get(key) ?? 0) + 1);
    }
    for (const candidate of chosen(candidates, perKind, random)) {
      outcomes.push(judge(entry, candidate, catalog, random));
    }
  }
  return { outcomes, unclean, leftOut };
}

function placesOf(sql: string, catalog: Catalog, names: ReadonlySet<string>): readonly Place[] {
  const file = analyzeFile(parse(sql), catalog);
  const words = sql.toLowerCase().match(/\w+/g) ?? [];
  const taken = new Set([...names, ...words]);
  const strangers = strangersTo(new Set(words), catalog);
  return file.statements.flatMap((statement) => {
    const context = { file, statement, taken, strangers };
    return [...namePlaces(context), ...typePlaces(context), ...clausePlaces(context)];
  });
}

function chosen(candidates: readonly Candidate[], perKind: number, random: Random): readonly Candidate[] {
  const byKind = new Map<string, Candidate[]>();
  for (const each of candidates) {
    const key = `${each.group} ${each.kind}`;
    byKind.set(key, [...(byKind.get(key) ?? []), each]);
  }
  return [...byKind.values()].flatMap((all) => {
    const left = [...all];
    const picked: Candidate[] = [];
    while (picked.length < perKind && left.length > 0)
      picked.push(...left.splice(random.below(left.length), 1));
    return picked;
  });
}

function judge(entry: Entry, candidate: Candidate, catalog: Catalog, random: Random): Outcome {
  const { range, group, kind } = candidate;
  const text = candidate.replacement(random);
  const sql = entry.sql.slice(0, range.start) + text + entry.sql.slice(range.end);
  const grown = text.length - (range.end - range.start);
  const told = mistakes(sql, catalog);
  const places = [{ start: range.start, end: range.start + text.length }];
  if (candidate.also) places.push({ start: candidate.also.start, end: candidate.also.end + grown });
  const isThere = told.some((each) => places.some((place) => overlap(each.range, place)));
  const line = sql.slice(0, range.start).lastIndexOf('\n') + 1;
  const shown = `${sql.slice(line, range.start)}«${text}»${sql.slice(range.start + text.length).split('\n')[0] ?? ''}`;
  const result = isThere ? 'found' : told.length > 0 ? 'elsewhere' : 'silent';
  return { entry: entry.name, group, kind, shown: shown.trim(), result, codes: told.map(({ code }) => code) };
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function mistakes(sql: string, catalog: Catalog): readonly Diagnostic[] {
  return diagnostics(analyzeFile(parse(sql), catalog)).filter(
    ({ severity, code }) => (severity === 'error' || severity === 'warning') && !advice.has(code),
  );
}

const languageNames: ReadonlySet<string> = new Set(
  [...keywords, ...functions.map(({ name }) => name)].map((name) => name.toLowerCase()),
);

function catalogNames(catalog: Catalog): ReadonlySet<string> {
  const names = new Set(languageNames);
  for (const dataset of catalog.datasets) {
    for (const part of dataset.table.toLowerCase().split('.')) names.add(part);
    for (const name of fieldNames(dataset)) names.add(name.toLowerCase());
  }
  return names;
}

/** The plain names of fields of tables that a text does not mention, which no table that it mentions has. */
function strangersTo(words: ReadonlySet<string>, catalog: Catalog): readonly string[] {
  const isMentioned = ({ table }: Dataset) => words.has(table.toLowerCase().split('.').at(-1) ?? '');
  const own = new Set(
    catalog.datasets
      .filter(isMentioned)
      .flatMap((each) => fieldNames(each).map((name) => name.toLowerCase())),
  );
  const others = catalog.datasets.filter((each) => !isMentioned(each)).flatMap(fieldNames);
  return [...new Set(others)].filter((name) => {
    const key = name.toLowerCase();
    return /^[a-z]\w*$/i.test(name) && !own.has(key) && !words.has(key) && !languageNames.has(key);
  });
}

function fieldNames({ columns }: Dataset): readonly string[] {
  const namesOf = (fields: readonly Field[]): readonly string[] =>
    fields.flatMap(({ name, type }) => [name, ...namesOf(fieldsUnder(type))]);
  return namesOf(columns);
}

function fieldsUnder(type: DataType): readonly Field[] {
  return type.kind === 'map' ? fieldsUnder(type.value) : fieldsOf(type);
}
