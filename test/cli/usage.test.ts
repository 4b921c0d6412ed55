import { expect, test } from 'vitest';
import { cli } from '../support/testCli';

const commands = ['check', 'format', 'lineage', 'run', 'export', 'catalog', 'sandbox'];

test('help lists the commands on standard output', async () => {
  const { code, stdout, stderr } = await cli(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} +[A-Z]`, 'm'));
});

test.each(commands)('%s --help tells how it is used', async (command) => {
  const { code, stdout, stderr } = await cli([command, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^Usage: feature-sql ${command}`));
});

test('no command, and one that there is not', async () => {
  expect(await cli([])).toMatchObject({ code: 2, stdout: '' });
  expect(await cli(['exprot'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'There is no command "exprot". Did you mean export? feature-sql --help lists all\n',
  });
});

test.each([
  [['run'], 'Give a file with the query, or the query itself with -e'],
  [['run', '-e', 'SELECT 1', 'a.fsql'], 'Give either a file or -e, not both'],
  [['run', 'a.fsql', 'b.fsql'], 'Only one file can be run at a time, but 2 are given'],
  [['run', 'nowhere.fsql'], 'Could not read nowhere.fsql: there is no such file'],
  [['run', '-p', 'x', '-e', 'SELECT 1'], '-p takes name=value, not "x"'],
  [
    ['run', '-p', 'a=1', '-e', 'SELECT $a, $b, $c'],
    '-e has parameters without a value: $b, $c. Give each one with -p b=VALUE',
  ],
  [['run', '--limit', '-1', '-e', 'SELECT 1'], "Option '--limit' argument is ambiguous."],
  [['run', '--limit', 'ten', '-e', 'SELECT 1'], '--limit takes a whole number, not "ten"'],
  [['run', '--format', 'xml', '-e', 'SELECT 1'], '--format takes table, csv, json, ndjson, not "xml"'],
  [['export', '-e', 'SELECT 1'], 'Give the file to write with --out'],
  [
    ['export', '--out', 'a.xlsx', '-e', 'SELECT 1'],
    'The ending of a.xlsx says no format. Known are parquet, csv, json, ndjson, arrow',
  ],
  [['lineage'], 'Give the files or folders to look at'],
  [['lineage', '--format', 'dot', 'a.fsql'], '--format takes text, json, not "dot"'],
  [['lineage', 'nowhere.fsql'], 'Could not read nowhere.fsql: there is no such file or folder'],
  [['catalog'], 'The one thing that catalog does is pull'],
])('wrong usage: %j', async (args, message) => {
  const { code, stdout, stderr } = await cli(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(`error: ${message}\nfeature-sql ${args[0]} --help tells how it is used\n`);
});
