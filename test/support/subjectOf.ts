/** The function or the operators of a query of one expression, so that equal causes come together in a report. */
export function subjectOf(sql: string): string {
  const query = sql.replace(/^WITH data AS \(.*? AS data\([^)]*\)\) /, '');
  const expression = /^SELECT (?:g, |ts, )?(.*?)(?: OVER \(.*)? AS v(?: FROM|$)/s.exec(query)?.[1];
  if (expression === undefined) return 'queries of other shapes';
  const call = /^(\w+) ?\(/.exec(expression)?.[1];
  if (call !== undefined) return `${call.toLowerCase()}()`;
  return (
    expression
      .replace(/'(?:[^'\\]|\\.)*'|\b\d[\w.]*/g, '')
      .match(/[-+*/%<>=!|&^~[\]]+|\b[A-Z]{2,}\b|\.(?=[a-z])/g)
      ?.join(' ') ?? 'one value'
  );
}
