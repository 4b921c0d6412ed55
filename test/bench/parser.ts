import { readFileSync } from 'node:fs';
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

/** Prints the figures of the parser, beside those of others on the same text in the same run. */
export function benchParser(print: (line: string) => void): void {
  const text = lines(peerQuery, 1_000);
  const ours = fastest((round) => parse(text + ' '.repeat(round)), 40);
  const dt = new SparkSQL();
  const dtSpark = fastest((round) => dt.parse(text + ' '.repeat(round)), 8);
  const other = new sqlParser.Parser();
  const nodeSql = fastest((round) => other.astify(text + ' '.repeat(round), { database: 'postgresql' }), 8);
  print(`parse 1,000 lines: ${ours.toFixed(2)} ms`);
  print(`  dt-sql-parser (Spark): ${dtSpark.toFixed(1)} ms, ours is 1/${(dtSpark / ours).toFixed(1)}`);
  print(`  node-sql-parser: ${nodeSql.toFixed(1)} ms, ours is 1/${(nodeSql / ours).toFixed(1)}`);
  const large = lines(features, 10_000);
  print(
    `parse 10,000 lines of features: ${fastest((round) => parse(large + ' '.repeat(round)), 5).toFixed(1)} ms`,
  );
  print(`re-parse after a keystroke in them: ${keystroke(large).toFixed(2)} ms`);
  print(`memory of the tree: ${memory(large).toFixed(1)} bytes per byte of source`);
}

function lines(piece: string, count: number): string {
  const source = piece.split('\n');
  return Array.from({ length: count }, (_, at) => source[at % source.length]).join('\n');
}

/** Each round gets a text of its own, as some parsers keep the result of the last one. */
function fastest(run: (round: number) => unknown, times: number): number {
  let best = Infinity;
  for (let round = 0; round < times; round++) {
    const started = performance.now();
    run(round);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** The median of keystrokes in the middle of the file. */
function keystroke(start: string): number {
  let tree = parse(start);
  const taken: number[] = [];
  for (let typed = 0; typed < 50; typed++) {
    const at = (start.length >> 1) + typed;
    const text = `${tree.text.slice(0, at)}x${tree.text.slice(at)}`;
    const started = performance.now();
    tree = reparse(tree, text);
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b)[25] as number;
}

/** Without `--expose-gc` the figure is a rough one. */
function memory(text: string): number {
  const copies = 5;
  const used = (): number => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = Array.from({ length: copies }, () => parse(text));
  return (used() - before) / kept.length / text.length;
}
