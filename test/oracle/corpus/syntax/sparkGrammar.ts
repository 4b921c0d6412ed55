/** Plain Spark SQL that Query Service shares, for `Grammar`. */
export const sparkGrammar = `
statement
  40* <query>
  2* CREATE TABLE <ifNotExists>? <tableName> AS <query>
  CREATE TABLE <ifNotExists>? <tableName> ( <columnDef>,+ )
  CREATE <orReplace>? <temporary>? VIEW <tableName> <nameList>? AS <query>
  CREATE <orReplace>? VIEW <tableName> AS <query>
  DROP TABLE <ifExists>? <tableName>
  DROP VIEW <ifExists>? <tableName>
  2* INSERT INTO <tableWord>? <tableName> <nameList>? <query>
  INSERT INTO <tableName> VALUES <row>,+
  CREATE DATABASE <ifNotExists>? <name>
  DROP DATABASE <ifExists>? <name> <dropMode>?
  DESCRIBE <tableName>
  DESC TABLE <tableName>
  EXPLAIN <query>
  EXPLAIN EXTENDED <query>
  ALTER TABLE <tableName> ADD COLUMN <columnDef>,+

ifNotExists
  IF NOT EXISTS

ifExists
  IF EXISTS

orReplace
  OR REPLACE

temporary
  TEMPORARY
  TEMP

tableWord
  TABLE

dropMode
  CASCADE
  RESTRICT

columnDef
  <name> <type>
  <name> <type> NOT NULL
  <name> <type> COMMENT 'text'

nameList
  ( <name>,+ )

query
  <select>
  8* <select> <orderBy>? <windows>? <limit>? <offset>?
  2* <with> <setQuery> <orderBy>? <limit>?
  2* <setQuery> <orderBy>? <limit>? <offset>?
  SELECT <item>,+ FROM <relation> SORT BY <sortItem>,+
  SELECT <item>,+ FROM <relation> DISTRIBUTE BY <expr>,+
  SELECT <item>,+ FROM <relation> CLUSTER BY <expr>,+
  SELECT <item>,+ FROM <relation> DISTRIBUTE BY <expr>,+ SORT BY <sortItem>,+

setQuery
  <select>
  2* <select> <setOperator> <select>
  <setQuery> <setOperator> <setQuery>
  ( <query> )
  VALUES <row>,+
  TABLE <tableName>
  FROM <relation> SELECT <item>,+ <where>?

setOperator
  3* UNION ALL
  2* UNION
  UNION DISTINCT
  INTERSECT
  INTERSECT ALL
  EXCEPT
  EXCEPT ALL
  MINUS

with
  WITH <cte>,+

cte
  <name> AS ( <query> )
  <name> <nameList> AS ( <query> )
  <name> ( <query> )

select
  SELECT <item>,+ FROM <tableName>
  SELECT <item>,+
  12* SELECT <hint>? <quantifier>? <item>,+ FROM <relation>,+ <lateralView>? <where>? <group>? <having>?
  SELECT <item>,+ FROM <relation> <where> <group>

hint
  /*+␣BROADCAST(t)␣*/
  /*+␣REPARTITION(4)␣*/

quantifier
  2* DISTINCT
  ALL

item
  3* <name>
  4* <expr>
  4* <expr> AS <name>
  <expr> <name>
  <expr> AS ( <name> , <name> )
  2* *
  <name> . *
  <windowCall> AS <name>
  <aggregate> AS <name>

from
  FROM <relation>,+

where
  WHERE <condition>

having
  HAVING <condition>

group
  4* GROUP BY <expr>,+
  GROUP BY <expr>,+ WITH ROLLUP
  GROUP BY <expr>,+ WITH CUBE
  GROUP BY <expr>,+ GROUPING SETS ( <groupingSet>,+ )
  GROUP BY GROUPING SETS ( <groupingSet>,+ )
  GROUP BY ROLLUP ( <expr>,+ )
  GROUP BY CUBE ( <expr>,+ )
  GROUP BY <name> , ROLLUP ( <expr>,+ )
  2* GROUP BY 1
  GROUP BY ALL

groupingSet
  ( )
  <name>
  ( <name>,+ )

orderBy
  ORDER BY <sortItem>,+
  ORDER BY ALL

sortItem
  <name>
  2* <expr> <direction>?
  <name> <direction>? NULLS FIRST
  <name> <direction>? NULLS LAST
  1

direction
  ASC
  DESC

limit
  LIMIT 10
  LIMIT ALL
  LIMIT 1 + 1

offset
  OFFSET 5

windows
  WINDOW <name> AS ( <windowSpec> )

relation
  6* <tableName>
  4* <tableName> <alias>
  2* <tableName> <alias> <join>
  2* <tableName> <join> <join>?
  2* ( <query> ) <alias>
  ( <query> )
  ( <tableName> <join> )
  <tableName> TABLESAMPLE ( 10 PERCENT )
  <tableName> TABLESAMPLE ( 5 ROWS ) <alias>
  <tableName> TABLESAMPLE ( BUCKET 1 OUT OF 10 )
  VALUES <row>,+ AS <name> ( <name>,+ )
  VALUES <row>,+
  range ( 10 ) <alias>?
  explode ( <expr> )
  <tableName> <pivot>
  <tableName> <unpivot>
  LATERAL ( <query> )
  <tableName> VERSION AS OF 3
  <tableName> TIMESTAMP AS OF '2024-01-01'

alias
  <name>
  AS <name>
  AS <name> ( <name>,+ )

join
  JOIN <tableName> <alias>? <on>
  3* <joinType> JOIN <joined> <on>
  CROSS JOIN <joined>
  NATURAL JOIN <tableName>
  NATURAL LEFT JOIN <tableName>
  JOIN <joined>
  JOIN LATERAL ( <query> ) <alias>

joined
  <tableName>
  <tableName> <alias>
  ( <query> ) <alias>

joinType
  INNER
  2* LEFT
  LEFT OUTER
  RIGHT
  RIGHT OUTER
  FULL
  FULL OUTER
  LEFT SEMI
  LEFT ANTI
  SEMI
  ANTI

on
  ON <condition>
  USING ( <name>,+ )

lateralView
  LATERAL VIEW explode ( <expr> ) <name> AS <name>
  LATERAL VIEW OUTER explode ( <expr> ) <name> AS <name>
  LATERAL VIEW posexplode ( <expr> ) <name> AS <name> , <name>
  LATERAL VIEW explode ( <expr> ) <name>
  LATERAL VIEW explode ( <expr> ) AS <name>
  LATERAL VIEW inline ( <expr> ) <name> AS <name> , <name> LATERAL VIEW explode ( <name> ) <name>

pivot
  PIVOT ( <aggregate> FOR <name> IN ( <literal>,+ ) )
  PIVOT ( <aggregate> AS <name> FOR <name> IN ( <literal> AS <name> , <literal> <name> ) )
  PIVOT ( <aggregate> , <aggregate> FOR ( <name> , <name> ) IN ( ( 1 , 2 ) AS <name> ) )

unpivot
  UNPIVOT ( <name> FOR <name> IN ( <name> , <name> ) )
  UNPIVOT INCLUDE NULLS ( <name> FOR <name> IN ( <name> AS <name> , <name> ) )
  UNPIVOT ( ( <name> , <name> ) FOR <name> IN ( ( <name> , <name> ) AS <name> ) ) AS <name>

row
  ( <literal>,+ )
  ( <expr> , <literal> )
  <literal>

condition
  <name> = <literal>
  4* <comparison>
  2* <predicate>
  2* <condition> AND <condition>
  <condition> OR <condition>
  NOT <condition>
  ( <condition> )
  EXISTS ( <query> )
  NOT EXISTS ( <query> )

comparison
  <name> > <literal>
  3* <expr> <comparator> <expr>

comparator
  4* =
  ==
  <>
  !=
  <
  >
  <=
  >=
  <=>

predicate
  <name> IS NULL
  <expr> IS NOT NULL
  <expr> IS TRUE
  <expr> IS NOT FALSE
  <expr> IS UNKNOWN
  <expr> IS DISTINCT FROM <expr>
  <expr> IS NOT DISTINCT FROM <expr>
  2* <expr> BETWEEN <expr> AND <expr>
  <expr> NOT BETWEEN <literal> AND <literal>
  2* <expr> IN ( <literal>,+ )
  <expr> NOT IN ( <expr>,+ )
  <expr> IN ( <query> )
  2* <name> LIKE 'a%'
  <name> NOT LIKE '%b' ESCAPE '/'
  <name> ILIKE 'A%'
  <name> RLIKE '^x'
  <name> REGEXP '^x'
  <name> LIKE ANY ( 'a%' , 'b%' )
  <name> LIKE ALL ( 'a%' , 'b%' )
  <name> NOT ILIKE SOME ( 'a%' )
  ! <name>

expr
  6* <path>
  3* <literal>
  3* <expr> <operator> <expr>
  - <expr>
  ~ <name>
  ( <expr> )
  ( <query> )
  4* <call>
  2* <aggregate>
  <windowCall>
  2* <case>
  2* CAST ( <expr> AS <type> )
  TRY_CAST ( <expr> AS <type> )
  <expr> [ <expr> ]
  <path> [ 'key' ] . <name>
  <predicate>
  ( <expr> , <expr> )
  struct ( <expr> AS <name> , <name> )
  <interval>

operator
  3* +
  2* -
  2* *
  2* /
  %
  DIV
  ||
  &
  |
  ^

path
  3* <name>
  2* <name> . <name>
  <name> . <name> . <name>
  <name> [ 0 ] . <name>
  <name> . \`order\`

call
  upper ( <expr> )
  2* <function> ( <expr>,+ )
  <function> ( <expr>,+ )
  now ( )
  current_date
  current_timestamp
  current_date ( )
  2* coalesce ( <expr> , <expr> )
  if ( <condition> , <expr> , <expr> )
  EXTRACT ( <unit> FROM <expr> )
  POSITION ( <literal> IN <expr> )
  SUBSTRING ( <expr> FROM 1 FOR 2 )
  SUBSTR ( <expr> , 1 )
  TRIM ( <expr> )
  TRIM ( BOTH FROM <expr> )
  TRIM ( LEADING 'x' FROM <expr> )
  TRIM ( 'x' FROM <expr> )
  OVERLAY ( <expr> PLACING 'x' FROM 2 )
  OVERLAY ( <expr> PLACING 'x' FROM 2 FOR 1 )
  transform ( <path> , x -> <expr> )
  filter ( <path> , x -> <condition> )
  aggregate ( <path> , 0 , ( acc , x ) -> acc + x , acc -> acc )
  exists ( <path> , x -> x > 0 )
  named_struct ( 'a' , <expr> , 'b' , <expr> )
  array ( <expr>,+ )
  map ( 'k' , <expr> )
  date_add ( <expr> , 7 )
  timestampdiff ( <unit> , <name> , <name> )
  dateadd ( <unit> , 1 , <name> )
  left ( <expr> , 1 )
  percentile_cont ( 0.5 ) WITHIN GROUP ( ORDER BY <name> )
  db . <function> ( <name> )
  mask ( <name> , lowerChar => 'q' )

function
  lower
  concat
  round
  size
  element_at
  date_format
  unix_timestamp
  split
  nvl
  greatest
  to_date
  explode

unit
  YEAR
  MONTH
  DAY
  HOUR
  MINUTE

aggregate
  COUNT ( * )
  3* <aggregateName> ( <name> )
  <aggregateName> ( DISTINCT <expr> )
  COUNT ( DISTINCT <name> , <name> )
  SUM ( <expr> )
  SUM ( <expr> ) FILTER ( WHERE <condition> )
  first ( <name> ) IGNORE NULLS
  last ( <name> , true )
  collect_list ( struct ( <name> , <name> ) )
  percentile_approx ( <name> , 0.5 )
  ANY_VALUE ( <name> )

aggregateName
  SUM
  AVG
  MIN
  MAX
  COUNT
  collect_set

windowCall
  row_number ( ) OVER ( <windowSpec> )
  <aggregate> OVER ( <windowSpec> )
  lag ( <name> , 1 ) OVER ( <windowSpec> )
  lead ( <name> ) IGNORE NULLS OVER ( <windowSpec> )
  sum ( <name> ) OVER <name>
  rank ( ) OVER <name>

windowSpec
  PARTITION BY <name> ORDER BY <name>
  PARTITION BY <expr>,+ <orderBy>?
  <orderBy>
  PARTITION BY <name> ORDER BY <sortItem>,+ <frame>
  ORDER BY <sortItem>,+ <frame>

frame
  ROWS UNBOUNDED PRECEDING
  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING
  RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
  RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND CURRENT ROW
  ROWS 2 PRECEDING

case
  CASE WHEN <condition> THEN <expr> END
  2* CASE WHEN <condition> THEN <expr> ELSE <expr> END
  CASE WHEN <condition> THEN <expr> WHEN <condition> THEN <expr> ELSE <literal> END
  CASE <expr> WHEN <literal> THEN <expr> ELSE NULL END

type
  3* string
  2* int
  bigint
  double
  boolean
  date
  timestamp
  decimal ( 10 , 2 )
  decimal
  varchar ( 20 )
  binary
  float
  smallint
  tinyint
  array < <type> >
  map < string , <type> >
  struct < a : <type> , b : <type> >
  struct < a <type> >

interval
  INTERVAL 1 DAY
  INTERVAL '1' HOUR
  INTERVAL '2␣days'
  INTERVAL 3 MONTHS
  INTERVAL '1-2' YEAR TO MONTH
  INTERVAL '1␣10:00:00' DAY TO SECOND
  INTERVAL -1 WEEK
  INTERVAL 1 YEAR 2 MONTHS

literal
  4* 1
  3* 'text'
  0
  42
  2.5
  .5
  1e3
  1.5e-3
  10L
  3S
  4Y
  2.5D
  1.5F
  9.99BD
  ''
  'it\\'s'
  "double"
  'a' 'b'
  r'\\d+'
  NULL
  TRUE
  FALSE
  DATE '2024-01-31'
  TIMESTAMP '2024-01-31␣10:00:00'
  X'1F'
  -1
  'Grüße'

tableName
  3* t
  2* events
  users
  db.orders
  db . orders
  \`my␣table\`

name
  4* a
  3* b
  2* c
  id
  ts
  amount
  user_id
  eventType
  _tenant
  value
  year
  \`order\`
  \`two␣words\`
  country
`;
