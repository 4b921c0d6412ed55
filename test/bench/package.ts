import { stat } from 'node:fs/promises';
import { makeVsix } from '../tools/makeVsix.mjs';

/** Of the VSIX for this platform, DuckDB's native part included. */
export async function benchPackage(print: (line: string) => void): Promise<void> {
  const { size } = await stat(await makeVsix());
  print(`VSIX: ${(size / 1024 / 1024).toFixed(1)} MB`);
}
