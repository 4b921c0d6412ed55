import type * as vscode from 'vscode';
import type { Connections } from '../connection/connections';
import type { CatalogSource } from '../explorer/catalogSource';
import type { LanguageServer } from '../language/languageServer';
import type { LineageView } from '../lineage/lineageView';
import type { EngineClient } from '../query/engineClient';
import type { ParameterValues } from '../query/parameterValues';
import type { QueryController } from '../query/queryController';
import type { RunStore } from '../query/runStore';
import type { LocalSandbox } from '../sandbox/localSandbox';

/** What commands work with; made once by the extension. */
export interface Services {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly engine: EngineClient;
  readonly sandbox: LocalSandbox;
  readonly connections: Connections;
  readonly catalog: CatalogSource;
  readonly language: LanguageServer;
  readonly lineage: LineageView;
  readonly runs: RunStore;
  readonly queries: QueryController;
  readonly parameters: ParameterValues;
}

/** A command. What it throws is shown to the person, so it says what happened and what to do. */
export type Command = (services: Services, ...args: readonly unknown[]) => Promise<void>;
