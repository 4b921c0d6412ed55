import { numericParameters } from '../../translate/numericParameters';
import { startTranslation } from '../../translate/startTranslation';
import { render } from '../../translate/fragment';
import type { TranslatedSql } from '../../translate/translatedSql';
import type { SyntaxNode } from '../../../sql/node';
import type { Statement } from '../../../sql/tree';
import { readEnvironment } from '../environment';
import type { Session } from '../session';

/** The SQL for DuckDB of a query in a statement. */
export async function translateQuery(
  session: Session,
  statement: Statement,
  node: SyntaxNode,
): Promise<TranslatedSql> {
  const environment = await readEnvironment(session, statement);
  const translated = render(startTranslation(statement, environment).emit(node), statement.text);
  return { ...translated, numericParameters: numericParameters(statement, node) };
}
