import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SparkSQL } from 'dt-sql-parser';
import sqlParser from 'node-sql-parser';
import { parse, reparse } from '../../server/sql/parse';

/** A query that all three parsers accept, repeated to a file of as many lines. */
const peerQuery = `SELECT user_id, max(event_time) AS last_seen, count(*) AS events
FROM shop_events
WHERE event_type = 'commerce.purchases' AND event_time >= '2024-01-01' AND amount * 1.2 > 10
GROUP BY user_id
HAVING count(*) > 3
ORDER BY events DESC
LIMIT 100;

SELECT a.user_id, b.country, CASE WHEN a.amount > 100 THEN 'big' ELSE 'small' END AS size,
  row_number() OVER (PARTITION BY a.user_id ORDER BY a.event_time) AS position
FROM orders a
LEFT JOIN profiles b ON a.user_id = b.user_id
WHERE a.status IN ('paid', 'sent') AND b.country IS NOT NULL;

`;

const features = readFileSync('test/data/sql/valid/features.fsql', 'utf8');
const spark = readFileSync('test/data/sql/valid/spark.fsql', 'utf8');

/** As dense as SQL gets: short names, no space that can be left out, and a node for nearly every character. */
const dense = `select a.b,c+d*e x,f(g,h)y,case when i>1 then-j else k[0]end z from t u join v on u.w=v.w where a in(1,2)and b='c';
`;

/** Prints the figures of the parser, beside those of others on the same text in the same run: medians throughout. */
export function benchParser(print: (line: string) => void): void {
  const text = lines(peerQuery, 1_000);
  const ours = medianTime((round) => parse(text + ' '.repeat(round)), 60);
  const dt = new SparkSQL();
  const dtSpark = medianTime((round) => dt.parse(text + ' '.repeat(round)), 12);
  const other = new sqlParser.Parser();
  const nodeSql = medianTime(
    (round) => other.astify(text + ' '.repeat(round), { database: 'postgresql' }),
    12,
  );
  print(`parse 1,000 lines: ${ours.toFixed(2)} ms`);
  print(`  dt-sql-parser (Spark): ${dtSpark.toFixed(1)} ms, ours is 1/${(dtSpark / ours).toFixed(1)}`);
  print(`  node-sql-parser: ${nodeSql.toFixed(1)} ms, ours is 1/${(nodeSql / ours).toFixed(1)}`);
  const large = lines(features, 10_000);
  const whole = medianTime((round) => parse(large + ' '.repeat(round)), 15);
  print(`parse 10,000 lines of features: ${whole.toFixed(1)} ms`);
  const keys = keystrokes(large);
  print(
    `re-parse after a keystroke in them: ${part(keys, 0.5).toFixed(2)} ms, 95 of 100 within ${part(keys, 0.95).toFixed(2)} ms`,
  );
  for (const [name, sql] of Object.entries({ features, 'Spark SQL': spark, 'dense SQL': dense })) {
    print(`memory of the tree, ${name}: ${memory(lines(sql, 5_000)).toFixed(1)} bytes per byte of source`);
  }
}

function lines(piece: string, count: number): string {
  const source = piece.split('\n');
  return Array.from({ length: count }, (_, at) => source[at % source.length]).join('\n');
}

const warmUp = 3;

/** In milliseconds. Each round gets a text of its own, as some parsers keep the result of the last one. */
function medianTime(run: (round: number) => unknown, times: number): number {
  const taken: number[] = [];
  for (let round = 0; round < times + warmUp; round++) {
    const started = performance.now();
    run(round);
    if (round >= warmUp) taken.push(performance.now() - started);
  }
  return part(taken, 0.5);
}

/** The time that this part of them does not exceed. */
function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The times of keystrokes in the middle of the file. */
function keystrokes(start: string): readonly number[] {
  let tree = parse(start);
  const taken: number[] = [];
  for (let typed = 0; typed < 200; typed++) {
    const at = (start.length >> 1) + typed;
    const text = `${tree.text.slice(0, at)}x${tree.text.slice(at)}`;
    const started = performance.now();
    tree = reparse(tree, text);
    taken.push(performance.now() - started);
  }
  return taken;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memory(text: string): number {
  const copies = 5;
  const used = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = Array.from({ length: copies }, () => parse(text));
  return (used() - before) / kept.length / text.length;
}
