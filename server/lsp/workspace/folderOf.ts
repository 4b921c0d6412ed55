/** The innermost of the folders around a document, else the first one. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return innermostFolder(uri, folders) ?? folders[0];
}

/** The innermost of the folders around a document; `undefined` when it is in none. */
export function innermostFolder(uri: string, folders: readonly string[]): string | undefined {
  const inside = folders.filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
  return inside.sort((a, b) => b.length - a.length)[0];
}
