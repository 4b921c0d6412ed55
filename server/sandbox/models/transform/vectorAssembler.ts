import { z } from 'zod';
import type { Input } from './transformer';
import { transformer } from './transformer';
import { failure } from './sql';

/** How many numbers each input gives; null where that is not known. */
const sizes = z.object({ sizes: z.array(z.number().nullable()) });

/** vector_assembler(array(column, ...)): one vector of all of them. A null has no place in it. */
export const vectorAssembler = transformer({
  takes: [['number', 'boolean', 'vector']],
  isVariadic: true,
  state: sizes,
  fit: async ({ inputs, source, ask, parameters }) => {
    const found: number[] = [];
    for (const { name, sql, shape } of inputs) {
      if (shape.kind !== 'vector') found.push(1);
      else if (shape.size !== undefined) found.push(shape.size);
      else {
        const [least, most] =
          (await ask(`SELECT min(len(${sql})), max(len(${sql})) FROM ${source}`))[0] ?? [];
        if (least !== most)
          throw parameters.problem(-1, `${name} has not the same number of elements in every row`);
        found.push(Number(least ?? 0));
      }
    }
    return { sizes: found };
  },
  read: (_parameters, inputs) => ({
    sizes: inputs.map(({ shape }) => (shape.kind === 'vector' ? (shape.size ?? null) : 1)),
  }),
  make: (state, _first, inputs) => {
    const parts = inputs.map((input, at) => part(input, state.sizes[at] ?? undefined));
    const known = state.sizes.filter((size) => size !== null);
    const isKnown = known.length === state.sizes.length;
    const size = known.reduce((sum, each) => sum + each, 0);
    const joined = parts.map(({ values }) => values).join(' || ');
    const cases = parts.map(({ check }) => check).join(' ');
    return {
      sql: `CASE ${cases} ELSE ${joined} END`,
      shape: { kind: 'vector', ...(isKnown ? { size } : {}) },
    };
  },
});

interface Part {
  readonly values: string;
  /** A WHEN for the rows that are refused. */
  readonly check: string;
}

function part({ name, sql, shape }: Input, size: number | undefined): Part {
  if (shape.kind !== 'vector') {
    const missing = failure(
      `${name} is null in a row that goes into a vector: fill it with an imputer, or leave such rows out`,
    );
    return { values: `[CAST(${sql} AS DOUBLE)]`, check: `WHEN ${sql} IS NULL THEN ${missing}` };
  }
  const missing = failure(`${name} is null, or has a null in it, in a row that goes into a vector`);
  const isIncomplete = `${sql} IS NULL OR list_contains(list_transform(${sql}, lambda x: x IS NULL), true)`;
  const check = `WHEN ${isIncomplete} THEN ${missing}`;
  const other = failure(`${name} had ${size} elements in training, and has now `, `len(${sql})`);
  return {
    values: `CAST(${sql} AS DOUBLE[])`,
    check: size === undefined ? check : `${check} WHEN len(${sql}) <> ${size} THEN ${other}`,
  };
}
