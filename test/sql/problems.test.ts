import { describe, expect, test } from 'vitest';
import { childOf, descendants } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import { parse } from '../../server/sql/parse';
import { textOf } from '../../server/sql/tree';
import { checkProblem, checkProblemFix, checkProblemPlaces } from '../support/checkProblems';

describe('one mistake, one error', () => {
  test.each([
    ['a list without its last item', 'SELECT a, FROM t', 'SELECT a FROM t'],
    ['no comma between columns', 'SELECT a b c FROM t', 'SELECT a b, c FROM t'],
    ['no comma before a call', 'SELECT a next(b) FROM t', 'SELECT a, next(b) FROM t'],
    ['a misspelt FROM', 'SELECT a FORM t WHERE b = 1', 'SELECT a FROM t WHERE b = 1'],
    ['a misspelt where in small letters', 'select a from t wehre b = 1', 'select a from t where b = 1'],
    ['a misspelt GROUP', 'SELECT a FROM t GRUOP BY a', 'SELECT a FROM t GROUP BY a'],
    ['a misspelt SELECT', 'SELCT a FROM t', 'SELECT a FROM t'],
    [
      'a misspelt JOIN',
      'SELECT a FROM t LEFT JION u ON t.k = u.k',
      'SELECT a FROM t LEFT JOIN u ON t.k = u.k',
    ],
    ['a misspelt kind of thing', 'CREATE TABEL x AS SELECT 1', 'CREATE TABLE x AS SELECT 1'],
    [
      'a bracket left open',
      'SELECT count(a FROM t WHERE b IN (1, 2)',
      'SELECT count(a) FROM t WHERE b IN (1, 2)',
    ],
    ['a key left open', "SELECT m['k' FROM t", "SELECT m['k'] FROM t"],
    ['a bracket too many', 'SELECT (a)) FROM t', 'SELECT (a) FROM t'],
    ['a string left open', "SELECT a FROM t WHERE b = 'x", "SELECT a FROM t WHERE b = 'x'"],
    ['a comment left open', 'SELECT a /* why', 'SELECT a /* why*/'],
    [
      'no SNAPSHOT before BETWEEN',
      'SELECT * FROM t BETWEEN 1 AND 2',
      'SELECT * FROM t SNAPSHOT BETWEEN 1 AND 2',
    ],
    ['no SNAPSHOT before AS OF', 'SELECT * FROM t AS OF 12', 'SELECT * FROM t SNAPSHOT AS OF 12'],
    ['a prompt in front', '> SELECT 1', ' SELECT 1'],
    ['an alias in single quotes', "SELECT a AS 'b' FROM t", 'SELECT a AS "b" FROM t'],
    [
      'an edge without quotes',
      "SELECT * FROM t SNAPSHOT BETWEEN HEAD AND 'TAIL'",
      "SELECT * FROM t SNAPSHOT BETWEEN 'HEAD' AND 'TAIL'",
    ],
    ['no ; between statements', 'SELECT 1\nDROP TABLE t', 'SELECT 1;\nDROP TABLE t'],
    [
      'no ; in a block',
      '$$ BEGIN\n  SELECT 1\n  DROP TABLE t;\nEND $$',
      '$$ BEGIN\n  SELECT 1;\n  DROP TABLE t;\nEND $$',
    ],
  ])('%s, and its fix', (_, before, after) => checkProblemFix(before, after));

  test.each([
    ['SELECT a FROM t GROUP BY a «WHERE» b = 2', 'WHERE must stand before GROUP BY'],
    ['SELECT a FROM t ORDER BY a «WHERE» b = 2', 'WHERE must stand before ORDER BY'],
    ['SELECT a FROM t LIMIT 5 «ORDER» BY a', 'ORDER BY must stand before LIMIT'],
    [
      'SELECT a FROM t WHERE a = 1 «WHERE» b = 2',
      'There is a second WHERE here; join the conditions with AND',
    ],
    ['SELECT a FROM «SELECT» b FROM t', 'Put brackets around the subquery'],
    ['SELECT a FROM t «WHERE»', 'Expected a condition after WHERE'],
    ['SELECT a + «FROM» t', 'Expected an expression after +, found FROM'],
    ["SELECT CASE a WHEN 1 THEN 'x' «FROM» t", "Expected END of CASE after 'x', found FROM"],
    ['SELECT cast(a«)» FROM t', 'Expected AS and a type after a, found )'],
    ['SELECT sum(x) OVER (PARTITION BY a ORDER «b») FROM t', 'Expected BY after ORDER, found b'],
    ['SELECT sum(x) OVER (ROWS BETWEEN 1 PRECEDING«)» FROM t', 'Expected AND after PRECEDING, found )'],
    ['SELECT «‘»a’ FROM t', "‘ is not SQL; write the straight quote '"],
    ['SELECT * FROM t WHERE a BETWEEN «1»', 'Expected AND and the upper bound after 1'],
    ['SELECT * FROM t WHERE a IS NOT «1»', 'Expected NULL, TRUE, FALSE or DISTINCT FROM after NOT, found 1'],
    ['INSERT INTO «t»', 'Expected a query or VALUES after t'],
    ['CREATE TABLE «AS» x SELECT 1', 'The name of the new table stands before AS'],
    ["CREATE FIELDGROUP f (a int) WITH (LABEL«-»'PROFILE')", 'Expected = and a value after LABEL, found -'],
    ['ANALYZE TABLE t TABLESAMPLE SAMPLERATE 5«:»', 'A statement ends with ; not with :'],
    [
      '«TRANSFORM» (string_indexer(a) b)',
      'TRANSFORM is a clause of CREATE MODEL or CREATE TABLE; it cannot stand alone',
    ],
    ['ALTER TABLE t ADD CONSTRAINT PRIMARY «(»a)', 'Expected KEY or IDENTITY after PRIMARY, found ('],
    ['«IF» a THEN SELECT 1; END IF;', 'IF works only inside a block: $$ BEGIN ... END $$'],
    ['«UPDATE» t SET a = (1', 'unsupported-statement'],
    ['«DELETE» FROM t WHERE', 'unsupported-statement'],
    ['«MERGE» INTO t USING u', 'unsupported-statement'],
    ['«TRUNCATE» TABLE t', 'unsupported-statement'],
    ['«foo» bar', 'No statement begins with foo'],
    [
      `$$ BEGIN
  «IF» a THEN SELECT 1;
END $$`,
      'This IF is not closed: END IF is missing',
    ],
    [
      `$$ BEGIN
  SELECT 1«;»`,
      'Expected END $$ after ;',
    ],
    ['SELECT * FROM t SNAPSHOT SINCE «HEAD»', 'hint: Newer versions of Query Service want HEAD in quotes'],
  ])('%s: %s', (marked, message) => checkProblem(marked, message));

  test('a wrong statement does not hide the mistakes of the others', () => {
    checkProblemPlaces(`SELECT a FROM«;»
SELECT b FROM t;
SELECT c FROM t WHERE«;»
$$ BEGIN
  SELECT «FROM» t;
  SELECT 1;
  SELECT a FROM t WHERE«;»
END $$;`);
  });

  test('two mistakes of one statement are two errors', () => {
    checkProblemPlaces('SELECT a. «FROM» t a JOIN «WHERE» x');
    checkProblemPlaces('SELECT a b «c», d e «f» FROM t WHERE «GROUP» BY a');
  });

  test('what stands beside a template may be right', () => {
    checkProblemPlaces('SELECT a FROM t #where_clause; SELECT #a b FROM t; SELECT * FROM t $rest ORDER BY a');
  });
});

