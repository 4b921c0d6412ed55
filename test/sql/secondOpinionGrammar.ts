/** Queries that most dialects of SQL share, for the `Grammar` of the oracle's generator. */
export const sharedGrammar = `
query
  <select>
  4* <select> <order>?
  <select> <setOperator> <select>
  <select> <setOperator> <select> <setOperator> <select>
  2* WITH <common>,+ <select>

setOperator
  UNION ALL
  UNION
  INTERSECT
  EXCEPT

common
  recent AS ( <query> )
  first_orders AS ( <query> )

select
  SELECT id FROM orders
  8* SELECT <distinct>? <item>,+ FROM <relation> <join>? <join>? <where>? <group>?
  SELECT <item>,+ FROM <relation> <join>? <where>?

distinct
  DISTINCT

item
  <column>
  4* <value>
  4* <value> AS <alias>
  <aggregate> AS <alias>
  <aggregate>
  <windowed> AS <alias>
  ( <query> ) AS <alias>
  *
  o . *

alias
  total
  first_name
  flag
  "two words"

column
  id
  amount
  o . customer_id
  u . name
  orders . created
  country

value
  <column>
  4* <column>
  1
  'text'
  <value> + <value>
  <value> || <value>
  ( <value> )
  - <value>
  upper ( <value> )
  coalesce ( <value>,+ )
  CASE WHEN <condition> THEN <value> ELSE <value> END
  CASE <value> WHEN 1 THEN <value> END
  CAST ( <value> AS <type> )

type
  int
  date
  decimal(10,2)

aggregate
  count ( * )
  sum ( <value> )
  count ( DISTINCT <column> )
  max ( <value> )

windowed
  sum ( amount ) OVER ( PARTITION BY <column>,+ ORDER BY <column> )
  row_number ( ) OVER ( ORDER BY <column> DESC )
  lag ( <column> , 1 ) OVER ( PARTITION BY <column> ORDER BY <column> )

relation
  orders o
  4* orders AS o
  users u
  shop . orders o
  recent
  ( <query> ) AS s
  orders o , users u

join
  JOIN users u ON <condition>
  LEFT JOIN users AS u ON <condition>
  CROSS JOIN shop . countries
  INNER JOIN ( <query> ) d ON <condition>
  FULL OUTER JOIN payments USING ( id )

where
  WHERE <condition>

group
  GROUP BY <column>,+ <having>?

having
  HAVING <aggregate> > 1

order
  ORDER BY <column> DESC LIMIT 10
  ORDER BY <column>,+

condition
  <column> = <value>
  4* <value> = <value>
  <value> <> <value>
  <column> IS NOT NULL
  <column> IN ( 1 , 2 )
  <column> IN ( <query> )
  <column> NOT IN ( <query> )
  EXISTS ( <query> )
  <column> BETWEEN 1 AND <value>
  <column> LIKE 'a%'
  <condition> AND <condition>
  <condition> OR <condition>
  NOT ( <condition> )
  ( <query> ) > 1
`;
