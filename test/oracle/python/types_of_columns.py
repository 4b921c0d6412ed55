"""What columns Spark's analyzer gives a query, or why it refuses the query."""

import json

from errors import error_class


def record(spark, statements):
    session = spark._jsparkSession.sessionState()
    parser = session.sqlParser()
    mode = spark._jvm.org.apache.spark.sql.execution.CommandExecutionMode.SKIP()
    for statement in statements:
        try:
            execution = session.executePlan(parser.parsePlan(statement), mode)
            execution.assertAnalyzed()
            columns = columns_of(execution.analyzed().schema())
            yield {"sql": statement, "columns": columns}
        except Exception as error:
            yield {"sql": statement, "error": error_class(error)}


def columns_of(schema):
    """Name, type as SQL writes it, whether it may be null."""
    fields = json.loads(schema.json())["fields"]
    return [[field["name"], type_text(field["type"]), field["nullable"]] for field in fields]


SQL_NAMES = {"byte": "tinyint", "short": "smallint", "integer": "int", "long": "bigint"}


def type_text(spark_type):
    if isinstance(spark_type, str):
        return SQL_NAMES.get(spark_type, spark_type)
    if spark_type["type"] == "array":
        return f"array<{type_text(spark_type['elementType'])}>"
    if spark_type["type"] == "map":
        return f"map<{type_text(spark_type['keyType'])},{type_text(spark_type['valueType'])}>"
    return f"struct<{','.join(map(field_text, spark_type['fields']))}>"


def field_text(field):
    name = field["name"]
    plain = name.isascii() and name.replace("_", "a").isalnum()
    quoted = name if plain else "`" + name.replace("`", "``") + "`"
    return f"{quoted}:{type_text(field['type'])}"
