import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../support/testCli';

const catalog = JSON.stringify({
  version: 1,
  datasets: [{ table: 'visits', columns: [{ name: 'page', type: 'string', labels: ['I2'] }] }],
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-check-'));
  await mkdir(join(folder, 'project', '.feature-sql'), { recursive: true });
  await mkdir(join(folder, 'project', 'node_modules'));
  await writeFile(join(folder, 'project', '.feature-sql', 'catalog.json'), catalog);
  await writeFile(join(folder, 'project', 'good.fsql'), 'SELECT page FROM visits;\n');
  await writeFile(
    join(folder, 'project', 'bad.feature.sql'),
    'SELECT page FROM visits;\nSELECT "ü😀", nowhere\nFROM visits;\n',
  );
  await writeFile(join(folder, 'project', 'other.sql'), 'SELECT nowhere FROM visits;');
  await writeFile(join(folder, 'project', 'node_modules', 'skipped.fsql'), 'SELECT nowhere FROM visits;');
});
afterAll(() => rm(folder, { recursive: true }));

test('findings of a folder as text, with the nearest catalog', async () => {
  const { code, stdout, stderr } = await cli(['check', join(folder, 'project')]);
  expect(code).toBe(1);
  expect(stdout.replaceAll(folder, '')).toMatch(
    /^\/project\/bad\.feature\.sql:2:15: error: .*nowhere.* \(unknown-column\)\n {2}2 \| SELECT "ü😀", nowhere\n {20}\^\n$/,
  );
  expect(stderr).toBe('1 error, 0 warnings in 2 files\n');
});

test('the labels that must not reach the rows of a query can be given', async () => {
  const file = join(folder, 'project', 'good.fsql');
  const { code, stdout } = await cli(['check', '--restricted-labels', 'C9, I2', file]);
  expect(code).toBe(0);
  expect(stdout).toContain('good.fsql:1:8: warning: page carries I2');
});

test('the way by which a label came is told as well', async () => {
  const folderOfLabels = join(folder, 'labels');
  await mkdir(join(folderOfLabels, '.feature-sql'), { recursive: true });
  await writeFile(join(folderOfLabels, '.feature-sql', 'catalog.json'), catalog);
  await writeFile(
    join(folderOfLabels, 'make.fsql'),
    'CREATE TABLE p AS SELECT upper(page) AS loud FROM visits',
  );
  await writeFile(join(folderOfLabels, 'read.fsql'), 'SELECT loud FROM p');
  const file = join(folderOfLabels, 'read.fsql');
  const { stdout } = await cli(['check', '--restricted-labels', 'I2', file]);
  expect(stdout).toContain('warning: loud carries I2');
  expect(stdout).toMatch(/make\.fsql:1:26: note: visits\.page is read here\n {2}1 \| CREATE TABLE p/);
  const sarif = await cli(['check', '--restricted-labels', 'I2', '--format', 'sarif', file]);
  expect(sarif.stdout).toMatch(/"relatedLocations".*make\.fsql.*"startColumn": 26/s);
});

test('findings as JSON count from 0', async () => {
  const file = join(folder, 'project', 'bad.feature.sql');
  const { code, stdout } = await cli(['check', '--format', 'json', file]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      file,
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 21 } },
      severity: 'error',
      code: 'unknown-column',
      message: expect.stringContaining('nowhere') as string,
    },
  ]);
});

test('findings as SARIF and as annotations count from 1', async () => {
  const file = join(folder, 'project', 'bad.feature.sql');
  const sarif: unknown = JSON.parse((await cli(['check', '--format', 'sarif', file])).stdout);
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'feature-sql', rules: [{ id: 'unknown-column' }] } },
        results: [
          {
            ruleId: 'unknown-column',
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file },
                  region: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 22 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
  const { stdout } = await cli(['check', '--format', 'github', file]);
  expect(stdout).toMatch(
    /^::error file=.*bad\.feature\.sql,line=2,endLine=2,col=15,endColumn=22,title=unknown-column::.*nowhere.*\n$/,
  );
});

test('a file without findings, and one given by name whatever its ending', async () => {
  const good = await cli(['check', '--format', 'json', join(folder, 'project', 'good.fsql')]);
  expect(good).toEqual({ code: 0, stdout: '[]\n', stderr: 'No problems in 1 file\n' });
  expect((await cli(['check', join(folder, 'project', 'other.sql')])).code).toBe(1);
});

test('with a catalog of its own, and without one', async () => {
  const elsewhere = join(folder, 'elsewhere.fsql');
  await writeFile(elsewhere, 'SELECT nowhere FROM visits');
  expect((await cli(['check', elsewhere])).code).toBe(0);
  const named = join(folder, 'project', '.feature-sql', 'catalog.json');
  expect((await cli(['check', '--catalog', named, elsewhere])).code).toBe(1);
});

test.each([
  [[], 'Give the files or folders to check'],
  [['nowhere.fsql'], 'Could not read nowhere.fsql: there is no such file or folder'],
  [['--format', 'xml', '.'], '--format takes text, json, sarif, github, not "xml"'],
  [['--severity', 'x', '.'], "Unknown option '--severity'"],
])('wrong usage: %j', async (args, message) => {
  const { code, stdout, stderr } = await cli(['check', ...args]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toBe(`error: ${message}\nfeature-sql check --help tells how it is used\n`);
});

test('a catalog that cannot be read is named with the field', async () => {
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"version":1,"datasets":[{"columns":[]}]}');
  const { code, stderr } = await cli(['check', '--catalog', broken, join(folder, 'project', 'good.fsql')]);
  expect(code).toBe(2);
  expect(stderr).toContain('datasets[0].table');
});

test('tables that other files of the project make are known, whichever files are named', async () => {
  const project = join(folder, 'pipeline');
  await mkdir(join(project, '.feature-sql'), { recursive: true });
  await mkdir(join(project, 'features'));
  await writeFile(join(project, '.feature-sql', 'catalog.json'), catalog);
  await writeFile(
    join(project, 'features', 'make.fsql'),
    'CREATE TABLE pages AS SELECT page AS name FROM visits;',
  );
  await writeFile(join(project, 'read.fsql'), 'SELECT name, page FROM pages;');
  for (const path of [project, join(project, 'read.fsql')]) {
    const { stdout } = await cli(['check', '--format', 'json', path]);
    expect(JSON.parse(stdout)).toMatchObject([
      { code: 'unknown-column', range: { start: { character: 13 } } },
    ]);
  }
});
