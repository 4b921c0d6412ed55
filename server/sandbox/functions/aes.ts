import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** `GCM` puts 12 bytes before the text and 16 behind it, `CBC` 16 bytes before it, `ECB` nothing. */
type Mode = 'GCM' | 'CBC' | 'ECB';

const startBytes: Readonly<Record<Mode, number>> = { GCM: 12, CBC: 16, ECB: 0 };
const tagBytes = 16;

export function aesEncrypt(
  text: Uint8Array,
  key: Uint8Array,
  mode: string,
  padding: string,
  start: Uint8Array,
  extra: Uint8Array,
): Uint8Array {
  const known = modeOf(mode, padding);
  const size = startBytes[known];
  if (start.length > 0 && start.length !== size) {
    throw new Error(`AES in the mode ${known} starts with ${size} bytes, not with ${start.length}`);
  }
  const first = start.length > 0 ? start : randomBytes(size);
  const name = cipherName(known, key);
  if (name.endsWith('gcm')) {
    const cipher = createCipheriv(name as 'aes-128-gcm', key, first).setAAD(extra);
    return Buffer.concat([first, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  }
  if (extra.length > 0) throw new Error(`AES in the mode ${known} takes no additional data`);
  const cipher = createCipheriv(name, key, size === 0 ? null : first);
  return Buffer.concat([first, cipher.update(text), cipher.final()]);
}

/** Throws where the bytes were not encrypted in this way. */
export function aesDecrypt(
  bytes: Uint8Array,
  key: Uint8Array,
  mode: string,
  padding: string,
  extra: Uint8Array,
): Uint8Array {
  const known = modeOf(mode, padding);
  const size = startBytes[known];
  const name = cipherName(known, key);
  const first = bytes.subarray(0, size);
  if (name.endsWith('gcm')) {
    if (bytes.length < size + tagBytes)
      throw new Error('The bytes are too few to have been encrypted by AES');
    const decipher = createDecipheriv(name as 'aes-128-gcm', key, first, { authTagLength: tagBytes });
    decipher.setAAD(extra).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(size, -tagBytes)), decipher.final()]);
  }
  const decipher = createDecipheriv(name, key, size === 0 ? null : first);
  return Buffer.concat([decipher.update(bytes.subarray(size)), decipher.final()]);
}

/** The same; what cannot be decrypted is nothing. */
export function tryAesDecrypt(...args: Parameters<typeof aesDecrypt>): Uint8Array | undefined {
  modeOf(args[2], args[3]);
  try {
    return aesDecrypt(...args);
  } catch {
    return undefined;
  }
}

function modeOf(mode: string, padding: string): Mode {
  const name = mode.toUpperCase();
  const isUsual =
    padding.toUpperCase() === 'DEFAULT' || padding.toUpperCase() === (name === 'GCM' ? 'NONE' : 'PKCS');
  if ((name === 'GCM' || name === 'CBC' || name === 'ECB') && isUsual) return name;
  throw new Error(`AES has no mode ${mode} with the padding ${padding}`);
}

function cipherName(mode: Mode, key: Uint8Array): string {
  if (![16, 24, 32].includes(key.length)) {
    throw new Error(`A key of AES has 16, 24 or 32 bytes, not ${key.length}`);
  }
  return `aes-${key.length * 8}-${mode.toLowerCase()}`;
}
