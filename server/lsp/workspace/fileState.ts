import { createHash } from 'node:crypto';
import type { Workspace } from '../../analysis/workspace/workspace';
import type { WorkspaceFile } from '../../analysis/workspace/workspaceFile';
import type { DiagnosticOptions } from '../../features/diagnostics/options';

/**
 * Says in a few letters all that the diagnostics of a file depend on: its text, the texts of the files that make what
 * it reads, the catalog and the settings. As long as it stays the same, so do they.
 */
export function fileState(workspace: Workspace, uri: string, options: DiagnosticOptions): string {
  const needed = [...workspace.index.filesNeededBy(uri)].sort();
  const texts = [uri, ...needed].map((each) => textState(workspace.files.get(each)));
  return hash([String(numberOf(workspace.catalog)), String(numberOf(options)), ...texts].join(' '));
}

const textStates = new WeakMap<WorkspaceFile, string>();

function textState(file: WorkspaceFile | undefined): string {
  if (!file) return '';
  let state = textStates.get(file);
  if (state === undefined) {
    state = hash(file.text);
    textStates.set(file, state);
  }
  return state;
}

const numbers = new WeakMap<object, number>();
let nextNumber = 0;

/** Objects that never change are told apart by their order. */
function numberOf(object: object): number {
  const known = numbers.get(object) ?? nextNumber++;
  numbers.set(object, known);
  return known;
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
