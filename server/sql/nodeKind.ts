/**
 * The kinds of nodes, each with its shape: children in order, `?` optional, `*` any number, `|` alternatives;
 * words in capitals are tokens of the node itself. `Expr` stands for any kind of the expression group, `Relation`
 * for any of the relation group, `QueryBody` for Select, SetOperation, Values, TableQuery, ParenQuery, or Template
 * where a template stands for the query.
 */
export enum NodeKind {
  // The statement as a whole.

  /** The root: one statement node? `;`? An empty root holds trivia only. */
  Statement,
  /** Tokens that no rule took, kept so that the tree stays lossless. */
  Error,

  // Names.

  /** One identifier: bare, `back-quoted` or "double-quoted"; or a template or variable standing for one. */
  Name,
  /** Name (`.` Name)*: a table, view, schema, function or model. */
  QualifiedName,
  /** AS? Name | AS? ( Name, ... ) */
  Alias,
  /** ( Name, ... ) after a table alias or a CTE's name. */
  ColumnList,

  // Queries.

  /** WithClause? QueryBody (or WithClause Insert), then clauses: OrderByClause, ClusterClause, WindowClause, LimitClause, OffsetClause; WITHAPPROXIMATE? */
  Query,
  /** WITH RECURSIVE? CommonTable, ... */
  WithClause,
  /** Name ColumnList? AS ( Query ) */
  CommonTable,
  /** SelectClause IntoClause? FromClause? LateralView* WhereClause? GroupByClause? HavingClause? WindowClause? QualifyClause?; Spark's FROM-first form has the FromClause first. */
  Select,
  /** QueryBody (UNION | INTERSECT | EXCEPT | MINUS) (ALL | DISTINCT)? QueryBody */
  SetOperation,
  /** VALUES Expr, ... TableAlias? */
  Values,
  /** TABLE QualifiedName */
  TableQuery,
  /** ( Query ) */
  ParenQuery,
  /** SELECT (ALL | DISTINCT | DISTINCT ON? ( Expr, ... ))? (Projection | Star), ... */
  SelectClause,
  /** Expr Alias? */
  Projection,
  /** (QualifiedName .)? `*` (EXCEPT | EXCLUDE ColumnList)? (REPLACE ( Projection, ... ))? */
  Star,
  /** INTO (TEMP | TEMPORARY | UNLOGGED)? TABLE? QualifiedName */
  IntoClause,
  /** FROM Relation, ... */
  FromClause,
  /** WHERE Expr */
  WhereClause,
  /** GROUP BY (ALL | GroupingElement, ...): Expr | GroupingSets; WITH ROLLUP | CUBE */
  GroupByClause,
  /** (GROUPING SETS | ROLLUP | CUBE) ( (Expr | GroupingSets), ... ) */
  GroupingSets,
  /** HAVING Expr */
  HavingClause,
  /** QUALIFY Expr */
  QualifyClause,
  /** WINDOW NamedWindow, ... */
  WindowClause,
  /** Name AS WindowSpec */
  NamedWindow,
  /** ORDER BY SortItem, ... */
  OrderByClause,
  /** Expr (ASC | DESC | USING op)? (NULLS FIRST | LAST)? */
  SortItem,
  /** (CLUSTER BY | DISTRIBUTE BY | SORT BY) (Expr | SortItem), ... */
  ClusterClause,
  /** LIMIT (Expr | ALL), or FETCH (FIRST | NEXT) Expr? (ROW | ROWS) ONLY */
  LimitClause,
  /** OFFSET Expr (ROW | ROWS)? */
  OffsetClause,

  // Relations.

