import { expect, test } from 'vitest';
import { sparkRandom } from '../../../server/sandbox/functions/sparkRandom';

test('a seed gives the numbers that it gives in Spark', () => {
  const { uniform } = sparkRandom(3n);
  expect([uniform(), uniform(), uniform()]).toEqual([
    0.25738143505962285, 0.6698885713796182, 0.9416651198480125,
  ]);
  const { normal } = sparkRandom(3n);
  expect([normal(), normal()]).toEqual([-1.1854930781734352, 0.8301167121353836]);
});
