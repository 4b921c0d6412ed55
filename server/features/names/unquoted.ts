/** The name that a text in back quotes or double quotes says. */
export function unquoted(text: string): string {
  const [, quote, name] = /^([`"])(.*)\1$/s.exec(text) ?? [];
  return quote === undefined || name === undefined ? text : name.replaceAll(quote + quote, quote);
}