describe('words and signs of other languages', () => {
  test.each([
    ['two words in one', 'SELECT a FROM t GROUPBY a', 'SELECT a FROM t GROUP BY a'],
    ['a misspelt OUTER', 'SELECT a FROM t LEFT OUTTER JOIN u ON a', 'SELECT a FROM t LEFT OUTER JOIN u ON a'],
    ['a misspelt PARTITION', 'SELECT sum(a) OVER (PARTITON BY b)', 'SELECT sum(a) OVER (PARTITION BY b)'],
    ['an arrow', 'SELECT a => 1 AND b', 'SELECT a >= 1 AND b'],
    ['an equals sign first', 'SELECT a =< 1', 'SELECT a <= 1'],
    ['ampersands', 'SELECT a && b OR c', 'SELECT a AND b OR c'],
    ['no IS', 'SELECT a FROM t WHERE b NOT NULL', 'SELECT a FROM t WHERE b IS NOT NULL'],
    ['no VALUES', "INSERT INTO t (1, 'x'), (2, 'y')", "INSERT INTO t VALUES (1, 'x'), (2, 'y')"],
  ])('%s, and its fix', (_, before, after) => checkProblemFix(before, after));

  test.each([
    ['SELECT «TOP» 10 a FROM t', 'TOP is not known; write LIMIT 10 at the end of the query'],
    [
      'SELECT sum(a) OVER «PARTITION» BY b FROM t',
      'Put brackets around the window, as in OVER (PARTITION BY a ORDER BY b)',
    ],
    ['WITH a AS «SELECT» 1 SELECT * FROM a', 'Put brackets around the query'],
    ['CREATE TABLE t «SA» SELECT 1', 'Expected AS and a query after t, found SA'],
    [
      'DROP «t»',
      'Expected TABLE, VIEW, MODEL, AUDIENCE, DATABASE, SCHEMA or TABLESAMPLE after DROP, found t',
    ],
    ["CREATE «FUNCTION» f AS 'x'", 'unsupported-statement'],
    ['CREATE «INDEX» i ON t (a)', 'unsupported-statement'],
  ])('%s: %s', (marked, message) => checkProblem(marked, message));
});

