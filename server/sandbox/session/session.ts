import type { AccessRights } from '../access/accessRights';
import type { HiddenField } from '../access/hiddenFields';
import type { PgCatalog } from '../pgcatalog/pgCatalog';
import type { Database } from '../store/database';
import type { DatasetLocks } from '../store/datasetLocks';
import type { NestedTypes } from './nestedTypes';
import { Cursors } from './cursors';
import type { TypeAnalysis } from '../translate/typeAnalysis';
import type { SettingTable } from './settings';
import { TemporaryTables } from './temporaryTables';

/** What the sandbox lends to its sessions. */
export interface SessionServices {
  readonly database: Database;
  readonly rights: AccessRights;
  readonly datasetLocks: DatasetLocks;
  readonly nestedTypes: NestedTypes;
  readonly pgCatalog: PgCatalog;
  readonly analyzeTypes: TypeAnalysis;
  /** With the leading underscore. */
  readonly tenant: string;
  /** Where COPY puts its files, and the folder on the same disk in which the database may write them. */
  readonly scratch: { readonly folder: string; readonly temporaryFolder: string };
  /** Rows that a query without LIMIT gives at most; absent for no limit. */
  readonly rowCap: number | undefined;
}

/** What is known of a temporary table of statistics. */
export interface ComputedStatistics {
  readonly table: string;
  /** The columns as they were asked for: `(*)` for all. */
  readonly columns: string;
  /** The condition on the rows; empty when there was none. */
  readonly filter: string;
  readonly computed: Date;
}

/** Whose a session is. */
export interface SessionClient {
  /** As PostgreSQL's clients give it: the organization. */
  readonly user: string;
  readonly clientId: string;
}

/** One client's conversation with the sandbox: its settings and what it made for itself. */
export class Session implements AsyncDisposable {
  readonly services: SessionServices;
  readonly user: string;
  readonly clientId: string;
  readonly settings: SettingTable;
  /** What was left out of the tables of the present statement, because of its labels. */
  hidden: readonly HiddenField[] = [];
  /** Fields of structs are columns of their own. */
  readonly flattens: boolean;
  readonly temporaryTables: TemporaryTables;
  /** Queries of the views that belong to the session, by their names in lower case. */
  readonly temporaryViews = new Map<string, string>();
  /** The system catalog as the client may see it, where that is not all of it. */
  ownCatalog: PgCatalog | undefined;
  /** Texts of prepared statements, by their names in lower case. */
  readonly prepared = new Map<string, string>();
  readonly cursors = new Cursors();
  /** What ANALYZE TABLE COMPUTE STATISTICS has computed, by the names of its temporary tables. */
  readonly statistics = new Map<string, ComputedStatistics>();
  /** BEGIN was said, and neither COMMIT nor ROLLBACK. Writes are kept at once all the same, as on the Platform. */
  inTransaction = false;

  constructor(
    services: SessionServices,
    { user, clientId }: SessionClient,
    settings: SettingTable,
    options: { readonly flattens?: boolean } = {},
  ) {
    this.services = services;
    this.user = user;
    this.clientId = clientId;
    this.settings = settings;
    this.flattens = options.flattens ?? false;
    this.temporaryTables = new TemporaryTables(services.database);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cursors.closeAll();
    await this.temporaryTables.dropAll();
    await this.ownCatalog?.[Symbol.asyncDispose]();
  }
}
