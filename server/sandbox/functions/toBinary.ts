/** The bytes that a text in hexadecimal, Base64 or UTF-8 stands for; `undefined` for a text that is none. */
export function toBinary(text: string, format: string): Uint8Array | undefined {
  switch (format.toLowerCase()) {
    case 'hex':
      return ofHex(text);
    case 'base64':
      return ofBase64(text);
    case 'utf-8':
    case 'utf8':
      return Buffer.from(text);
    default:
      throw new Error(`The format '${format}' of a binary value is not known: choose hex, base64 or utf-8`);
  }
}

/** A digit that is alone stands first. */
function ofHex(text: string): Uint8Array | undefined {
  if (!/^[\da-f]*$/i.test(text)) return undefined;
  return Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex');
}

/** Padding may be left out; white space counts for nothing. */
function ofBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s/g, '');
  const [, body = '', padding = ''] = /^([A-Za-z\d+/]*)(={0,2})$/.exec(digits) ?? [undefined, '?'];
  const isWhole = body.length % 4 !== 1 && (padding === '' || digits.length % 4 === 0);
  return isWhole && body !== '?' ? Buffer.from(body, 'base64') : undefined;
}