describe('what Spark does not take', () => {
  test.each([
    ['SELECT CAST(a AS «strin») FROM t', 'Unknown type strin; did you mean string?'],
    [
      'SELECT a::«foo» FROM t',
      'Unknown type foo; types are string, int, bigint, double, decimal(10, 2), date, timestamp, boolean and others',
    ],
    ['SELECT CAST(a AS «array») FROM t', 'array needs the type of its parts, as in array<string>'],
    ['SELECT CAST(a AS «int»(4)) FROM t', 'int takes no size'],
    ['SELECT CAST(a AS «decimal»(50, 2)) FROM t', 'decimal has at most 38 digits'],
    [
      'SELECT CAST(a AS «decimal»(5, 10)) FROM t',
      'decimal(5, 10) has more digits behind the point than in all',
    ],
    ['CREATE TABLE t (varchar «b»(20))', 'The name of a column stands before its type: b varchar'],
    [
      'SELECT a FROM t WHERE b BETWEEN «SYMMETRIC» 2 AND 1',
      'BETWEEN takes its bounds in order, the lower one first; SYMMETRIC is not known',
    ],
    [
      "SELECT a «SIMILAR» TO 'x'",
      'SIMILAR TO is not known; RLIKE takes a regular expression, LIKE a pattern with %',
    ],
    ["SELECT a LIKE 'x' ESCAPE «'no'»", 'ESCAPE takes one character'],
    ['SELECT a = «EXISTS» (SELECT 1)', 'Put brackets around EXISTS and its query here'],
    [
      'SELECT a FROM t TABLESAMPLE «SYSTEM» (10)',
      'TABLESAMPLE takes its size alone, as in TABLESAMPLE (10 PERCENT)',
    ],
    ['SELECT a FROM t TABLESAMPLE («110» PERCENT)', 'A sample has at most 100 percent of the rows'],
    [
      'SELECT listagg(a) «WITHIN GROUP» (ORDER BY a) FROM t',
      'WITHIN GROUP belongs to percentile_cont and percentile_disc only',
    ],
    [
      'SELECT sum(a) OVER («w» ORDER BY c) FROM t',
      'A window cannot be built on another; write all of it here',
    ],
    [
      'SELECT sum(a) OVER (ORDER BY b «GROUPS» CURRENT ROW) FROM t',
      'A frame is one of ROWS or RANGE; GROUPS is not known',
    ],
    [
      'SELECT sum(a) OVER (ORDER BY b ROWS «c» PRECEDING) FROM t',
      'A frame reaches equally far for every row: write a number or an interval',
    ],
    ['SELECT a FROM t GROUP BY GROUPING SETS («)»', 'Expected what to group by after (, found )'],
    [
      'SELECT a «/*+ REPARTITION(4) */» FROM t',
      'A hint works only right behind SELECT; as a comment, write it without +',
    ],
    ['SELECT «300Y»', '300Y is outside tinyint, which ends at 127'],
    [
      'SELECT «99999999999999999999L»',
      '99999999999999999999L is outside bigint, which ends at 9223372036854775807',
    ],
    ['SELECT «1e400D»', '1e400D is too large for a number'],
    ["SELECT «X'G1'»", "X'G1' is not hexadecimal: its digits are 0 to 9 and A to F"],
    ["SELECT DATE «'2024-02-30'»", "There is no such day or time: '2024-02-30'"],
    ["SELECT «TIME» '12:00:00'", 'There are no values of type TIME; use TIMESTAMP, or a string'],
    ["SELECT INTERVAL «'1'»", "Expected a unit such as DAY after '1'"],
    [
      "SELECT INTERVAL «'1 10:00:00'» DAY",
      "An interval of DAY is one number; for more units write them all, as in '1 12:30:00' DAY TO SECOND",
    ],
    ["SELECT INTERVAL «'1'» DAY TO HOUR", "An interval of DAY TO HOUR looks like '1 12'"],
    [
      "SELECT INTERVAL «'1 2'» HOUR TO DAY",
      'An interval does not reach from HOUR to DAY; write the larger unit first, such as DAY TO HOUR',
    ],
    ['SET drop «view» v', 'Expected = and a value after drop, found view'],
    [
      'CREATE TEMP VIEW db.«v» AS SELECT 1',
      'A temporary view belongs to the session, not to a database: leave out what stands before its name',
    ],
    ['SELECT * FROM db.«range»(1)', 'A function that gives rows has a name of one part'],
    ['SELECT TRIM(a IS «NULL» FROM b)', 'Put brackets around the condition before FROM'],
  ])('%s: %s', (marked, message) => checkProblem(marked, message));

  test.each([
    ['a type before its name', 'CREATE TABLE t (string id)', 'CREATE TABLE t (id string)'],
    ['a letter that needs quotes', 'SELECT größe FROM t', 'SELECT `größe` FROM t'],
    ['a colon at the end', 'DROP TABLE t:', 'DROP TABLE t;'],
  ])('%s, and its fix', (_, before, after) => checkProblemFix(before, after));

  test('a text that is put in may be part of a type', () => {
    checkProblemPlaces('SELECT CAST(a AS $type), CAST(b AS decimal($digits, 2)) FROM t');
  });
});

