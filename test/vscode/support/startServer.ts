import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectFolder } from '../../tools/projectFolder.mjs';
import { runCommand } from '../../tools/runCommand.mjs';
import { startVscodeServer } from '../../tools/vscodeServer.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the VS Code server of this run is, and the extension as it knows it. */
    server: { authority: string; extension: string };
    /** The file into which the suite inside the extension host writes its results. */
    hostResults: string;
  }
}

/** Starts one VS Code server for all tests, with data of its own, and ends it with all that it started. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  await runCommand(process.execPath, ['test/tools/build.mjs'], { cwd: projectFolder });
  const home = await mkdtemp(join(tmpdir(), 'feature-sql-home-'));
  const hostResults = join(home, 'hostResults.json');
  const server = await startVscodeServer({
    extension: projectFolder,
    env: { FEATURE_SQL_HOME: home, FEATURE_SQL_TEST_RESULTS: hostResults },
    settings: { 'featureSql.sandbox.events': 20_000 },
  });
  project.provide('server', { authority: server.authority, extension: server.extension ?? projectFolder });
  project.provide('hostResults', hostResults);
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
}
