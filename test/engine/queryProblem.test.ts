import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { queryProblem } from '../../server/engine/queryProblem';

function databaseError(fields: Partial<DatabaseError>): DatabaseError {
  return Object.assign(new DatabaseError('it failed', 1, 'error'), fields);
}

test.each([
  ['SELECT x', '8', 7],
  [`SELECT '😀', x`, '13', 13],
  ['SELECT x', '99', 8],
  ['SELECT x', undefined, undefined],
])('the place in %s that the server calls character %s', (sql, position, offset) => {
  expect(queryProblem(databaseError({ position }), sql).offset).toBe(offset);
});

test('detail and hint of the server are both told', () => {
  const error = databaseError({ code: '42703', detail: 'There is a column.', hint: 'Perhaps you meant it.' });
  expect(queryProblem(error, 'SELECT x')).toEqual({
    sqlState: '42703',
    message: 'it failed',
    hint: 'There is a column.\nPerhaps you meant it.',
  });
});

test('a lost connection is told as one, and other errors in their own words', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
  expect(queryProblem(reset, '')).toEqual({
    sqlState: '08006',
    message: 'The connection was lost: read ECONNRESET',
  });
  expect(queryProblem(new Error('Connection terminated unexpectedly'), '').sqlState).toBe('08006');
  expect(queryProblem(new TypeError('x is not a function'), '')).toEqual({ message: 'x is not a function' });
});
