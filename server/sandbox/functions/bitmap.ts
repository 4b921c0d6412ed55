const bytes = 4096;

/** A bitmap of 32,768 bits with these set; the lowest bit of a byte is its first. */
export function bitmap(positions: readonly (bigint | undefined)[]): Uint8Array {
  const set = new Uint8Array(bytes);
  for (const position of positions) {
    if (position === undefined) continue;
    if (position < 0n || position >= BigInt(bytes * 8))
      throw new Error(`The 0-indexed bitmap position ${position} is out of bounds`);
    set[Number(position >> 3n)] = (set[Number(position >> 3n)] as number) | (1 << Number(position & 7n));
  }
  return set;
}

/** The bits that one of the bitmaps has. */
export function joinedBitmaps(bitmaps: readonly (Uint8Array | undefined)[]): Uint8Array {
  const set = new Uint8Array(bytes);
  for (const each of bitmaps)
    each?.slice(0, bytes).forEach((byte, at) => (set[at] = (set[at] as number) | byte));
  return set;
}
