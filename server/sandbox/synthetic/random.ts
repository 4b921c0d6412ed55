/** A seeded source of random numbers: the same seeds give the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly uniform: () => number;
  readonly poisson: (mean: number) => number;
  readonly exponential: (mean: number) => number;
}

/** One independent stream for each pair of seeds. */
export function createRandom(seed: number, stream: number): Random {
  const uniform = sfc32(seed, stream);
  return {
    uniform,
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    poisson: (mean) => poisson(uniform, mean),
  };
}

/** Counts arrivals by Knuth's product of uniforms, which is quick for the small means used here. */
function poisson(uniform: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

/** Chris Doty-Humphrey's small fast counting generator, 32 bit. */
function sfc32(seed: number, stream: number): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.floor(seed / 2 ** 32) ^ 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  // The first outputs still show the seeds.
  for (let round = 0; round < 15; round++) next();
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}
