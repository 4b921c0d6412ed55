import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder may import beside itself; design: "Import direction". */
const mayImport: Record<string, readonly string[]> = {
  'server/base': [],
  'server/sql': ['server/base'],
  'server/catalog': ['server/base'],
  'server/analysis': ['server/base', 'server/sql', 'server/catalog'],
  'server/features': ['server/base', 'server/sql', 'server/catalog', 'server/analysis'],
  'server/protocol': [],
  'server/lsp': [
    'server/base',
    'server/sql',
    'server/catalog',
    'server/analysis',
    'server/features',
    'server/protocol',
  ],
  'server/platform': ['server/base', 'server/catalog', 'server/protocol'],
  'server/engine': ['server/base', 'server/catalog', 'server/protocol', 'server/platform'],
  'server/sandbox': ['server/base', 'server/sql', 'server/catalog', 'server/protocol', 'server/platform'],
  'server/cli': [
    'server/base',
    'server/sql',
    'server/catalog',
    'server/analysis',
    'server/features',
    'server/protocol',
    'server/platform',
    'server/engine',
    'server/sandbox',
  ],
  client: ['server/protocol'],
  media: ['client/results/messages'],
};

/** Folders that must not touch files, sockets, processes, the clock or settings. */
const pure = ['server/sql', 'server/catalog', 'server/analysis', 'server/features', 'server/protocol'];

const sources = ['client', 'server', 'media'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.tsx'))
    .map((name) => join(folder, name).split(sep).join('/')),
);

const imports = sources.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => ({ file, specifier: (match[1] ?? match[2]) as string })),
);

function folderOf(path: string): string | undefined {
  return Object.keys(mayImport).find((folder) => path === folder || path.startsWith(`${folder}/`));
}

test('every source belongs to a folder of the design', () => {
  expect(sources.filter((file) => folderOf(file) === undefined)).toEqual([]);
});

test('imports follow the direction of the design', () => {
  const wrong = imports.flatMap(({ file, specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = normalize(join(dirname(file), specifier))
      .split(sep)
      .join('/');
    const from = folderOf(file) as string;
    const allowed = [from, ...(mayImport[from] as readonly string[])];
    return allowed.some((folder) => target === folder || target.startsWith(`${folder}/`))
      ? []
      : [`${file} imports ${target}`];
  });
  expect(wrong).toEqual([]);
});

test('only client imports vscode', () => {
  const wrong = imports.filter(
    ({ file, specifier }) => specifier === 'vscode' && !file.startsWith('client/'),
  );
  expect(wrong).toEqual([]);
});

test('the language core does no input or output', () => {
  const wrong = imports.filter(
    ({ file, specifier }) =>
      specifier.startsWith('node:') && pure.some((folder) => file.startsWith(`${folder}/`)),
  );
  expect(wrong).toEqual([]);
});

test('no two files import each other in a circle', () => {
  const edges = new Map<string, string[]>();
  const known = new Set(sources);
  for (const { file, specifier } of imports) {
    if (!specifier.startsWith('.')) continue;
    const target = normalize(join(dirname(file), specifier))
      .split(sep)
      .join('/');
    const found = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => known.has(path));
    if (found) edges.set(file, [...(edges.get(file) ?? []), found]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});
