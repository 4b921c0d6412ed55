import { z } from 'zod';
import { runnableAt, statements, type RunnableStatement } from '../../features/statements';
import type { LanguageRequests, StatementInfo } from '../../protocol/language';
import type { OpenFile } from '../context';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

const position = z.object({ line: z.number().int(), character: z.number().int() });
const statementAtParams = z.object({ uri: z.string(), position });
const statementsParams = z.object({ uri: z.string() });

/** Which statements a document has, and which is the one at a place: what Run Statement and Run File ask. */
export const statementsHandler: Register = (context, dispatch) => {
  const { connection } = context;
  const at = async (params: unknown): Promise<LanguageRequests['featureSql/statementAt']['result']> => {
    const asked = statementAtParams.parse(params);
    const opened = await context.open(asked.uri);
    const found = opened && runnableAt(opened.file.tree, opened.document.offsetAt(asked.position));
    return found ? statementInfo(opened, found) : null;
  };
  const all = async (params: unknown): Promise<LanguageRequests['featureSql/statements']['result']> => {
    const opened = await context.open(statementsParams.parse(params).uri);
    return opened ? statements(opened.file.tree).map((each) => statementInfo(opened, each)) : [];
  };
  connection.onRequest('featureSql/statementAt', dispatch.guard('featureSql/statementAt', null, at));
  connection.onRequest('featureSql/statements', dispatch.guard('featureSql/statements', [], all));
};

function statementInfo(
  { document }: OpenFile,
  { range, sql, returnsRows }: RunnableStatement,
): StatementInfo {
  return { range: protoRange(document, range), sql, returnsRows };
}
