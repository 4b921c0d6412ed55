import { expect, test } from 'vitest';
import { minimize, type Valued } from '../../../server/sandbox/models/training/minimize';
import { runInSlices, type Work } from '../../../server/sandbox/models/training/work';

const never = new AbortController().signal;

/** Steep in one direction and flat in another; least at (3, -2). */
function* valley(point: Float64Array): Work<Valued> {
  yield;
  const [x = 0, y = 0] = point;
  return {
    value: 50 * (x - 3) ** 2 + 0.5 * (y + 2) ** 2,
    gradient: Float64Array.of(100 * (x - 3), y + 2),
  };
}

test('the least point of a function', async () => {
  const work = minimize(valley, new Float64Array(2), { maxIterations: 100, tolerance: 1e-14 });
  const [x, y] = await runInSlices(work, never);
  expect(x).toBeCloseTo(3, 6);
  expect(y).toBeCloseTo(-2, 6);
});

test('absolute values keep a coordinate at 0 that gains less than it costs', async () => {
  const work = minimize(valley, new Float64Array(2), {
    maxIterations: 200,
    tolerance: 1e-14,
    absolute: Float64Array.of(100, 5),
  });
  const [x, y] = await runInSlices(work, never);
  // The slope of the first at 2 is that of its absolute value.
  expect(x).toBeCloseTo(2, 6);
  expect(y).toBe(0);
});

test('no more steps than are allowed', async () => {
  let asked = 0;
  function* counted(point: Float64Array): Work<Valued> {
    asked++;
    return yield* valley(point);
  }
  await runInSlices(minimize(counted, new Float64Array(2), { maxIterations: 0, tolerance: 0 }), never);
  expect(asked).toBe(1);
});
