import { analyzeFile, type FileModel } from '../../server/analysis/analyzeFile';
import { parse } from '../../server/sql/parse';
import { parseFixture, type FixtureFile } from './fixture';
import { readCatalog, shopCatalog } from './shopCatalog';

export interface AnalyzedFixture {
  readonly file: FixtureFile;
  readonly model: FileModel;
}

/** Analyses a marked text against its `--- catalog` section, or else against the shop's catalog. */
export function analyzeFixture(source: string): AnalyzedFixture {
  const { main, catalog } = parseFixture(source);
  return {
    file: main,
    model: analyzeFile(parse(main.text), catalog === undefined ? shopCatalog : readCatalog(catalog)),
  };
}

/** The cursor of a fixture that must have one. */
export function cursorOf(file: FixtureFile): number {
  if (file.cursor === undefined) throw new Error(`The fixture has no $0:\n${file.text}`);
  return file.cursor;
}
