import type { Random } from '../../support/random';
import type { Edit } from './serverProcess';

/** What the queries of a long file read. */
export interface Tables {
  readonly names: readonly string[];
  /** A column or a path that a table has. */
  readonly column: (table: string, random: Random) => string;
}

export interface LongFile {
  readonly text: string;
  /** Places where somebody may be typing, each with what is there already. */
  readonly places: readonly Edit[];
}

/** Queries over tables, to a number of lines, with places in them where names are being typed. */
export function longFile(lines: number, tables: Tables, random: Random): LongFile {
  const written: string[] = [];
  const places: Edit[] = [];
  const place = (name: string, shown: string) => {
    const from = (written.at(-1) as string).lastIndexOf(shown);
    places.push({ line: written.length - 1, from, to: from + shown.length, text: name });
  };
  while (written.length + 11 <= lines) {
    const [left, right] = [random.pick(tables.names), random.pick(tables.names)];
    const [key, filled, bound, other] = [left, left, left, right].map((table) =>
      tables.column(table, random),
    );
    written.push(`SELECT a.${key}, count(*) AS events,`);
    written.push(`  sum(CASE WHEN a.${filled} IS NOT NULL THEN 1 ELSE 0 END) AS filled,`);
    written.push(`  max(b.timestamp) AS latest`);
    written.push(`FROM ${left} a`);
    place(left.slice(0, 4), left);
    written.push(`JOIN ${right} b ON a._id = b._id`);
    written.push(`WHERE a.${bound} IS NOT NULL`);
    place(`a.${lastName(bound).slice(0, 3)}`, `a.${bound}`);
    written.push(`  AND b.${other} IS NOT NULL`);
    place(lastName(other).slice(0, 4), `b.${other}`);
    written.push(`  AND a.timestamp >= '2026-01-01'`);
    written.push(`GROUP BY a.${key}`);
    written.push(`ORDER BY events DESC;`, '');
  }
  while (written.length < lines) written.push('');
  return { text: written.join('\n'), places };
}

function lastName(path: string | undefined): string {
  return path?.split('.').at(-1)?.replaceAll('`', '') ?? '';
}

/** Puts back what stood at a place. */
export function undo(file: LongFile, { line, from, to, text }: Edit): Edit {
  const before = file.text.split('\n')[line]?.slice(from, to) ?? '';
  return { line, from, to: from + text.length, text: before };
}
