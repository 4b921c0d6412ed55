import { expect, test } from 'vitest';
import { signatureHelp } from '../../server/features/signatureHelp';
import { analyzeFixture, cursorOf } from '../support/analyzeFixture';

/** The signature at `$0`, with its active parameter in brackets; `undefined` where there is none. */
function shownAt(source: string): string | undefined {
  const { file, model } = analyzeFixture(source);
  const help = signatureHelp(model, cursorOf(file));
  const signature = help?.signatures[help.activeSignature];
  const place = help && signature?.parameters[help.activeParameter];
  if (!signature || !place) return signature?.label;
  const { label } = signature;
  return `${label.slice(0, place[0])}[${label.slice(...place)}]${label.slice(place[1])}`;
}

test('the parameter at the cursor', () => {
  expect(shownAt('SELECT date_add($0')).toBe('date_add([d: date], days: int) -> date');
  expect(shownAt('SELECT date_add(opened, $0) FROM stores')).toBe('date_add(d: date, [days: int]) -> date');
});

test('of the innermost call, and of the one around it behind that', () => {
  expect(shownAt('SELECT date_add(to_date($0')).toMatch(/^to_date\(\[/);
  expect(shownAt("SELECT date_add(to_date('a', 'b'), $0")).toBe('date_add(d: date, [days: int]) -> date');
});

test('through brackets that belong to no call', () => {
  expect(shownAt('SELECT date_add(opened, (1 + $0')).toBe('date_add(d: date, [days: int]) -> date');
  expect(shownAt('SELECT date_add(opened, days[$0')).toBe('date_add(d: date, [days: int]) -> date');
  expect(shownAt('SELECT date_add(opened, CASE WHEN 1 IN (1, 2, $0')).toBe(
    'date_add(d: date, [days: int]) -> date',
  );
});

test('not outside of a call, nor in one that nobody knows', () => {
  expect(shownAt('SELECT date_add(opened, 1)$0')).toBeUndefined();
  expect(shownAt('SELECT date_add(opened, nofunction($0')).toBeUndefined();
  expect(shownAt('SELECT date_add(opened; SELECT $0')).toBeUndefined();
});

test('the options of the type of a model', () => {
  const shown = (options: string): string | undefined => shownAt(`CREATE MODEL m OPTIONS (${options}`);
  expect(shown("MODEL_TYPE='kmeans', NUM_CLUSTERS=$0")).toMatch(
    /^kmeans\(PREDICTION_COL = prediction, \[NUM_CLUSTERS = 2\], MAX_ITER = 20, /,
  );
  expect(shown("MODEL_TYPE='kmeans', num$0) AS SELECT 1 AS a")).toMatch(
    /^kmeans\(PREDICTION_COL = prediction, NUM/,
  );
  expect(shown("MAX_DEPTH=$0, type='decision_tree_regression') AS SELECT 1 AS a")).toMatch(
    /\[MAX_DEPTH = 5\]/,
  );
  expect(shown('LABEL=$0')).toBeUndefined();
  expect(shownAt("CREATE TABLE t OPTIONS (type='kmeans', $0")).toBeUndefined();
});

test('transformers of a model that is being written', () => {
  expect(shownAt('CREATE MODEL m TRANSFORM (min_max_scaler(v, 0.0, $0')).toBe(
    'min_max_scaler(column: any, [min: double], [[max: double]]) -> vector<double>',
  );
});
