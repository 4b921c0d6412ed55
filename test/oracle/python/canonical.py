"""One text for each value, so that answers can be compared exactly.

null and booleans are themselves, every other scalar is a string: whole numbers and decimals as digits (a decimal
with all places of its scale), floats and doubles as the shortest digits that read back as the same number (`NaN`,
`Infinity`, `-Infinity`, `-0.0`), dates as `2024-01-31`, timestamps in UTC as `2024-01-31 10:00:00.000000`, binary
as upper-case hex, intervals as Spark's cast to string prints them. An array or a struct is a list of values (a
struct's in the order of its fields), a map is a list of pairs sorted by key.
"""

import datetime
import json
import math
import struct

from pyspark.sql import types as t


def canonical(value, data_type):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(data_type, t.ArrayType):
        return [canonical(each, data_type.elementType) for each in value]
    if isinstance(data_type, t.StructType):
        return [canonical(each, field.dataType) for each, field in zip(value, data_type.fields)]
    if isinstance(data_type, t.MapType):
        pairs = [[canonical(k, data_type.keyType), canonical(v, data_type.valueType)] for k, v in value.items()]
        return sorted(pairs, key=json.dumps)
    if isinstance(data_type, t.FloatType):
        return number_text(value, single=True)
    if isinstance(data_type, t.DoubleType):
        return number_text(value, single=False)
    if isinstance(data_type, t.BinaryType):
        return bytes(value).hex().upper()
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f").rjust(26, "0")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(data_type, t.DecimalType):
        return format(value, "f")
    return str(value)


def number_text(value, single):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if not single:
        return repr(value)
    for digits in range(6, 10):
        text = f"{value:.{digits}g}"
        if struct.unpack("f", struct.pack("f", float(text)))[0] == value:
            break
    return repr(float(text))
