// @ts-check
// `npm run clients`: installs Adobe's client and the PostgreSQL drivers of Python in a virtual environment under
// .cache, for the tests that drive the sandbox with them. Without it those tests say so and check nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

const environment = join(cacheFolder, 'clients');
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
if (!existsSync(python)) await runCommand('python3', ['-m', 'venv', environment]);
const requirements = join(projectFolder, 'test/support/python/requirements.txt');
await runCommand(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
