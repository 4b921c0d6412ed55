import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/base/textEdit';
import { actionsAt, checkAction } from '../../support/checkCodeAction';

test('all findings of a kind', () => {
  checkAction(
    'SELECT ci$0tty FROM stores;\nSELECT opend FROM stores',
    'Fix all 2 of unknown-column in this file',
    'SELECT city FROM stores;\nSELECT opened FROM stores',
  );
});

test('what is sure, when an editor asks for it by its kind', () => {
  const source = '$0CREATE TABLE t AS SELECT count(*), max(city) FROM stores;\nSELECT citty FROM stores';
  expect(actionsAt(source).actions.map(({ kind }) => kind)).not.toContain('source.fixAll.featureSql');
  for (const asked of ['source.fixAll.featureSql', 'source.fixAll', 'source']) {
    const { text, actions } = actionsAt(source, [asked]);
    expect(actions.map((action) => applyEdits(text, action.edits))).toEqual([
      'CREATE TABLE t AS SELECT count(*) AS count, max(city) AS max_city FROM stores;\nSELECT citty FROM stores',
    ]);
  }
});

test('the likely fix is told, of several none is', () => {
  const preferred = (source: string) =>
    actionsAt(source).actions.flatMap(({ isPreferred, title }) => (isPreferred ? [title] : []));
  expect(preferred('SELECT ci$0tty FROM stores')).toEqual(['Change to city']);
  expect(preferred('SELECT ci$0ty FROM stores a JOIN stores b ON a.store_id = b.store_id')).toEqual([]);
});

test('kinds are kept apart', () => {
  const kinds = (only: string) => actionsAt('SELECT *$0 FROM stores', [only]).actions.map(({ kind }) => kind);
  expect(kinds('refactor')).toEqual(['refactor.rewrite']);
  expect(kinds('refactor.inline')).toEqual([]);
});
