// @ts-check
// `npm run clients`: installs Adobe's client and the PostgreSQL drivers of Python in a virtual environment under
// .cache, and runs the tests that drive the sandbox with them. From then on they are part of the wire tests; without
// it those tests say so and check nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

const environment = join(cacheFolder, 'clients');
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
if (!existsSync(python)) await runCommand('python3', ['-m', 'venv', environment]);
const requirements = join(projectFolder, 'test/support/python/requirements.txt');
await runCommand(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
const config = ['-c', 'test/tools/vitest.config.mjs', '--dir', 'test/wire'];
await runCommand(process.execPath, [vitest, 'run', ...config, 'python'], { cwd: projectFolder });
