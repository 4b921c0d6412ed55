import { DuckDBScalarFunction, type DuckDBConnection } from '@duckdb/node-api';
import { bitmapFunctions } from './bitmapFunctions';
import { csvFunctions } from './csv/csvFunctions';
import { digestFunctions } from './digestFunctions';
import { formatFunctions } from './formatFunctions';
import { intervalFunctions } from './intervalFunctions';
import { jsonFunctions } from './json/jsonFunctions';
import { randomFunctions } from './randomFunctions';
import { regexFunctions } from './regexFunctions';
import type { ScalarFunction } from './scalarFunction';
import { textFunctions } from './textFunctions';
import { xpathFunctions } from './xpath/xpathFunctions';
import { timeFunctions } from './timeFunctions';

const families: readonly (readonly ScalarFunction[])[] = [
  bitmapFunctions,
  csvFunctions,
  digestFunctions,
  formatFunctions,
  intervalFunctions,
  jsonFunctions,
  randomFunctions,
  regexFunctions,
  textFunctions,
  xpathFunctions,
  timeFunctions,
];

/** Gives DuckDB the functions that its SQL cannot express. They are there for all connections until it is closed. */
export function createFunctions(connection: DuckDBConnection): void {
  for (const declared of families.flat()) registerFunction(connection, declared);
}

/** What the threads of one query share, and what each has. */
interface Parts {
  begun: number;
}
interface Thread {
  call?: ReturnType<ScalarFunction['begin']>;
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
      volatile: declared.isVolatile,
      bindFunction: (info) => info.setBindData({ begun: 0 } satisfies Parts),
      initFunction: (info) => info.setState({} satisfies Thread),
      mainFunction: (info, input, output) => {
        const thread = info.state as Thread;
        // A thread that gets no rows has no part.
        thread.call ??= declared.begin((info.bindData as Parts).begun++);
        const columns = Array.from({ length: input.columnCount }, (_, at) => input.getColumnVector(at));
        const types = columns.map(({ type }) => type);
        for (let row = 0; row < input.rowCount; row++) {
          const args = columns.map((column) => column.getItem(row));
          output.setItem(row, thread.call(args, types));
        }
        output.flush();
      },
    }),
  );
}
