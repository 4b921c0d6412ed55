import { parseStatement } from '../../sql/parse';
import { TokenKind } from '../../sql/tokenKind';
import type { Statement } from '../../sql/tree';
import { templateTexts } from '../store/templates';
import { copied, joined, made, render, type Fragment } from '../translate/fragment';
import type { TranslatedSql } from '../translate/translatedSql';
import type { Session } from './session';
import { SqlError, sqlStates } from './sqlError';

/** Templates within templates. */
const deepest = 20;

/**
 * The text of a statement with the SQL of templates in the places of their names, `#NAME`; `undefined` when it names
 * none. A name that no template has stays, and the statement then says so.
 */
export async function expandTemplates(
  session: Session,
  statement: Statement,
): Promise<TranslatedSql | undefined> {
  if (!hasTemplates(statement)) return undefined;
  const templates = await session.services.database.use(templateTexts);
  const expanded = render(expansion(statement, templates, 0), statement.text);
  return expanded.sql === statement.text ? undefined : expanded;
}

function hasTemplates({ tokens }: Statement): boolean {
  return tokens.kinds.includes(TokenKind.Template);
}

function expansion(statement: Statement, templates: ReadonlyMap<string, string>, depth: number): Fragment {
  const { kinds, starts, count } = statement.tokens;
  const parts: Fragment[] = [];
  for (let at = 0; at < count; at++) {
    const start = starts[at] as number;
    const end = starts[at + 1] as number;
    const name = statement.text.slice(start + 1, end).toLowerCase();
    const text = kinds[at] === TokenKind.Template ? templates.get(name) : undefined;
    parts.push(
      text === undefined ? copied(start, end) : made(expandedText(text, templates, depth, start), start),
    );
  }
  return joined(parts);
}

function expandedText(
  text: string,
  templates: ReadonlyMap<string, string>,
  depth: number,
  offset: number,
): string {
  if (depth >= deepest)
    throw new SqlError(sqlStates.systemError, 'Templates refer to one another in a circle', { offset });
  const statement = parseStatement(text.replace(/;\s*$/, ''));
  return render(expansion(statement, templates, depth + 1), statement.text).sql;
}
