import { writeFile } from 'node:fs/promises';
import './activation';
import './language';
import './export';
import { runHostTests } from './suite';

/** What VS Code calls in its extension host; the results go into a file for whoever started it. */
export async function run(): Promise<void> {
  const file = process.env['FEATURE_SQL_TEST_RESULTS'];
  if (!file) throw new Error('FEATURE_SQL_TEST_RESULTS must name the file for the results');
  const results = await runHostTests();
  await writeFile(file, JSON.stringify(results, undefined, 2));
  const failed = results.filter((result) => result.failure !== undefined);
  if (failed.length > 0) throw new Error(`${failed.length} of ${results.length} tests failed`);
}
