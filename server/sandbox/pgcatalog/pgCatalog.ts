import { Database } from '../store/database';
import { writeCatalog } from './catalogTables';
import { catalogContents, type DescribedTable } from './relations';

/**
 * PostgreSQL's system catalog for the tables of the sandbox, in a database of its own in memory: clients such as psql
 * ask it about tables, columns and types. It is written anew when what it shows has changed.
 */
export class PgCatalog implements AsyncDisposable {
  #database: Promise<Database> | undefined;
  #written: string | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** The database to run a catalog query in, with the schema `pgc` as it is now. */
  async current(
    tables: readonly DescribedTable[],
    nestedTypes: readonly { readonly oid: number; readonly name: string }[],
  ): Promise<Database> {
    const database = await (this.#database ??= Database.open({ file: ':memory:', temporaryFolder: '' }));
    const state = JSON.stringify([tables, nestedTypes]);
    this.#writing = this.#writing.then(async () => {
      if (this.#written === state) return;
      await database.transaction((connection) =>
        writeCatalog(connection, catalogContents(tables), nestedTypes),
      );
      this.#written = state;
    });
    await this.#writing;
    return database;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#database)?.[Symbol.asyncDispose]();
  }
}
