/** A text that stands for itself in Markdown. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|]/g, '\\$&');
}

export function sqlBlock(code: string): string {
  return `\`\`\`feature-sql\n${code}\n\`\`\``;
}
