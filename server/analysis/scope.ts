import type { Ctes, Definition, Frame, Rows, Scope } from './model';

export const noRows: Rows = { sources: [], merged: [] };

export const emptyScope: Scope = {
  frame: { kind: 'rows', rows: noRows, bare: true },
  outer: undefined,
  ctes: undefined,
  windows: [],
};

/** A scope inside another one, with the same CTEs and windows unless told. */
export function within(outer: Scope, frame: Frame, ctes: Ctes | undefined = outer.ctes): Scope {
  return { frame, outer, ctes, windows: outer.windows };
}

export function findCte(scope: Scope | undefined, name: string): Definition | undefined {
  const key = name.toLowerCase();
  for (let at = scope?.ctes; at; at = at.outer)
    if (at.definition.name.toLowerCase() === key) return at.definition;
  return undefined;
}

/** Every layer from the innermost outwards. */
export function* frames(scope: Scope | undefined): Generator<Frame> {
  for (let at = scope; at; at = at.outer) yield at.frame;
}
