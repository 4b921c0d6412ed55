/** A test that runs inside the extension host. */
export interface HostTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface HostResult {
  readonly name: string;
  /** The stack of the failure; absent when the test passed. */
  readonly failure?: string;
}

const tests: HostTest[] = [];

export function hostTest(name: string, run: () => Promise<void>): void {
  tests.push({ name, run });
}

/** Runs all tests one after the other, in the order in which they were named. */
export async function runHostTests(): Promise<readonly HostResult[]> {
  const results: HostResult[] = [];
  for (const { name, run } of tests) {
    try {
      await run();
      results.push({ name });
    } catch (error) {
      results.push({
        name,
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
  return results;
}
