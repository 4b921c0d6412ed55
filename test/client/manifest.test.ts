import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticCodes } from '../../server/features/diagnostics/diagnostic';
import { rules } from '../../server/features/diagnostics/rules';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}

interface Setting {
  readonly markdownDescription: string;
  readonly scope: string;
  readonly default: unknown;
}

interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly svg: string };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { commands, menus, keybindings, configuration, walkthroughs, viewsWelcome } = manifest.contributes;
const ids = commands.map((each) => each.command);

/** The names in an object literal of a source that cannot be loaded here, because it needs VS Code. */
function names(file: string, pattern: RegExp): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1] as string);
}

test('the commands of the manifest are those of the table, and each has a file of its own', () => {
  const table = names('client/commands/index.ts', /^ {2}'(featureSql\.\w+)':/gm);
  expect([...ids].sort()).toEqual([...table].sort());
  const missing = ids.filter((id) => !existsSync(`client/commands/${id.replace('featureSql.', '')}.ts`));
  expect(missing).toEqual([]);
});

test('a command is named after its title', () => {
  for (const { command, title, category } of commands) {
    const words = title.replace('...', '').split(' ');
    const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    expect(command).toBe(`featureSql.${camel.charAt(0).toLowerCase()}${camel.slice(1)}`);
    expect(category).toBe('Feature SQL');
  }
});

test('menus, welcome texts and the walkthrough name only commands that exist', () => {
  const inMenus = Object.values(menus).flatMap((items) => items.map((item) => item.command));
  const steps = walkthroughs.flatMap((each) => each.steps);
  const links = [
    ...viewsWelcome.map((each) => each.contents),
    ...steps.map((step) => step.description),
  ].flatMap((contents) =>
    [...contents.matchAll(/\(command:(featureSql\.\w+)\)/g)].map((match) => match[1] as string),
  );
  expect([...inMenus, ...links].filter((id) => !ids.includes(id))).toEqual([]);
});

test('keys work in feature SQL editors only', () => {
  for (const { when } of keybindings)
    expect(when).toContain('editorTextFocus && editorLangId == feature-sql');
});

test('each setting says what it does and where it holds, and the extension reads each', () => {
  const settings = Object.entries(configuration.properties);
  for (const [, setting] of settings) {
    expect(setting.markdownDescription).toMatch(/\.$/);
    expect(setting.scope).toMatch(/^(window|resource|machine)$/);
    expect(setting.default).toBeDefined();
  }
  const read = names('client/base/settings.ts', /^ {2}readonly '?([\w.]+)'?:/gm);
  // The language client and the language server read these by themselves.
  const server = [
    ...['diagnostics.severity', 'policy.restrictedLabels'],
    ...['format.keywordCase', 'format.width', 'format.commas'],
    ...['inlayHints.outputTypes', 'inlayHints.groupByTargets'],
  ];
  const expected = [...read, 'trace.server', ...server].map((name) => `featureSql.${name}`);
  expect(settings.map(([name]) => name).sort()).toEqual(expected.sort());
});

test('the severity of every code that is reported can be set', () => {
  const { propertyNames } = configuration.properties['featureSql.diagnostics.severity'] as Setting & {
    readonly propertyNames: { readonly enum: readonly string[] };
  };
  const known: readonly string[] = diagnosticCodes;
  expect(rules.map((rule) => rule.code).filter((code) => !propertyNames.enum.includes(code))).toEqual([]);
  expect(propertyNames.enum.filter((code) => !known.includes(code))).toEqual([]);
});

test('context keys of the manifest are set by the extension', () => {
  const known = names('client/base/contextKeys.ts', /^ {2}readonly '(featureSql\.\w+)':/gm);
  const whens = [...text.matchAll(/"when": "([^"]*)"/g)].flatMap(
    (match) => match[1]?.match(/featureSql\.\w+/g) ?? [],
  );
  const views = ['featureSql.datasets', 'featureSql.results'];
  expect(whens.filter((name) => !known.includes(name) && !views.includes(name))).toEqual([]);
});

test('the files that the manifest names are there', () => {
  const files = [...text.matchAll(/"\.?\/?((?:media|syntaxes)\/[\w./-]+)"/g)].map(
    (match) => match[1] as string,
  );
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
