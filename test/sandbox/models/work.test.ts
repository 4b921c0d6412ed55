import { expect, test } from 'vitest';
import { runInSlices, type Work } from '../../../server/sandbox/models/training/work';

/** Ends when nobody runs it on. */
function* endless(steps: { count: number }): Work<never> {
  for (;;) {
    steps.count++;
    yield;
  }
}

test('a computation gives its result', async () => {
  function* sum(): Work<number> {
    let total = 0;
    for (let each = 0; each < 10; each++) {
      total += each;
      yield;
    }
    return total;
  }
  expect(await runInSlices(sum(), new AbortController().signal)).toBe(45);
});

test('others get their turn, and can end it', async () => {
  const steps = { count: 0 };
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  await expect(runInSlices(endless(steps), stop.signal)).rejects.toMatchObject({ sqlState: '57014' });
  expect(steps.count).toBeGreaterThan(1);
});

test('what was ended before is not begun', async () => {
  const steps = { count: 0 };
  await expect(runInSlices(endless(steps), AbortSignal.abort())).rejects.toMatchObject({ sqlState: '57014' });
  expect(steps.count).toBe(0);
});
