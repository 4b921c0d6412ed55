/** How the files of a workspace end. */
export const sqlFileEndings = ['.fsql', '.feature.sql'];

/** The file belongs to the workspace by its name. */
export function isSqlFile(name: string): boolean {
  return sqlFileEndings.some((ending) => name.endsWith(ending));
}

/** Folders in which no files of the workspace are looked for. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
