import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { modelQuestions } from './models/modelCases';
import { rowQueries } from './rows/rowQueries';
import { syntaxStatements } from './syntax/syntaxStatements';
import { typeQueries } from './types/typeQueries';

/** A body of SQL that Spark judges. */
interface Corpus {
  /** Comes out the same every time. */
  readonly statements: () => readonly string[];
  /** The files that the answers depend on beside the statements. */
  readonly files: readonly string[];
}

const always = ['requirements.txt', 'python/spark_session.py', 'python/errors.py'];

export const corpora = {
  syntax: { statements: syntaxStatements, files: [...always, 'python/syntax.py'] },
  types: {
    statements: typeQueries,
    files: [...always, 'python/types_of_columns.py', '../data/oracle/catalog.json'],
  },
  rows: {
    statements: rowQueries,
    files: [...always, 'python/types_of_columns.py', 'python/rows.py', 'python/canonical.py'],
  },
  models: {
    statements: modelQuestions,
    files: ['python/spark_session.py', 'python/models.py', 'modelRequirements.txt'],
  },
} as const satisfies Record<string, Corpus>;

export type CorpusName = keyof typeof corpora;

export const corpusNames = Object.keys(corpora) as readonly CorpusName[];

/** Stands in the first line of a recording: another one when the SQL, the schema or the scripts are others. */
export function inputsHash(name: CorpusName, statements: readonly string[]): string {
  const hash = createHash('sha256');
  for (const statement of statements) hash.update(statement).update('\0');
  for (const file of corpora[name].files) hash.update(readFileSync(`test/oracle/${file}`, 'utf8'));
  return hash.digest('hex');
}
