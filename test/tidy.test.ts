import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { staleFiles } from './tools/gen.mjs';

/** Folders with rules of their own, which their README tells. */
const folders = [
  'server/analysis',
  'server/catalog',
  'server/cli',
  'server/engine',
  'server/features',
  'server/lsp',
  'server/platform',
  'server/sandbox',
  'server/sql',
  'client/commands',
  'client/query',
  'client/results',
  'media/results',
];

/** What the project does not speak of: where it is written. Classes keep this file from finding itself. */
const forbidden = [
  'farm-(studio|bench)',
  '/wor[k]/',
  '/far[m]/',
  '[.]library/',
  '[s]ubagent',
  '[r]egistry[.]npmjs',
];

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
};

test('folders with rules of their own tell them', () => {
  expect(folders.filter((folder) => !existsSync(`${folder}/README.md`))).toEqual([]);
});

test('generated files are fresh', async () => {
  expect((await staleFiles()).map(({ file }) => file)).toEqual([]);
});

test('each command of the manifest is in the table of commands, and no other', () => {
  const table = readFileSync('client/commands/index.ts', 'utf8');
  const inTable = [...table.matchAll(/^ {2}'(featureSql\.\w+)':/gm)].map((match) => match[1]);
  const inManifest = manifest.contributes.commands.map(({ command }) => command);
  expect(inTable.toSorted()).toEqual(inManifest.toSorted());
});

test('the project speaks only of itself', () => {
  expect(linesWith(forbidden.join('|'), '.', ':!package-lock.json')).toEqual([]);
});

test('nothing is skipped, silenced or left to do', () => {
  const words = ['[T]ODO', '(test|it|describe)\\.(skip|only|todo)', '@ts-[i]gnore', 'eslint-[d]isable'];
  expect(linesWith(words.join('|'), 'client', 'server', 'media', 'test')).toEqual([]);
});

/** Lines of tracked files that an extended regular expression finds. */
function linesWith(pattern: string, ...paths: readonly string[]): readonly string[] {
  try {
    const found = execFileSync('git', ['grep', '-nIE', '-e', pattern, '--', ...paths], { encoding: 'utf8' });
    return found.trim().split('\n');
  } catch (error) {
    // git grep ends with 1 when it finds nothing.
    if ((error as { status?: unknown }).status === 1) return [];
    throw error;
  }
}
