import { Workspace } from '../../server/analysis/workspace/workspace';
import { closedFile, openFile } from '../../server/analysis/workspace/workspaceFile';
import { parse } from '../../server/sql/parse';
import { parseFixture, type Fixture, type FixtureFile } from './fixture';
import { readCatalog, shopCatalog } from './shopCatalog';

export interface WorkspaceFixture {
  readonly fixture: Fixture;
  readonly workspace: Workspace;
  /** The file that has the cursor; the first one when none has. */
  readonly main: FixtureFile;
}

/** A workspace of the `--- /file.fsql` sections of a marked text; the first file is open, the others are not. */
export function analyzeWorkspace(source: string): WorkspaceFixture {
  const fixture = parseFixture(source);
  const files = fixture.files.map(
    ({ path, text }, index) => [path, index === 0 ? openFile(parse(text)) : closedFile(text)] as const,
  );
  const catalog = fixture.catalog === undefined ? shopCatalog : readCatalog(fixture.catalog);
  return {
    fixture,
    workspace: Workspace.of(catalog, files),
    main: fixture.files.find(({ cursor }) => cursor !== undefined) ?? fixture.main,
  };
}
