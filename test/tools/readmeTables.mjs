// @ts-check
// The tables of commands, settings, findings and generated data in README.md.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bundleScript } from './bundleScript.mjs';
import { findingsTable } from './findingsTable.mjs';
import { projectFolder } from './projectFolder.mjs';

/** README.md as it should be: its own words, with the tables made anew. */
export async function readmeText() {
  const file = join(projectFolder, 'README.md');
  const manifest = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  let text = await readFile(file, 'utf8');
  text = replaceTable(text, 'commands', commandsTable(manifest.contributes));
  text = replaceTable(text, 'settings', settingsTable(manifest.contributes));
  text = replaceTable(text, 'findings', await findingsTable(), 'the comments over the rules');
  text = replaceTable(text, 'scenarios', await scenariosTable(), 'server/sandbox/synthetic/scenarios.ts');
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} table
 * @param {string} [source]
 */
function replaceTable(text, name, table, source = 'package.json') {
  const start = `<!-- ${name}: generated from ${source} by npm run gen -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest = ''] = text.split(start);
  const [, after] = rest.split(end);
  if (after === undefined) throw new Error(`README.md lacks the lines "${start}" and "${end}"`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

/** @typedef {{ command: string, title: string, category?: string }} Command */
/** @typedef {{ command: string, when?: string }} PaletteEntry */
/** @typedef {{ command: string, key: string, mac?: string }} Keybinding */

/** @param {{ commands: Command[], menus: { commandPalette: PaletteEntry[] }, keybindings?: Keybinding[] }} contributes */
function commandsTable({ commands, menus, keybindings = [] }) {
  const hidden = new Set(
    menus.commandPalette.filter((entry) => entry.when === 'false').map((entry) => entry.command),
  );
  const rows = commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => {
      const key = keybindings.find((binding) => binding.command === command)?.key;
      return `| ${category}: ${title} | ${key ? `\`${key}\`` : ''} | \`${command}\` |`;
    });
  return ['| Command | Key | Id |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @typedef {{ default?: unknown, scope?: string, description?: string, markdownDescription?: string }} Setting */

/** @param {{ configuration: { properties: Record<string, Setting> } | { properties: Record<string, Setting> }[] }} contributes */
function settingsTable({ configuration }) {
  const rows = [configuration]
    .flat()
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([name, setting]) => {
      const description = (setting.markdownDescription ?? setting.description ?? '')
        .replaceAll('\n', ' ')
        .replaceAll('|', '\\|')
        .replaceAll(/`#([^#`]+)#`/g, '`$1`');
      return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${description} |`;
    });
  return ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @typedef {{ dataset: { table: string } }} Generated */
/** @typedef {{ name: string, summary: string, events: (tenant: string, created: number) => Generated, profiles: (tenant: string, created: number) => Generated }} Scenario */

async function scenariosTable() {
  const file = join(projectFolder, 'server/sandbox/synthetic/scenarios.ts');
  /** @type {{ scenarios: readonly Scenario[] }} */
  const { scenarios } = await import(await bundleScript(file));
  const rows = scenarios.map(({ name, summary, events, profiles }) => {
    const tables = [events, profiles].map((of) => `\`${of('_acme', 0).dataset.table}\``);
    return `| \`${name}\` | ${tables.join(', ')} | ${summary} |`;
  });
  return ['| Scenario | Tables | What it holds |', '| --- | --- | --- |', ...rows].join('\n');
}
