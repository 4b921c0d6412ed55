/** A server that ran this long before it ended is not in a crash loop. */
const healthyMilliseconds = 3 * 60_000;

/** Answers at each crash whether to restart: yes for the first, no for another one soon after. */
export function restartPolicy(now: () => number): () => boolean {
  let lastCrash = Number.NEGATIVE_INFINITY;
  return () => {
    const crash = now();
    const isAlone = crash - lastCrash >= healthyMilliseconds;
    lastCrash = crash;
    return isAlone;
  };
}
