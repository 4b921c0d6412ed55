/** Schemas nest to about a dozen levels; what walks a body calls itself for each. */
const deepestNesting = 200;

/**
 * What makes valid JSON unusable: too many levels, or a key that an object has twice, of which readers take one or the
 * other. Made of one pass over the text that calls nothing itself, so that no text can exhaust the stack.
 */
export function jsonComplaint(json: string): string | undefined {
  /** The keys of each open object; `undefined` for an array. */
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at++) {
    const sign = json.charAt(at);
    switch (sign) {
      case '{':
      case '[':
        open.push(sign === '{' ? new Set() : undefined);
        if (open.length > deepestNesting) return 'The body is nested too deeply';
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfString(json, at);
        const keys = open.at(-1);
        if (keys && isKey(json, end)) {
          const key = keyOf(json.slice(at, end));
          if (keys.has(key)) return `The body has the key "${shortened(key)}" twice in one object`;
          keys.add(key);
        }
        at = end - 1;
        break;
      }
    }
  }
  return undefined;
}

/** The offset after the closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at++;
  return json[at] === ':';
}

/** Of a text that may not be JSON at all. */
function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

function shortened(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}...` : key;
}
