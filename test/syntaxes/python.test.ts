import { expect, test } from 'vitest';
import { checkScopes } from '../support/checkScopes';
import { loadGrammar, scopedTokens } from '../support/grammar';

const python = (marked: string): Promise<void> => checkScopes('source.python', marked);

test('a triple-quoted string that begins with SQL is SQL to its end', async () => {
  await python(`q = """«SELECT|keyword.other.feature-sql» «count|support.function.aggregate.feature-sql»(*) AS n
FROM orders WHERE total > «10|constant.numeric.feature-sql» AND name = «'it''s'|string.quoted.single.feature-sql» «-- why|comment.line»
"""
x = «run|meta.function-call»(«q|!meta.embedded»)`);
});

test('the SQL may begin on the next line', async () => {
  await python(`q = '''
    «WITH|keyword.other.feature-sql» recent AS (SELECT * FROM orders)
    SELECT «TIME_BETWEEN_PREVIOUS_MATCH|support.function.adobe»(timestamp, a, 'days') FROM recent
'''
«return|keyword.control.flow.python» q`);
});

test.each([
  '-- sql\nname = 1',
  '--sql\nname = 1',
  '-- feature-sql\nname = 1',
  '$$ BEGIN\nSET @a = SELECT 1;\nEND $$',
  'select *\nfrom t',
  'insert into t select 1',
  'CREATE OR REPLACE TEMP VIEW v AS SELECT 1',
  'ANALYZE TABLE t COMPUTE STATISTICS',
])('a string that begins so is SQL: %j', async (sql) => {
  const tokens = scopedTokens(await loadGrammar('source.python'), `q = """${sql}"""\nx = 1`);
  const embedded = tokens.filter(({ scopes }) => scopes.includes('meta.embedded.inline.feature-sql'));
  expect(embedded.map(({ text }) => text).join('')).toBe(sql.replaceAll('\n', ''));
});

test.each([
  'Select a colour for each of the lines.',
  'With this function, a file is read.',
  'Creates a table from the file.',
  'select the rows that you want',
  'Insert a comma where one is missing',
])('prose is left alone: %j', async (prose) => {
  const tokens = scopedTokens(await loadGrammar('source.python'), `q = """${prose}"""`);
  expect(tokens.flatMap(({ scopes }) => scopes).filter((scope) => scope.includes('feature-sql'))).toEqual([]);
});

test('what f-strings and format() put in is Python', async () => {
  await python(`q = f"""«SELECT|keyword.other.feature-sql» a, 'x «{|constant.character.format»name}' AS b, «{{|constant.character.escape»c}}
FROM «{|constant.character.format»«table|meta.function-call»(«1|constant.numeric.dec.python»)} WHERE id = {row_id} AND x = «1|constant.numeric.feature-sql»"""
x = «1|constant.numeric.dec.python»`);
  await python(
    `q = """SELECT «%(name)s|constant.character.format» FROM «{|constant.character.format»table} """`,
  );
});

test('an unclosed quote or comment in the SQL ends with the string', async () => {
  for (const open of ["'never closed", '/* never closed', '"never closed', '-- to the end ', '`never']) {
    const text = `q = """SELECT ${open}"""\nx = run(1)`;
    const last = scopedTokens(await loadGrammar('source.python'), text).at(-1);
    expect(last?.scopes.filter((scope) => /^string|feature-sql|^comment/.test(scope))).toEqual([]);
  }
});

test('other strings, docstrings and comments are left alone', async () => {
  await python(`q = "«SELECT 1|!keyword»"
«# SELECT 1|!keyword»
x = """text
  «of no language|!keyword»"""
"""
«SELECT 1|!keyword»
"""`);
});

test('a notebook cell behind a magic command is SQL', async () => {
  await python(`«%%sql local|keyword.control.magic»
«SELECT|keyword.other.feature-sql» 'a' AS x, $$ BEGIN SELECT 1; «END|keyword.control» $$`);
  await python(`%%feature_sql
SELECT «sum|support.function.aggregate»(a)`);
});

test('a line magic is SQL to the end of its line', async () => {
  await python(`import a
%sql «SELECT|keyword.other.feature-sql» «sum|support.function.aggregate»(a) FROM t
«return|keyword.control.flow.python» a`);
});