  /** QualifiedName `*`? SnapshotClause? SampleClause? TableAlias? SnapshotClause? */
  TableRef,
  /** LATERAL? ( Query ) SampleClause? TableAlias? */
  DerivedTable,
  /** LATERAL? FunctionCall TableAlias? */
  TableFunction,
  /** VALUES Expr, ... TableAlias? as a relation */
  InlineTable,
  /** ( Relation ) TableAlias? */
  ParenRelation,
  /** Relation NATURAL? join words, Relation (OnClause | UsingClause)? */
  Join,
  /** ON Expr */
  OnClause,
  /** USING ColumnList */
  UsingClause,
  /** AS? Name ColumnList? */
  TableAlias,
  /** SNAPSHOT (SINCE Expr | AS OF Expr | BETWEEN Expr AND Expr); HEAD and TAIL are SnapshotEdge */
  SnapshotClause,
  /** HEAD or TAIL without quotes. */
  SnapshotEdge,
  /** TABLESAMPLE ( ... ) (REPEATABLE ( Expr ))? */
  SampleClause,
  /** Spark's FOR? (VERSION | TIMESTAMP | SYSTEM_VERSION | SYSTEM_TIME) AS OF Expr, in place of SnapshotClause */
  TimeTravel,
  /** LATERAL VIEW OUTER? FunctionCall Name? (AS? Name, ...)? */
  LateralView,
  /** Relation PIVOT ( Projection, ... FOR (Expr | ColumnList) IN ( Projection, ... ) ) TableAlias? */
  Pivot,
  /** Relation UNPIVOT (INCLUDE | EXCLUDE NULLS)? ( ... ) TableAlias? */
  Unpivot,

  // Expressions.

  /** A number, string (or adjacent strings), TRUE, FALSE, NULL, or a typed literal such as DATE '2024-01-01', X'1F'. */
  Literal,
  /** INTERVAL and its parts: (Expr unit)+ or a string with units. */
  Interval,
  /** Name (`.` Name)*: a column, or a table and column, or a path into structs. An unfinished path ends with its dot. */
  Path,
  /** Expr `.` Name: a field of what is not a plain path. */
  FieldAccess,
  /** Expr `[` Expr `]` */
  Index,
  /** @name */
  Variable,
  /** $name, $1, ? or :name */
  Parameter,
  /** #NAME */
  Template,
  /** QualifiedName Arguments (NULLS treatment)? FilterClause? WithinGroup? OverClause?; also functions with a syntax of their own (EXTRACT, TRIM, POSITION, SUBSTRING, OVERLAY, CURRENT_DATE without parentheses). */
  FunctionCall,
  /** ( (DISTINCT | ALL)? (Expr | Star | Projection | NamedArgument | Query), ... (ORDER BY)? ); Projection for `struct(a AS b)`. */
  Arguments,
  /** Name => Expr */
  NamedArgument,
  /** FILTER ( WhereClause ) */
  FilterClause,
  /** WITHIN GROUP ( OrderByClause ) */
  WithinGroup,
  /** OVER (Name | WindowSpec) */
  OverClause,
  /** ( Name? PartitionByClause? OrderByClause? WindowFrame? ); ClusterClause in Spark's DISTRIBUTE BY form */
  WindowSpec,
  /** PARTITION BY Expr, ... */
  PartitionByClause,
  /** (ROWS | RANGE | GROUPS) (FrameBound | BETWEEN FrameBound AND FrameBound) */
  WindowFrame,
  /** UNBOUNDED PRECEDING | UNBOUNDED FOLLOWING | CURRENT ROW | Expr (PRECEDING | FOLLOWING) */
  FrameBound,
  /** Expr operator Expr: arithmetic, comparison, AND, OR, ||, bitwise, DIV. */
  Binary,
  /** operator Expr: NOT, !, -, +, ~ */
  Unary,
  /** Expr NOT? BETWEEN (SYMMETRIC)? Expr AND Expr */
  Between,
  /** Expr NOT? IN ( Query | Expr, ... ) */
  In,
  /** Expr NOT? (LIKE | ILIKE | RLIKE | REGEXP | SIMILAR TO | ~~ ...) (ANY | ALL | SOME)? Expr (ESCAPE Expr)? */
  Like,
  /** Expr IS NOT? (NULL | TRUE | FALSE | UNKNOWN) */
  IsTest,
  /** Expr IS NOT? DISTINCT FROM Expr */
  IsDistinctFrom,
  /** EXISTS ( Query ) */
  Exists,
  /** (ANY | ALL | SOME)? ( Query ) as a value */
  Subquery,
  /** ( Expr ) */
  Paren,
  /** ( (Expr | Projection), (Expr | Projection), ... ): a row, whose fields may have names; () in GROUP BY */
  Tuple,
  /** CASE Expr? When* Else? END */
  Case,
  /** WHEN Expr THEN Expr */
  When,
  /** ELSE Expr */
  Else,
  /** CAST | TRY_CAST ( Expr AS TypeName ), or Expr :: TypeName */
  Cast,
  /** Name | ( Name, ... ) -> Expr */
  Lambda,
  /** ARRAY? TypeName? `[` Expr, ... `]` */
  ArrayLiteral,
  /** A type: its words, parameters, and nested TypeName or StructField children. */
  TypeName,
  /** Name `:`? TypeName (NOT NULL)? (COMMENT string)? */
  StructField,

