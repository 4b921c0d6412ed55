"""Spark's name for what is wrong with a statement."""

from py4j.protocol import Py4JJavaError
from pyspark.errors.exceptions.captured import CapturedException


def error_class(error):
    """Such as `UNRESOLVED_COLUMN.WITH_SUGGESTION`; the kind of exception where Spark gives no name."""
    if isinstance(error, CapturedException):
        return error.getErrorClass() or type(error).__name__
    if isinstance(error, Py4JJavaError):
        return failure_class(error.java_exception)
    raise error


def failure_class(failure):
    """A failed job wraps what failed."""
    while failure.getCause() is not None:
        failure = failure.getCause()
    name = failure.getClass().getSimpleName()
    is_named = any(each.getSimpleName() == "SparkThrowable" for each in failure.getClass().getInterfaces())
    return failure.getErrorClass() if is_named else name
