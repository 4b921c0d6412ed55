import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/base/textEdit';
import { format } from '../../../server/features/formatting/format';
import { defaultFormatOptions, type FormatOptions } from '../../../server/features/formatting/options';
import { parse } from '../../../server/sql/parse';
import { isKeyword, type TokenKind } from '../../../server/sql/tokenKind';
import { tokenText } from '../../../server/sql/tree';
import { checkFormat, formatted } from '../../support/checkFormat';
import { allSqlFiles, sqlFiles } from '../../support/sqlCorpus';

describe('queries', () => {
  test('a short query stays on one line, with its keywords in capitals', () => {
    checkFormat('select a,b  from t where a=1', 'SELECT a, b FROM t WHERE a = 1');
  });

  test('a query that was broken anywhere has each clause on a line', () => {
    checkFormat(
      'select a, b from t join u on t.k=u.k\nwhere a=1 group by a order by b limit 3',
      `SELECT a, b
FROM t JOIN u ON t.k = u.k
WHERE a = 1
GROUP BY a
ORDER BY b
LIMIT 3`,
    );
  });

  test('what does not fit is broken at its lists, joins and conditions', () => {
    checkFormat(
      "SELECT first_column, second_column FROM orders o LEFT JOIN profiles p ON o.user_id = p.user_id WHERE o.status = 'paid' AND p.country IS NOT NULL",
      `SELECT first_column, second_column
FROM orders o
LEFT JOIN profiles p
  ON o.user_id = p.user_id
WHERE o.status = 'paid'
  AND p.country IS NOT NULL`,
      { width: 36 },
    );
  });

  test('windows and CASE', () => {
    checkFormat(
      "SELECT sum(case when e='a' then 1 else 0 end) over (partition by u order by t rows between unbounded preceding and current row) as n FROM t",
      `SELECT
  sum(CASE WHEN e = 'a' THEN 1 ELSE 0 END)
    OVER (
      PARTITION BY u
      ORDER BY t
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS n
FROM t`,
      { width: 60 },
    );
  });

  test('common tables and subqueries', () => {
    checkFormat(
      'WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a\nWHERE x > 0) SELECT * FROM (SELECT x FROM b) c',
      `WITH a AS (SELECT 1 AS x),
b AS (
  SELECT x
  FROM a
  WHERE x > 0
)
SELECT * FROM (SELECT x FROM b) c`,
    );
  });
});

test('a block has its statements one level deeper', () => {
  checkFormat(
    `$$begin set @a=select 1; if @a>0 then insert into t select 1; else select 2; end if;


select 3; exception when other then select 'x'; end $$;`,
    `$$ BEGIN
  SET @a = SELECT 1;
  IF @a > 0 THEN
    INSERT INTO t SELECT 1;
  ELSE
    SELECT 2;
  END IF;

  SELECT 3;
EXCEPTION
  WHEN OTHER THEN
    SELECT 'x';
END $$;`,
  );
});

test('a model definition', () => {
  checkFormat(
    "create model m transform(string_indexer(a) as b, vector_assembler(array(b)) features) options(MODEL_TYPE='kmeans') as select a from t",
    `CREATE MODEL m
TRANSFORM (string_indexer(a) AS b, vector_assembler(array(b)) features)
OPTIONS (MODEL_TYPE = 'kmeans')
AS
SELECT a FROM t`,
    { width: 80 },
  );
});

test('comments stay where they speak', () => {
  checkFormat(
    `-- first

-- second
select a, -- the key
 b /* why */ from t;   -- same line



/* next */
select 1`,
    `-- first

-- second
SELECT
  a, -- the key
  b /* why */
FROM t; -- same line

/* next */
SELECT 1`,
  );
});

describe('options', () => {
  test('keywords in small letters, or as they are', () => {
    checkFormat('Select Count(*) From t', 'select Count(*) from t', { keywordCase: 'lower' });
    checkFormat('Select Count(*) From t', 'Select Count(*) From t', { keywordCase: 'preserve' });
  });

  test('commas at the start of lines', () => {
    checkFormat(
      'SELECT aaaaaaaaaa, bbbbbbbbbb, cccccccccc FROM t',
      `SELECT
  aaaaaaaaaa
  , bbbbbbbbbb
  , cccccccccc
FROM t`,
      { commas: 'leading', width: 20 },
    );
  });

  test('deeper levels', () => {
    checkFormat('$$ BEGIN SELECT 1; END $$', '$$ BEGIN\n    SELECT 1;\nEND $$', { indent: 4 });
  });
});

test('a statement with a syntax error is left as it is, the others are not', () => {
  expect(formatted('select  a from;\nselect  1;')).toBe('select  a from;\nSELECT 1;');
});

test('a range formats the statements that it touches', () => {
  const text = 'select  1;\nselect  2;\nselect  3;\n';
  const edits = format(parse(text), defaultFormatOptions, { start: 14, end: 15 });
  expect(applyEdits(text, edits)).toBe('select  1;\nSELECT 2;\nselect  3;\n');
});

test('names, types, strings and settings are kept as they are', () => {
  const text =
    "SET spark.sql.x=a-b:c;\nSELECT `Date`, DATE, CAST(a AS Array<Int>), 'select' FROM Order_Items;\n";
  expect(formatted(text)).toBe(text);
});

describe('over all SQL of the project', () => {
  const variants: readonly Partial<FormatOptions>[] = [
    {},
    { width: 40, commas: 'leading', keywordCase: 'lower' },
    { width: 20, indent: 4, keywordCase: 'preserve' },
  ];

  test.each(allSqlFiles)('$name: formatting twice is formatting once', ({ text }) => {
    for (const options of variants) {
      const once = formatted(text, options);
      expect(formatted(once, options)).toBe(once);
    }
  });

  test.each(allSqlFiles)('$name: no token and no comment is lost', ({ text }) => {
    for (const options of variants) expect(tokensOf(formatted(text, options))).toEqual(tokensOf(text));
  });

  test.each(sqlFiles('valid'))('$name: every statement is laid out', ({ text }) => {
    const broken = formatted(`\n${text}`.replace(/\bSELECT\b/g, '  \t select'), { width: 60 });
    expect(broken).not.toMatch(/\t/);
  });

  function tokensOf(text: string): readonly string[] {
    return parse(text).statements.flatMap(({ statement }) => {
      const { kinds, count } = statement.tokens;
      return Array.from({ length: count }, (_, at) => {
        const token = tokenText(statement, at).trim();
        return isKeyword(kinds[at] as TokenKind) ? token.toUpperCase() : token;
      }).filter((token) => token !== '');
    });
  }
});
