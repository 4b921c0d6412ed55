import { columnsOf } from '../../analysis/query/star';
import { frames } from '../../analysis/scope';
import type { Column, Frame, Scope } from '../../analysis/model';
import type { DataType, Field } from '../../catalog/types';

/** Every column that a name in this scope can mean, innermost first. */
export function columnsInScope(scope: Scope | undefined): readonly Column[] {
  return [...frames(scope)].flatMap(columnsOfFrame);
}

export function columnsOfFrame(frame: Frame): readonly Column[] {
  switch (frame.kind) {
    case 'rows':
      return frame.rows.sources.flatMap(columnsOf);
    case 'aliases':
      return frame.columns.columns;
    case 'lambda':
      return frame.columns;
  }
}

const deepest = 8;

/** The path to a nested field of this very name; `undefined` when there is none or several at the same depth. */
export function pathOfLeaf(columns: readonly Column[], name: string): readonly string[] | undefined {
  const wanted = name.toLowerCase();
  let level: readonly Struct[] = columns.flatMap(({ name, type }) => structAt(name, type, undefined));
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const [found, another] = fieldsCalled(level, wanted);
    if (found) return another ? undefined : found;
    level = level.flatMap((outer) =>
      outer.fields.flatMap((field) => structAt(field.name, field.type, outer)),
    );
  }
  return undefined;
}

interface Struct {
  readonly name: string;
  readonly outer: Struct | undefined;
  readonly fields: readonly Field[];
}

/** Most fields are no structs, and are not looked at again. */
function structAt(name: string, type: DataType, outer: Struct | undefined): readonly Struct[] {
  return type.kind === 'struct' ? [{ name, outer, fields: type.fields }] : [];
}

/** The paths to the fields of a name in these structs; `wanted` is in lower case. */
function fieldsCalled(structs: readonly Struct[], wanted: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const struct of structs) {
    for (const { name } of struct.fields) {
      if (name.length === wanted.length && name.toLowerCase() === wanted)
        found.push([...pathTo(struct), name]);
    }
  }
  return found;
}

function pathTo({ name, outer }: Struct): readonly string[] {
  return outer ? [...pathTo(outer), name] : [name];
}