  // Statements that define or write data.

  /** The statement that is a query alone: Query */
  QueryStatement,
  /** CREATE (OR REPLACE)? (TEMP | TEMPORARY)? TABLE (IF NOT EXISTS)? QualifiedName ColumnDefinitions? Options? TransformClause? (AS? Query)?, and Spark's table clauses */
  CreateTable,
  /** ( ColumnDefinition, ... ) */
  ColumnDefinitions,
  /** Name TypeName? (NOT NULL | DEFAULT Expr | COMMENT string | constraint words)* */
  ColumnDefinition,
  /** (WITH | OPTIONS | TBLPROPERTIES ...) ( Option, ... ) */
  Options,
  /** PARTITION ( Option, ... ): the partition of a table that a statement is about */
  PartitionSpec,
  /** Name (`.` Name)* `=`? value Expr */
  Option,
  /** TRANSFORM ( Projection, ... ) */
  TransformClause,
  /** CREATE (OR REPLACE)? (GLOBAL? TEMP | TEMPORARY)? VIEW (IF NOT EXISTS)? QualifiedName ColumnList? ... AS Query */
  CreateView,
  /** CREATE (DATABASE | SCHEMA | NAMESPACE) (IF NOT EXISTS)? QualifiedName Options? */
  CreateDatabase,
  /** INSERT (INTO | OVERWRITE INTO?) (TABLE | AUDIENCE)? QualifiedName ColumnList? AS? (Query | ( Query )) */
  Insert,
  /** DROP kind words (IF EXISTS)? QualifiedName ... (RESTRICT | CASCADE)? */
  Drop,
  /** ALTER (TABLE | VIEW) QualifiedName action words, ColumnList?, ColumnDefinition*, QualifiedName? */
  Alter,
  /** ANALYZE TABLE QualifiedName FilterContext? (COMPUTE STATISTICS (FOR ...)? Alias? | TABLESAMPLE ... SAMPLERATE Expr)? */
  Analyze,
  /** FILTERCONTEXT ( Expr ) */
  FilterContext,
  /** COPY ( Query ) TO Expr (WITH FORMAT Expr)? */
  Copy,

  // Models and audiences.

  /** CREATE (OR REPLACE)? MODEL (IF NOT EXISTS)? QualifiedName TransformClause? Options? AS Query */
  CreateModel,
  /** UPDATE MODEL QualifiedName TransformClause? Options? AS Query */
  UpdateModel,
  /** CREATE AUDIENCE QualifiedName Options? AS Query */
  CreateAudience,

  // Session statements.

  /** SET (key words or Variable) (`=` (Expr | Query))? */
  Set,
  /** SHOW words, Expr? QualifiedName? */
  Show,
  /** BEGIN | START TRANSACTION | COMMIT | ROLLBACK and their words */
  Transaction,
  /** EXPLAIN words, statement */
  Explain,
  /** DECLARE Name CURSOR FOR Query */
  DeclareCursor,
  /** FETCH Expr? (IN | FROM)? Name */
  Fetch,
  /** CLOSE (Name | ALL) */
  CloseCursor,
  /** PREPARE Name ( TypeName, ... )? AS statement */
  Prepare,
  /** EXECUTE Name ( Expr, ... )? */
  Execute,
  /** DEALLOCATE PREPARE? (Name | ALL) */
  Deallocate,
  /** Any other statement of Spark SQL: its words, with nested Query, QualifiedName and Expr where they stand. */
  OtherStatement,
  /** UPDATE, DELETE, MERGE or TRUNCATE: what Query Service does not run. */
  UnsupportedStatement,
  /** A statement that starts with no known word: skipped whole, without an error for now. */
  UnknownStatement,

  // Anonymous blocks.

  /** $$? BEGIN BlockStatement* ExceptionHandler? END $$? */
  Block,
  /** One statement and its `;` inside a block: any statement node, If or Block. */
  BlockStatement,
  /** IF Expr THEN BlockStatement* ElseIf* ElseBranch? END IF */
  If,
  /** ELSEIF Expr THEN BlockStatement* */
  ElseIf,
  /** ELSE BlockStatement* */
  ElseBranch,
  /** EXCEPTION WHEN (OTHERS | OTHER) THEN BlockStatement* */
  ExceptionHandler,
}
