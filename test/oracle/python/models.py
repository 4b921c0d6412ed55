"""What Spark ML makes of rows: the columns of its transformers, what its models predict, and how good they are."""

import importlib
import json
import math

from pyspark.ml import Pipeline
from pyspark.ml.evaluation import (
    BinaryClassificationEvaluator,
    ClusteringEvaluator,
    MulticlassClassificationEvaluator,
    RegressionEvaluator,
)


def record(spark, questions):
    for question in questions:
        yield answer(spark, json.loads(question))


def answer(spark, case):
    rows = spark.sql(case["rows"]).coalesce(1)
    stages = [create("feature", each) for each in case["stages"]]
    estimator = case.get("estimator")
    if estimator:
        stages.append(create(estimator["module"], estimator))
    made = Pipeline(stages=stages).fit(rows).transform(rows)
    shown = case["shown"]
    found = {"name": case["name"], "rows": [[plain(row[name]) for name in shown] for row in made.orderBy("id").collect()]}
    if estimator:
        found["metrics"] = METRICS[estimator["module"]](made, estimator["parameters"].get("labelCol"))
    return found


def create(module, described):
    return getattr(importlib.import_module(f"pyspark.ml.{module}"), described["type"])(**described["parameters"])


def classification(made, label):
    metrics = {}
    if made.select(label).distinct().count() == 2:
        evaluator = BinaryClassificationEvaluator(labelCol=label, rawPredictionCol="probability")
        metrics["auc_roc"] = evaluator.setNumBins(0).evaluate(made)
        names = {"accuracy": "accuracy", "precision": "precisionByLabel", "recall": "recallByLabel"}
    else:
        names = {"accuracy": "accuracy", "precision": "weightedPrecision", "recall": "weightedRecall"}
    for name, metric in names.items():
        evaluator = MulticlassClassificationEvaluator(labelCol=label, metricName=metric, metricLabel=1.0)
        metrics[name] = evaluator.evaluate(made)
    return metrics


def regression(made, label):
    names = ["mse", "rmse", "mae", "r2"]
    return {name: RegressionEvaluator(labelCol=label, metricName=name).evaluate(made) for name in names}


def clustering(made, _label):
    return {"silhouette": ClusteringEvaluator().evaluate(made)}


METRICS = {"classification": classification, "regression": regression, "clustering": clustering}


def plain(value):
    if hasattr(value, "toArray"):
        return [plain(each) for each in value.toArray().tolist()]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