describe('what stands around an unfinished place is found', () => {
  test.each([
    ['SELECT a. FROM t a JOIN', 't a'],
    ['SELECT a. FROM t a JOIN u b ON a.', 't a, u b'],
    ['SELECT FROM t', 't'],
    ['SELECT a, , b FROM t WHERE', 't'],
    ['SELECT count( FROM t', 't'],
    ["SELECT m[' FROM t", ''],
    ["SELECT a, m['k' \nFROM t", 't'],
    ['SELECT CASE WHEN FROM t', 't'],
    ['SELECT sum(x) OVER (PARTITION BY FROM t', 't'],
    ['SELECT (a + (b * FROM t WHERE (c', 't'],
    ['SELECT transform(x, y -> ) FROM t', 't'],
    ['SELECT a FROM t JOIN WHERE b', 't'],
    ['SELECT a FROM t, WHERE b', 't'],
    ['SELECT a FROM (SELECT b FROM u WHERE', 'u'],
    ['SELECT a FORM t WHERE b', 't'],
    ['INSERT INTO x SELECT a. FROM t', 't'],
    ['WITH c AS (SELECT a. FROM t) SELECT FROM c', 't, c'],
    ['CREATE TABLE x AS SELECT a, FROM t', 't'],
  ])('%s', (text, tables) => {
    const found = parse(text).statements.flatMap(({ statement }) =>
      [...descendants(statement.root)]
        .filter(({ kind }) => kind === NodeKind.TableRef)
        .map((node) => textOf(statement, node)),
    );
    expect(found.join(', ')).toBe(tables);
  });

  test('a path ends with its dot', () => {
    const [placed] = parse('SELECT a.b.\nFROM t').statements;
    const { statement } = placed as NonNullable<typeof placed>;
    const path = [...descendants(statement.root)].find(({ kind }) => kind === NodeKind.Path);
    expect(path && textOf(statement, path)).toBe('a.b.');
    const query = childOf(statement.root.children[0] as NonNullable<typeof path>, NodeKind.Query);
    expect(query && childOf(query, NodeKind.Select)?.children.map(({ kind }) => NodeKind[kind])).toEqual([
      'SelectClause',
      'FromClause',
    ]);
  });
});
