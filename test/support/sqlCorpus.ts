import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../server/sql/parse';

export interface SqlFile {
  readonly name: string;
  readonly text: string;
}

/** The project's own SQL: `valid` has no mistake, `broken` has one in nearly every statement. */
export function sqlFiles(kind: 'valid' | 'broken'): readonly SqlFile[] {
  const folder = join('test/data/sql', kind);
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name: `${kind}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}

export const allSqlFiles: readonly SqlFile[] = [...sqlFiles('valid'), ...sqlFiles('broken')];

/** Every statement of the project's SQL, as text. */
export const allSqlStatements: readonly string[] = allSqlFiles.flatMap(({ text }) =>
  parse(text).statements.map(({ statement }) => statement.text),
);
