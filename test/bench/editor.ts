import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHostSuite } from '../tools/buildHostSuite.mjs';
import { projectFolder } from '../tools/projectFolder.mjs';
import { startVscodeServer } from '../tools/vscodeServer.mjs';
import { runTestModule, startBrowser, windowAddress } from '../tools/vscodeWindow.mjs';
import type { HostFigures } from '../vscode/host/bench';

/** What a person waits for in the editor, measured inside the extension host of a real VS Code. */
export async function benchEditor(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  const figuresFile = join(folder, 'figures.json');
  const project = join(folder, 'project');
  await cp('media/templates/sample-project', project, { recursive: true });
  const server = await startVscodeServer({
    extension: projectFolder,
    env: { FEATURE_SQL_HOME: join(folder, 'home'), FEATURE_SQL_TEST_RESULTS: figuresFile },
  });
  const browser = await startBrowser();
  try {
    const testModule = await buildHostSuite('bench');
    const log = await runTestModule(browser, windowAddress(server, { folder: project, testModule }));
    const text = await readFile(figuresFile, 'utf8').catch(() => undefined);
    if (text === undefined) throw new Error(`VS Code gave no figures:\n${log.join('\n')}`);
    const { activation, firstCompletion, laterCompletion } = JSON.parse(text) as HostFigures;
    print(`activation of the extension: ${activation.toFixed(0)} ms`);
    print(`first completion after the first file was opened: ${firstCompletion.toFixed(0)} ms`);
    print(`a later completion: ${laterCompletion.toFixed(0)} ms`);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
