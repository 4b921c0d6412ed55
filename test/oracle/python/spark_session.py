"""One local Spark with the settings of Query Service that matter to meaning."""

import json

from pyspark.sql import SparkSession

SETTINGS = {
    "spark.master": "local[2]",
    "spark.driver.memory": "3g",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "false",
    "spark.sql.caseSensitive": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.leafNodeDefaultParallelism": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "-Duser.timezone=UTC",
    "spark.log.level": "OFF",
}


def start():
    builder = SparkSession.builder
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def create_views(spark, catalog_file):
    """The tables of a catalog snapshot as empty temporary views; every column and element may be null."""
    with open(catalog_file, encoding="utf8") as file:
        datasets = json.load(file)["datasets"]
    for dataset in datasets:
        columns = ", ".join(f"`{c['name']}` {type_sql(c['type'])}" for c in dataset["columns"])
        spark.createDataFrame([], columns).createOrReplaceTempView(dataset["table"])


SQL_NAMES = {"byte": "tinyint", "short": "smallint", "long": "bigint"}


def type_sql(catalog_type):
    """A type of the snapshot as SQL writes it."""
    if isinstance(catalog_type, str):
        return SQL_NAMES.get(catalog_type, catalog_type)
    if "array" in catalog_type:
        return f"array<{type_sql(catalog_type['array'])}>"
    if "map" in catalog_type:
        key, value = catalog_type["map"]
        return f"map<{type_sql(key)},{type_sql(value)}>"
    fields = ",".join(f"`{f['name']}`:{type_sql(f['type'])}" for f in catalog_type["struct"])
    return f"struct<{fields}>"
