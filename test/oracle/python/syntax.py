"""Which statements Spark's parser accepts."""

from errors import error_class

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def record(spark, statements):
    """One line with a sign for each statement.

    `.` is accepted; `,` is accepted, but not where the keywords of the SQL standard are reserved (Spark lets most
    of them be names unless told otherwise); a letter is refused, for the reason that `reasons` names.
    """
    reasons = {}
    verdicts = []
    for refusal in refusals(spark, statements):
        if refusal is None:
            verdicts.append(".")
        else:
            verdicts.append(reasons.setdefault(refusal, LETTERS[len(reasons)]))
    accepted = [at for at, verdict in enumerate(verdicts) if verdict == "."]
    spark.conf.set("spark.sql.ansi.enabled", "true")
    spark.conf.set("spark.sql.ansi.enforceReservedKeywords", "true")
    for at, refusal in zip(accepted, refusals(spark, [statements[at] for at in accepted])):
        if refusal is not None:
            verdicts[at] = ","
    spark.conf.unset("spark.sql.ansi.enforceReservedKeywords")
    spark.conf.set("spark.sql.ansi.enabled", "false")
    yield {"verdicts": "".join(verdicts), "reasons": {letter: reason for reason, letter in reasons.items()}}


def refusals(spark, statements):
    """Why each statement is refused, None where it is not."""
    parser = spark._jsparkSession.sessionState().sqlParser()
    for count, statement in enumerate(statements):
        if count % 2000 == 0:
            forget_predictions(spark)
        try:
            parser.parsePlan(statement)
            yield None
        except Exception as error:
            yield error_class(error)


def forget_predictions(spark):
    """ANTLR keeps what it learned about each odd statement for ever, which fills the memory."""
    spark._jvm.org.apache.spark.sql.catalyst.parser.SqlBaseParser(None).getInterpreter().clearDFA()
