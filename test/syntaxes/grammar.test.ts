import { test } from 'vitest';
import { checkScopes } from '../support/checkScopes';

const sql = (marked: string): Promise<void> => checkScopes('source.feature-sql', marked);

test('functions by their kind', async () => {
  await sql(`SELECT «SESS_TIMEOUT|support.function.adobe»(timestamp, 1), «sum|support.function.aggregate»(a),
    «row_number|support.function.window»(), «explode|support.function.generator»(b),
    «upper|support.function.feature-sql»(c), «mine|entity.name.function»(d), «left|support.function»(a, 1),
    «history_meta|support.function.meta»('t'), «model_predict|support.function.model»(m, 1, a),
    «string_indexer|support.function.model»(a), «hll_build_agg|support.function.adobe»(b)`);
});

test('a function is one only where it is called', async () => {
  await sql(
    `SELECT «count|!support», t.«sum|!support»(a), «rank|!support» «FROM|keyword.other» «date|!keyword»`,
  );
});

test('keywords, operators in words, constants, control', async () => {
  await sql(`«select|keyword.other» «CASE WHEN|keyword.control» a «IS NOT|keyword.operator.wordlike» «NULL|constant.language»
    «THEN|keyword.control» «TRUE|constant.language» «ELSE|keyword.control» «current_date|constant.language» «END|keyword.control»
    FROM t WHERE a «IN|keyword.operator.wordlike» (1) AND «EXISTS|keyword.operator.wordlike» (SELECT 1) «QUALIFY|keyword.other» x`);
});

test('words that are often names are keywords only where they must be', async () => {
  await sql(`SELECT «day|!keyword», «type|!keyword», «key|!keyword», t.«select|variable.other.property», «version|!keyword»;
    «SHOW MODELS|keyword.other»; «CREATE MODEL|keyword.other» «m|!keyword»;
    «ALTER TABLE|keyword.other» t «ADD CONSTRAINT PRIMARY KEY|keyword.other» (a);
    SELECT INTERVAL «'1'|string» «DAY|keyword.other.unit», «DATE|storage.type» «'2026-01-01'|string.quoted.single»`);
});

test('types in casts and nested types', async () => {
  await sql(`SELECT CAST(a AS «decimal|storage.type»(10, 2)), b::«string|storage.type», c AS «string_of|!storage»;
    CREATE TABLE t (a «array|storage.type»<«struct|storage.type»<x: «int|storage.type»>>)`);
});

test('strings with escapes and parameters in them', async () => {
  await sql(`SELECT 'it«''|constant.character.escape»s', 'a«\\'|constant.character.escape»b',
    '«$day|variable.parameter» and «@v|variable.other.block»', «r'\\d'|string», «x'1F'|string», «c|!string»`);
});

test('a string that is never closed ends where a clause or a word shows it', async () => {
  await sql(`SELECT «'open|string»
«FROM|!string» t WHERE a = «'closed'|string.quoted.single»;`);
  await sql(`SELECT «'open|string»
  , «b|!string», «'c'|string»`);
});

test('a string goes on over lines', async () => {
  await sql(`SELECT «'one
  two, three'|string» AS «a|!string»`);
});

test('names in quotes, and text in double quotes beside a comparison', async () => {
  await sql(`SELECT «"space column"|variable.other.quoted.double», «\`order\`|variable.other.quoted.backtick»
    FROM t WHERE type == «"chair"|string.quoted.double» AND a=«"b"|string.quoted.double»`);
});

test('numbers with suffixes, and names that begin with digits', async () => {
  await sql(`SELECT «1|constant.numeric», «2.5|constant.numeric», «.5|constant.numeric», «1e10|constant.numeric»,
    «10L|constant.numeric», «1.5BD|constant.numeric», a.«30_day_value|!constant», «b1|!constant», «3days|!constant»`);
});

test('variables, parameters and templates', async () => {
  await sql(`SELECT «@v|variable.other.block», «$p|variable.parameter», «\${q}|variable.parameter», «$1|variable.parameter»,
    «?|variable.parameter» FROM «#TEMPLATE|entity.name.tag.template» WHERE «#a|entity.name.tag.template».b`);
});

test('blocks, with comments that begin with a number sign', async () => {
  await sql(`«$$|keyword.control.block» «BEGIN|keyword.control»
  «# Find what is new.|comment.line.number-sign»
  «SET @a = SELECT 1;|meta.block»
  «IF|keyword.control» @a > 0 THEN «$$|keyword.control.block» BEGIN SELECT 1; END $$; «ELSEIF|keyword.control» @b
    THEN «#TEMPLATE|entity.name.tag»; END IF;
«EXCEPTION WHEN OTHERS THEN|keyword.control» SELECT 'x';
«END|keyword.control» «$$|keyword.control.block»;
«SELECT 1|!meta.block»`);
});

test('snapshots', async () => {
  await sql(`SELECT * FROM t «SNAPSHOT BETWEEN|keyword.other.snapshot» «HEAD|constant.language.snapshot» AND «'TAIL'|string»;
    SELECT * FROM t «SNAPSHOT BETWEEN|keyword.other.snapshot» 5 AND «TAIL|constant.language.snapshot»;
    SELECT * FROM t «SNAPSHOT AS OF|keyword.other.snapshot» @v; SELECT * FROM t «SNAPSHOT SINCE|keyword.other.snapshot» 3;
    SELECT «head|!constant» FROM t`);
});

test('comments: nested ones, hints, and those that silence a problem', async () => {
  await sql(`«/* one /* two */ still */|comment.block» «SELECT|!comment»
«/*+ |comment.block.hint»«BROADCAST|keyword.other.hint»(p) */ «a|!comment»
«-- |comment.line»«feature-sql: ignore|keyword.other.directive» «unknown-table, unknown-column|constant.other.code»«: made|!constant»
SELECT 1 -- «feature-sql: ignored|!keyword»`);
});
