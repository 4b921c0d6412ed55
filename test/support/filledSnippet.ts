/** The text of a snippet as the editor leaves it when each placeholder keeps its default. */
export function filledSnippet(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replaceAll('\\$', '$');
}
