import { readFileSync } from 'node:fs';

/**
 * The statements of a hand-written file in `test/data/oracle/sql`: each ends with a semicolon at the end of a
 * line; a line that starts with `--` is a remark.
 */
export function sqlStatements(name: string): readonly string[] {
  const text = readFileSync(`test/data/oracle/sql/${name}.sql`, 'utf8');
  return text
    .replace(/^--.*\n/gm, '')
    .split(/;[ \t]*(?:\n|$)/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
