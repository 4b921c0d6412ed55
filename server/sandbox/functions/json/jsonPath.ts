import type { JsonValue } from './jsonValue';
import { readJson } from './readJson';
import { writeJson } from './writeJson';

type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'anyName' }
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'anyPlace' };

/** How what is found is written: a text alone is bare, one of several is quoted, and arrays may be dissolved. */
type Style = 'bare' | 'quoted' | 'dissolved';

/** The values at a path such as `$.a[*].b`, as Spark's `get_json_object` puts them into one text. */
export function jsonAtPath(json: string, path: string): string | undefined {
  const steps = stepsOf(path);
  const value = steps && readJson(json, { controlCharacters: true });
  const found = value && foundAt(value, steps, 'bare');
  return found && found.length > 0 ? found.join(',') : undefined;
}

const stepForm = /\.([^.[]+)|\['([^'?]+)'\]|\[(\*|\d+)\]/y;

function stepsOf(path: string): readonly PathStep[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: PathStep[] = [];
  stepForm.lastIndex = 1;
  while (stepForm.lastIndex < path.length) {
    const match = stepForm.exec(path);
    if (!match) return undefined;
    const [, name, quoted, place] = match;
    if (quoted === '*') steps.push({ kind: 'anyName' });
    else if (place === undefined) steps.push({ kind: 'name', name: name ?? quoted ?? '' });
    else steps.push(place === '*' ? { kind: 'anyPlace' } : { kind: 'place', place: Number(place) });
  }
  return steps;
}

/** The texts that are found, in their order. */
function foundAt(value: JsonValue, steps: readonly PathStep[], style: Style): readonly string[] {
  const [step, ...rest] = steps;
  if (!step) return written(value, style);
  if (value.kind === 'object') return inObject(value.entries, step, rest, style);
  return value.kind === 'array' ? inArray(value.items, step, rest, style) : [];
}

function written(value: JsonValue, style: Style): readonly string[] {
  if (value.kind === 'string' && style === 'bare') return [value.value];
  if (value.kind === 'array' && style === 'dissolved')
    return value.items.flatMap((item) => foundAt(item, [], style));
  return [writeJson(value)];
}

/** The first entry that leads to something. */
function inObject(
  entries: Extract<JsonValue, { kind: 'object' }>['entries'],
  step: PathStep,
  rest: readonly PathStep[],
  style: Style,
): readonly string[] {
  for (const [name, value] of entries) {
    const isMeant =
      step.kind === 'anyName' || (step.kind === 'name' && step.name === name && value.kind !== 'null');
    const found = isMeant ? foundAt(value, rest, style) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function inArray(
  items: readonly JsonValue[],
  step: PathStep,
  rest: readonly PathStep[],
  style: Style,
): readonly string[] {
  if (step.kind === 'place') {
    const item = items[step.place];
    return item ? foundAt(item, rest, rest[0]?.kind === 'anyPlace' ? 'quoted' : style) : [];
  }
  if (step.kind !== 'anyPlace') return [];
  const [next, ...further] = rest;
  if (next?.kind === 'anyPlace') {
    return [`[${items.flatMap((item) => foundAt(item, further, 'dissolved')).join(',')}]`];
  }
  const each = items
    .map((item) => foundAt(item, rest, style === 'bare' ? 'quoted' : style))
    .filter((found) => found.length > 0);
  // One that is alone stands without brackets, unless it is within an array.
  if (style !== 'quoted') return each.length > 1 ? [`[${each.flat().join(',')}]`] : each.flat();
  return each.length > 0 ? [`[${each.flat().join(',')}]`] : [];
}
