// Writes the catalog of the sample project from a new local sandbox: `npm run build`, then
// `node test/tools/writeSampleCatalog.mjs`. With `--check` it only says whether the file is up to date.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const target = 'media/templates/sample-project/.feature-sql/catalog.json';
/** The time of a snapshot is no difference; the file keeps one that needs no explanation. */
const takenAt = '"takenAt": "2026-01-01T00:00:00.000Z"';

const home = await mkdtemp(join(tmpdir(), 'feature-sql-catalog-'));
try {
  const out = join(home, 'catalog.json');
  const pull = spawnSync(process.execPath, ['dist/cli.js', 'catalog', 'pull', '--out', out], {
    env: { ...process.env, FEATURE_SQL_HOME: home },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (pull.status !== 0) throw new Error(`catalog pull ended with ${pull.status ?? pull.signal}`);
  const pulled = (await readFile(out, 'utf8')).replace(/"takenAt": "[^"]*"/, takenAt);
  const text = await format(pulled, { ...(await resolveConfig(target)), filepath: target });
  const present = await readFile(target, 'utf8').catch(() => '');
  if (!process.argv.includes('--check')) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  } else if (text !== present) {
    console.error(
      `${target} is not what the local sandbox tells: run node test/tools/writeSampleCatalog.mjs`,
    );
    process.exitCode = 1;
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
