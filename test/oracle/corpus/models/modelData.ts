import { Random } from '../../../support/random';

/** Rows as a query that Spark and the sandbox both run. */
export function rowsOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `SELECT * FROM VALUES ${values} AS t(${columns.join(', ')})`;
}

/** A double with three digits behind the point. */
function double(value: number): string {
  return `${value.toFixed(3)}D`;
}

/** From a distribution that looks like the normal one. */
function bell(random: Random): number {
  return Array.from({ length: 12 }, () => random.next()).reduce((sum, each) => sum + each, 0) - 6;
}

/** Few rows with gaps, texts and words. */
export function reviews(): string {
  const random = new Random(5);
  const words = ['good', 'bad', 'The', 'film', 'was', 'very', 'long', 'balloon', 'I', 'red'];
  const rows = Array.from({ length: 40 }, (_, id) => {
    const text = Array.from({ length: random.below(9) }, () => random.pick(words)).join(
      random.chance(0.2) ? '  ' : ' ',
    );
    return [
      String(id),
      random.chance(0.2) ? 'NULL' : double(random.below(12) * 1.5 - 4),
      random.chance(0.2) ? 'CAST(NULL AS INT)' : String(random.below(7) - 2),
      random.chance(0.15) ? 'NULL' : `'${random.pick(['news', 'blog', 'shop', 'shop', 'news', 'ad'])}'`,
      random.chance(0.2) ? 'NULL' : String(random.chance(0.5)),
      `'${text}'`,
    ];
  });
  return rowsOf(['id', 'hour', 'visits', 'source', 'member', 'words'], rows);
}

/** Two classes that overlap. */
export function buyers(count = 200): string {
  const random = new Random(11);
  const rows = Array.from({ length: count }, (_, id) => {
    const [visits, spend, age] = [random.below(20), 40 + 15 * bell(random), 18 + random.below(50)];
    const margin = 0.25 * visits - 0.05 * spend + 0.02 * age - 1 + bell(random);
    return [id, visits, double(spend), age, margin > 0 ? 1 : 0].map(String);
  });
  return rowsOf(['id', 'visits', 'spend', 'age', 'bought'], rows);
}

/** A number that hangs on the features, with noise. */
export function prices(): string {
  const random = new Random(23);
  const rows = Array.from({ length: 150 }, (_, id) => {
    const [rooms, area, year] = [1 + random.below(6), 60 + 20 * bell(random), 1950 + random.below(70)];
    const price = 12 * rooms + 1.7 * area + 0.3 * (year - 1990) + (rooms > 4 ? 25 : 0) + 5 * bell(random);
    return [String(id), String(rooms), double(area), String(year), double(price)];
  });
  return rowsOf(['id', 'rooms', 'area', 'year', 'price'], rows);
}

/** Three classes; `spread` is the deviation within each: they overlap, or lie apart. */
export function species(spread: number): string {
  const random = new Random(31);
  const centres = [
    [8, 1],
    [6, 6.5],
    [1, 8],
  ] as const;
  const rows = Array.from({ length: 120 }, (_, id) => {
    const kind = id % 3;
    const [x, y] = centres[kind] as readonly [number, number];
    return [String(id), double(x + spread * bell(random)), double(y + spread * bell(random)), `${kind}.0D`];
  });
  return rowsOf(['id', 'length', 'width', 'kind'], rows);
}
