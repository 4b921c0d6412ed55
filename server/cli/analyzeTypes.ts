import { analyzeFile } from '../analysis/analyzeFile';
import { catalogOf } from '../catalog/catalog';
import type { TypeAnalysis } from '../sandbox/translate/typeAnalysis';

/** The types that the language's analysis finds, for the sandbox, which knows syntax only. */
export const analyzeTypes: TypeAnalysis = (statement, tables) => {
  const catalog = catalogOf({
    datasets: tables.map(({ name, columns }) => ({ table: name, kind: 'dataset', columns })),
  });
  const file = analyzeFile({ text: statement.text, statements: [{ offset: 0, statement }] }, catalog);
  const types = file.statements[0]?.model.types;
  return (expression) => {
    const type = types?.get(expression)?.type;
    return type?.kind === 'unknown' && type.text !== 'void' ? undefined : type;
  };
};
