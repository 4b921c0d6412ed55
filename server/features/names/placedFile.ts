import type { FileModel } from '../../analysis/analyzeFile';
import type { Workspace } from '../../analysis/workspace/workspace';

/** A file among the files of its workspace, to which it may or may not belong. */
export interface PlacedFile {
  readonly uri: string;
  readonly file: FileModel;
  readonly workspace: Workspace;
}

/** The file of a name as `at` sees it: its own model is the one that it was asked with. */
export function fileNamed(at: PlacedFile, uri: string): FileModel | undefined {
  return uri === at.uri ? at.file : at.workspace.file(uri);
}
