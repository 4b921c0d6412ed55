import type { TestSandbox } from './testSandbox';

/** The code of the error that a statement gives; `undefined` when it gives none. */
export async function sqlStateOf(sandbox: TestSandbox, sql: string): Promise<string | undefined> {
  try {
    await sandbox.query(sql);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}
