import { readFileSync } from 'node:fs';
import { readCatalog } from './shopCatalog';

/** The tables on which Spark was asked for types. */
export const oracleCatalog = readCatalog(readFileSync('test/data/oracle/catalog.json', 'utf8'));
