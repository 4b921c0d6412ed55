import { NodeKind as N } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { notSupported } from './refusal';
import { cast, typeName } from './rewrites/casts';
import { cluster } from './rewrites/cluster';
import { between, caseExpression, inList } from './rewrites/conditions';
import { functionCall, lambda } from './rewrites/functionCall';
import { groupBy, sortItem } from './rewrites/groupBy';
import { interval } from './rewrites/intervals';
import { literal } from './rewrites/literals';
import { alias, name, noValue, parameter } from './rewrites/names';
import { binary, like, unary } from './rewrites/operators';
import { fieldAccess, index, path } from './rewrites/paths';
import { pivot, unpivot } from './rewrites/pivot';
import { query } from './rewrites/query';
import { join, lateralView, setOperation, tableFunction } from './rewrites/relations';
import { selectInSteps, starInSteps } from './rewrites/segmentSteps';
import { into, projection } from './rewrites/select';
import { bracketed, tableQuery, tableRef } from './rewrites/tableRef';
import { from, where } from './rewrites/timeWindow';
import { tuple } from './rewrites/tuple';
import { inlineTable, values } from './rewrites/values';
import type { Rule } from './translation';

/** The same in DuckDB, as far as the node itself goes. */
const copy: Rule = (t, node) => t.copy(node);

function refuse(what: string): Rule {
  return (t, node) => {
    throw notSupported(t.statement, node, what);
  };
}

/** A kind that is not translated as part of a query: what runs statements looks into it itself. */
const outside: Rule = (t, node) => {
  throw notSupported(
    t.statement,
    node,
    TokenKind[t.statement.tokens.kinds[node.first] as number] ?? 'this statement',
  );
};

const unbound: Rule = (t, node) => {
  throw noValue(t, node);
};

/** The rule for every kind of node, so that a new kind cannot be forgotten. */
export const rules: Readonly<Record<N, Rule>> = {
  [N.Statement]: copy,
  [N.Error]: outside,
  [N.Name]: name,
  [N.QualifiedName]: copy,
  [N.Alias]: alias,
  [N.ColumnList]: copy,
  [N.Query]: query,
  [N.WithClause]: copy,
  [N.CommonTable]: copy,
  [N.Select]: selectInSteps,
  [N.SetOperation]: setOperation,
  [N.Values]: values,
  [N.TableQuery]: tableQuery,
  [N.ParenQuery]: copy,
  [N.SelectClause]: copy,
  [N.Projection]: projection,
  [N.Star]: starInSteps,
  [N.IntoClause]: into,
  [N.FromClause]: from,
  [N.WhereClause]: where,
  [N.GroupByClause]: groupBy,
  [N.GroupingSets]: copy,
  [N.HavingClause]: copy,
  [N.QualifyClause]: copy,
  [N.WindowClause]: copy,
  [N.NamedWindow]: copy,
  [N.OrderByClause]: copy,
  [N.SortItem]: sortItem,
  [N.ClusterClause]: cluster,
  [N.LimitClause]: copy,
  [N.OffsetClause]: copy,
  [N.TableRef]: tableRef,
  [N.DerivedTable]: bracketed,
  [N.TableFunction]: tableFunction,
  [N.InlineTable]: inlineTable,
  [N.ParenRelation]: bracketed,
  [N.Join]: join,
  [N.OnClause]: copy,
  [N.UsingClause]: copy,
  [N.TableAlias]: copy,
  [N.SnapshotClause]: outside,
  [N.SnapshotEdge]: outside,
  [N.SampleClause]: outside,
  [N.TimeTravel]: refuse('AS OF'),
  [N.LateralView]: lateralView,
  [N.Pivot]: pivot,
  [N.Unpivot]: unpivot,
  [N.Literal]: literal,
  [N.Interval]: interval,
  [N.Path]: path,
  [N.FieldAccess]: fieldAccess,
  [N.Index]: index,
  [N.Variable]: unbound,
  [N.Parameter]: parameter,
  [N.Template]: unbound,
  [N.FunctionCall]: functionCall,
  [N.Arguments]: copy,
  [N.NamedArgument]: refuse('named arguments'),
  [N.FilterClause]: copy,
  [N.WithinGroup]: copy,
  [N.OverClause]: copy,
  [N.WindowSpec]: copy,
  [N.PartitionByClause]: copy,
  [N.WindowFrame]: copy,
  [N.FrameBound]: copy,
  [N.Binary]: binary,
  [N.Unary]: unary,
  [N.Between]: between,
  [N.In]: inList,
  [N.Like]: like,
  [N.IsTest]: copy,
  [N.IsDistinctFrom]: copy,
  [N.Exists]: copy,
  [N.Subquery]: copy,
  [N.Paren]: copy,
  [N.Tuple]: tuple,
  [N.Case]: caseExpression,
  [N.When]: copy,
  [N.Else]: copy,
  [N.Cast]: cast,
  [N.Lambda]: lambda,
  [N.ArrayLiteral]: copy,
  [N.TypeName]: typeName,
  [N.StructField]: copy,
  [N.QueryStatement]: copy,
  [N.CreateTable]: outside,
  [N.ColumnDefinitions]: outside,
  [N.ColumnDefinition]: outside,
  [N.Options]: outside,
  [N.PartitionSpec]: outside,
  [N.Option]: outside,
  [N.TransformClause]: refuse('TRANSFORM'),
  [N.CreateView]: outside,
  [N.CreateDatabase]: outside,
  [N.Insert]: outside,
  [N.Drop]: outside,
  [N.Alter]: outside,
  [N.Analyze]: outside,
  [N.FilterContext]: outside,
  [N.Copy]: outside,
  [N.CreateModel]: outside,
  [N.UpdateModel]: outside,
  [N.CreateAudience]: outside,
  [N.Set]: outside,
  [N.Show]: outside,
  [N.Transaction]: outside,
  [N.Explain]: outside,
  [N.DeclareCursor]: outside,
  [N.Fetch]: outside,
  [N.CloseCursor]: outside,
  [N.Prepare]: outside,
  [N.Execute]: outside,
  [N.Deallocate]: outside,
  [N.OtherStatement]: outside,
  [N.UnsupportedStatement]: outside,
  [N.UnknownStatement]: outside,
  [N.Block]: outside,
  [N.BlockStatement]: outside,
  [N.If]: outside,
  [N.ElseIf]: outside,
  [N.ElseBranch]: outside,
  [N.ExceptionHandler]: outside,
};
