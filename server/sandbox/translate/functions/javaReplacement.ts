/** A replacement as Java writes it (`$1`, a backslash before what is meant as it is) in the form of RE2 (`\1`). */
export function javaReplacement(text: string): string {
  return text.replace(/\\([\s\S])|\$(\d)|\\/g, (match, literal?: string, group?: string) => {
    if (group !== undefined) return `\\${group}`;
    if (literal !== undefined) return literal === '\\' ? '\\\\' : literal;
    return match === '\\' ? '\\\\' : match;
  });
}
