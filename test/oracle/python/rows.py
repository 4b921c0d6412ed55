"""What rows Spark gives a query."""

from canonical import canonical
from errors import error_class
from types_of_columns import columns_of

BATCH = 50


def record(spark, statements):
    """Queries of one expression without a table are asked in batches: a query costs more than its expressions."""
    answers = {}
    expressions = []
    for statement in statements:
        try:
            frame = spark.sql(statement)
        except Exception as error:
            answers[statement] = {"sql": statement, "error": error_class(error)}
            continue
        if is_expression(frame, statement):
            expressions.append(statement)
        else:
            answers[statement] = answer(statement, frame)
    for start in range(0, len(expressions), BATCH):
        answers.update(batch(spark, expressions[start : start + BATCH]))
    return [answers[statement] for statement in statements]


def answer(statement, frame):
    columns = columns_of(frame._jdf.queryExecution().analyzed().schema())
    try:
        readable = with_intervals_as_text(frame, columns)
        fields = readable.schema.fields
        rows = [[canonical(v, f.dataType) for v, f in zip(row, fields)] for row in readable.collect()]
    except Exception as error:
        return {"sql": statement, "error": error_class(error)}
    return {"sql": statement, "columns": columns, "ordered": is_ordered(frame), "rows": rows}


def with_intervals_as_text(frame, columns):
    """Python has no value for some intervals."""
    if not any(type.startswith("interval") for _, type, _ in columns):
        return frame
    names = [f"c{at}" for at in range(len(columns))]
    named = frame.toDF(*names)
    return named.select(
        [
            named[name].cast("string") if type.startswith("interval") else named[name]
            for name, (_, type, _) in zip(names, columns)
        ]
    )


def batch(spark, statements):
    """The answers of several queries `SELECT expression AS v`, asked as one; one by one where that fails."""
    if len(statements) == 1:
        return {statements[0]: answer(statements[0], spark.sql(statements[0]))}
    expressions = [statement[len("SELECT ") :] + str(at) for at, statement in enumerate(statements)]
    joined = answer("", spark.sql("SELECT " + ", ".join(expressions)))
    if "error" in joined:
        middle = len(statements) // 2
        return batch(spark, statements[:middle]) | batch(spark, statements[middle:])
    return {
        statement: {"sql": statement, "columns": [["v", *column[1:]]], "ordered": False, "rows": [[value]]}
        for statement, column, value in zip(statements, joined["columns"], joined["rows"][0])
    }


def is_expression(frame, statement):
    plan = frame._jdf.queryExecution().analyzed()
    one_row = plan.nodeName() == "Project" and plan.children().head().nodeName() == "OneRowRelation"
    return one_row and plan.output().size() == 1 and statement.startswith("SELECT ") and statement.endswith(" AS v")


def is_ordered(frame):
    """Whether the query itself sorts its result."""
    plan = frame._jdf.queryExecution().analyzed()
    while True:
        name = plan.nodeName()
        if name == "Sort":
            return plan.__getattr__("global")()
        if name == "WithCTE":
            plan = plan.plan()
        elif name in {"GlobalLimit", "LocalLimit", "Project", "Offset"}:
            plan = plan.children().head()
        else:
            return False
