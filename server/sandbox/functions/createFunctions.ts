import { DuckDBScalarFunction, type DuckDBConnection } from '@duckdb/node-api';
import { digestFunctions } from './digestFunctions';
import { formatFunctions } from './formatFunctions';
import { intervalFunctions } from './intervalFunctions';
import type { ScalarFunction } from './scalarFunction';
import { textFunctions } from './textFunctions';

const families: readonly (readonly ScalarFunction[])[] = [
  digestFunctions,
  formatFunctions,
  intervalFunctions,
  textFunctions,
];

/** Gives DuckDB the functions that its SQL cannot express. They are there for all connections until it is closed. */
export function createFunctions(connection: DuckDBConnection): void {
  for (const declared of families.flat()) registerFunction(connection, declared);
}

export function registerFunction(connection: DuckDBConnection, declared: ScalarFunction): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: declared.name,
      parameterTypes: declared.takes,
      ...(declared.takesMore ? { varArgsType: declared.takesMore } : {}),
      returnType: declared.gives,
      // Nulls reach the function too: what they mean is its own matter.
      specialHandling: true,
      mainFunction: (_, input, output) => {
        const columns = Array.from({ length: input.columnCount }, (_column, at) => input.getColumnVector(at));
        const types = columns.map(({ type }) => type);
        for (let row = 0; row < input.rowCount; row++) {
          const args = columns.map((column) => column.getItem(row));
          output.setItem(row, declared.call(args, types));
        }
        output.flush();
      },
    }),
  );
}
