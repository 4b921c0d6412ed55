import { mkdirSync, writeFileSync } from 'node:fs';
import { corpora, inputsHash, type CorpusName } from './corpora';

/** Writes what the Python scripts read: one statement a line as JSON, after a line with the hash. */
export function writeInputs(folder: string, names: readonly CorpusName[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const statements = corpora[name].statements();
    const lines = [{ inputs: inputsHash(name, statements) }, ...statements].map((each) =>
      JSON.stringify(each),
    );
    writeFileSync(`${folder}/${name}.ndjson`, `${lines.join('\n')}\n`);
  }
}
