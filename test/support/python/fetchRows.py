"""Fetches rows in the ways of Python's drivers: python fetchRows.py READY COUNT, where READY is the line that the
sandbox prints when it is ready. Prints one line of JSON: the rows that were right, for each way."""

import datetime
import decimal
import json
import sys

import psycopg
import psycopg2

pg = json.loads(sys.argv[1])["pg"]
count = int(sys.argv[2])
arguments = {key: pg[key] for key in ("host", "port", "dbname", "user", "password")}
amount = decimal.Decimal("12345678901234567890.12")
day = datetime.datetime(2024, 2, 29, 12, 0, 0, 123456)
sql = f"""
SELECT id, id * 900719925474099 AS big, CAST('{amount}' AS decimal(38,2)) AS amount, concat('row ', id) AS name,
       timestamp '{day}' AS at, id % 2 = 0 AS even
FROM range({count}) LIMIT 0"""


def right(rows):
    found = 0
    for row in rows:
        expected = (found, found * 900719925474099, amount, f"row {found}", day, found % 2 == 0)
        if tuple(row) != expected:
            raise ValueError(f"Expected {expected}, found {row}")
        found += 1
    return found


with psycopg2.connect(**arguments) as old:
    plain = old.cursor()
    plain.execute(sql)
    client_side = right(plain)
    named = old.cursor("rows")
    named.itersize = 1000
    named.execute(sql)
    server_side = right(named)

with psycopg.connect(**arguments) as new:
    binary = new.cursor(binary=True)
    binary.execute(sql)
    in_binary = right(binary)
    bound = new.execute("SELECT %s::bigint + 1, %t, size(%b)", (2**62, day, [1, 2, 3])).fetchone()

print(
    json.dumps(
        {
            "psycopg2": client_side,
            "psycopg2 named cursor": server_side,
            "psycopg binary": in_binary,
            "bound": [bound[0] == 2**62 + 1, str(bound[1]), bound[2]],
        }
    )
)
