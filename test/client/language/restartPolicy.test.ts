import { expect, test } from 'vitest';
import { restartPolicy } from '../../../client/language/restartPolicy';

test('the first crash restarts, a second one soon after does not, one much later does', () => {
  let minutes = 0;
  const mayRestart = restartPolicy(() => minutes * 60_000);
  expect(mayRestart()).toBe(true);
  minutes = 1;
  expect(mayRestart()).toBe(false);
  minutes = 10;
  expect(mayRestart()).toBe(true);
});
