import { mkdirSync, writeFileSync } from 'node:fs';

/** What we and Spark say differently about one text, under a heading that gathers equal causes. */
export interface Disagreement {
  readonly cause: string;
  readonly sql: string;
  /** What each says, where that differs from case to case. */
  readonly detail?: string;
}

const examples = 25;

/**
 * Writes the disagreements, the most frequent cause first, as `<name>.md` to the folder that the environment
 * variable ORACLE_REPORT names; without it, nowhere.
 */
export function reportDisagreements(name: string, summary: string, found: readonly Disagreement[]): void {
  const folder = process.env['ORACLE_REPORT'];
  if (folder === undefined) return;
  const sections = byCause(found).map(
    ([cause, cases]) => `## ${cases.length} × ${cause}\n${cases.slice(0, examples).map(item).join('\n')}`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.md`, `# ${name}\n${summary}\n\n${sections.join('\n\n')}\n`);
}

function byCause(found: readonly Disagreement[]): readonly (readonly [string, readonly Disagreement[]])[] {
  const groups = new Map<string, Disagreement[]>();
  for (const each of found) groups.set(each.cause, [...(groups.get(each.cause) ?? []), each]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** The same in many queries, and long. */
const inlineData = /^WITH data AS \(.*? AS data\([^)]*\)\)/;

function item({ sql, detail }: Disagreement): string {
  const shown = sql.replace(/\s+/g, ' ').replace(inlineData, 'WITH data AS (…)');
  return `- \`${shown}\`${detail === undefined ? '' : ` — ${detail}`}`;
}
