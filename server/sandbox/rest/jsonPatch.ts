import { z } from 'zod';
import { badRequest } from './problem';

/** RFC 6902, with operation names in any case, as the Platform takes them. */
export const jsonPatch = z.array(
  z.looseObject({
    op: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test'])),
    path: z.string(),
    from: z.string().optional(),
    value: z.unknown().optional(),
  }),
);

export type JsonPatch = z.infer<typeof jsonPatch>;

/** The document after all operations; throws a problem that names the first one that cannot be done. */
export function applyJsonPatch(document: unknown, patch: JsonPatch): unknown {
  let result: unknown = structuredClone(document);
  for (const { op, path, from, value } of patch) {
    const to = stepsOf(path);
    switch (op) {
      case 'add':
        result = add(result, to, value);
        break;
      case 'remove':
        result = remove(result, to);
        break;
      case 'replace':
        result = add(remove(result, to), to, value);
        break;
      case 'move':
      case 'copy': {
        const source = stepsOf(from ?? '');
        const moved = structuredClone(valueAt(result, source));
        result = add(op === 'move' ? remove(result, source) : result, to, moved);
        break;
      }
      case 'test':
        if (JSON.stringify(valueAt(result, to)) !== JSON.stringify(value)) {
          throw badRequest(`${path} has another value than the test says`);
        }
        break;
    }
  }
  return result;
}

function stepsOf(path: string): readonly string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw badRequest(`The path "${path}" must start with /`);
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(document: unknown, steps: readonly string[]): unknown {
  let value = document;
  for (const step of steps) value = child(value, step, steps);
  return value;
}

function child(parent: unknown, step: string, steps: readonly string[]): unknown {
  if (Array.isArray(parent)) return (parent as readonly unknown[])[indexIn(step, parent.length - 1, steps)];
  if (isObject(parent) && Object.hasOwn(parent, step)) return parent[step];
  throw nothingAt(steps);
}

/** Changes `document`, and answers it, or what takes its place. */
function add(document: unknown, steps: readonly string[], value: unknown): unknown {
  const last = steps.at(-1);
  if (last === undefined) return value;
  const parent = valueAt(document, steps.slice(0, -1));
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : indexIn(last, parent.length, steps);
    parent.splice(index, 0, value);
  } else if (isObject(parent)) define(parent, last, value);
  else throw nothingAt(steps);
  return document;
}

function remove(document: unknown, steps: readonly string[]): unknown {
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const parent = valueAt(document, steps.slice(0, -1));
  child(parent, last, steps);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isObject(parent)) delete parent[last];
  return document;
}

/** An assignment to `__proto__` would change more than the document. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

function indexIn(step: string, most: number, steps: readonly string[]): number {
  const index = /^(0|[1-9]\d{0,8})$/.test(step) ? Number(step) : Number.NaN;
  if (index >= 0 && index <= most) return index;
  throw nothingAt(steps);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nothingAt(steps: readonly string[]): Error {
  return badRequest(`There is nothing at /${steps.join('/')}`);
}
