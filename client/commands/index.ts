import { addConnection } from './addConnection';
import { cancelQuery } from './cancelQuery';
import { copyDiagnosticsReport } from './copyDiagnosticsReport';
import { copyName } from './copyName';
import { copyPath } from './copyPath';
import { createSampleProject } from './createSampleProject';
import { exportQueryToFile } from './exportQueryToFile';
import { exportResult } from './exportResult';
import { insertIntoEditor } from './insertIntoEditor';
import { previewRows } from './previewRows';
import { refreshDatasets } from './refreshDatasets';
import { resetLocalSandbox } from './resetLocalSandbox';
import { runFile } from './runFile';
import { runSelection } from './runSelection';
import { runStatement } from './runStatement';
import { selectConnection } from './selectConnection';
import type { Command } from './services';
import { showLineage } from './showLineage';
import { showLogs } from './showLogs';
import { startLocalSandbox } from './startLocalSandbox';
import { stopLocalSandbox } from './stopLocalSandbox';
import { testConnection } from './testConnection';

/** Every command of the manifest. */
export const commands: Readonly<Record<string, Command>> = {
  'featureSql.runStatement': runStatement,
  'featureSql.runFile': runFile,
  'featureSql.runSelection': runSelection,
  'featureSql.cancelQuery': cancelQuery,
  'featureSql.exportResult': exportResult,
  'featureSql.exportQueryToFile': exportQueryToFile,
  'featureSql.refreshDatasets': refreshDatasets,
  'featureSql.selectConnection': selectConnection,
  'featureSql.addConnection': addConnection,
  'featureSql.testConnection': testConnection,
  'featureSql.startLocalSandbox': startLocalSandbox,
  'featureSql.stopLocalSandbox': stopLocalSandbox,
  'featureSql.resetLocalSandbox': resetLocalSandbox,
  'featureSql.createSampleProject': createSampleProject,
  'featureSql.showLineage': showLineage,
  'featureSql.showLogs': showLogs,
  'featureSql.copyDiagnosticsReport': copyDiagnosticsReport,
  'featureSql.copyName': copyName,
  'featureSql.copyPath': copyPath,
  'featureSql.insertIntoEditor': insertIntoEditor,
  'featureSql.previewRows': previewRows,
};
