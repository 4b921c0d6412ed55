import { findDataset, type Catalog } from '../../catalog/catalog';
import type { SyntaxNode } from '../../sql/node';
import { parse } from '../../sql/parse';
import type { PlacedStatement, Statement, SyntaxTree } from '../../sql/tree';
import { analyzeFile, analyzeInOrder, type FileModel } from '../analyzeFile';
import { dropped, Environment, keyOf } from '../definitions';
import type { Elsewhere, ForeignPlace } from '../elsewhere';
import type { Definition, Space } from '../model';
import { applyEffects } from '../modelBuilder';
import { openSchema } from '../schema';
import { NameIndex } from './nameIndex';
import { madeNames } from './statementNames';
import type { WorkspaceFile } from './workspaceFile';

/** So many trees of files that are not open are kept from one state of the workspace to the next. */
const keptTrees = 200;

/**
 * The files of a folder against one catalog: a value, of which `with` makes the next. Files are analysed when they are
 * asked for, and a name that another file makes only when it is read.
 *
 * A name that several files make, that a file makes and drops, or that is made from itself by way of other files,
 * exists, but what it holds is unknown.
 */
export class Workspace {
  private readonly exported = new Map<string, Definition>();
  private readonly models = new Map<string, FileModel>();
  private readonly underWay = new Set<string>();
  private nameIndex: NameIndex | undefined;

  private constructor(
    readonly catalog: Catalog,
    readonly files: ReadonlyMap<string, WorkspaceFile>,
    private readonly isComplete: boolean,
    private readonly trees: Map<string, SyntaxTree>,
  ) {}

  static of(catalog: Catalog, files: Iterable<readonly [string, WorkspaceFile]> = []): Workspace {
    return new Workspace(catalog, new Map(files), true, new Map());
  }

  /** A workspace of which not all files are there yet: what nobody makes may still be made. */
  static incomplete(catalog: Catalog): Workspace {
    return new Workspace(catalog, new Map(), false, new Map());
  }

  /** The workspace after changes of files: `undefined` takes one away. */
  with(changes: Iterable<readonly [string, WorkspaceFile | undefined]>): Workspace {
    const files = new Map(this.files);
    const trees = this.trees.size > keptTrees ? new Map<string, SyntaxTree>() : new Map(this.trees);
    let sameNames = true;
    for (const [uri, file] of changes) {
      sameNames &&= sayTheSame(files.get(uri), file);
      trees.delete(uri);
      if (file) files.set(uri, file);
      else files.delete(uri);
    }
    const next = new Workspace(this.catalog, files, this.isComplete, trees);
    if (sameNames) next.nameIndex = this.nameIndex;
    return next;
  }

  withCatalog(catalog: Catalog): Workspace {
    if (catalog === this.catalog) return this;
    return new Workspace(catalog, this.files, this.isComplete, new Map(this.trees));
  }

  completed(): Workspace {
    return new Workspace(this.catalog, this.files, true, new Map(this.trees));
  }

  /** The same files, of which nothing is kept but what is needed to analyse them again. */
  forgetting(): Workspace {
    const next = new Workspace(this.catalog, this.files, this.isComplete, new Map());
    next.nameIndex = this.nameIndex;
    return next;
  }

  /** The model of a file; all files that are asked of one workspace share what they mean. */
  file(uri: string): FileModel | undefined {
    const known = this.models.get(uri);
    if (known) return known;
    const tree = this.tree(uri);
    if (!tree) return undefined;
    const model = this.analyze(uri, tree);
    this.models.set(uri, model);
    return model;
  }

  /** The model of a file that is looked at once: nothing of it is kept. */
  glance(uri: string): FileModel | undefined {
    const file = this.files.get(uri);
    const tree = file?.tree ?? this.trees.get(uri) ?? (file && parse(file.text));
    return this.models.get(uri) ?? (tree && this.analyze(uri, tree));
  }

  /** Analyses a text as the file of a name, be it part of the workspace or not. */
  analyze(uri: string, tree: SyntaxTree): FileModel {
    return analyzeFile(tree, this.catalog, this.elsewhere(uri));
  }

  /** What the files other than one make. */
  elsewhere(uri: string): Elsewhere {
    return {
      find: (space, name) => this.find(uri, keyOf(space, name)) ?? (this.isComplete ? undefined : dropped),
      names: (space) =>
        [...this.index.allMakers()].flatMap((makers) => {
          const other = makers.find((maker) => maker.uri !== uri);
          return other?.key.startsWith(`${space} `) ? [other.name] : [];
        }),
      placeOf: (statement) => this.placeOf(statement),
    };
  }

  /** Statements that others read stand in trees that are kept. */
  private placeOf(statement: Statement): ForeignPlace | undefined {
    for (const [uri, file] of this.files) {
      const tree = file.tree ?? this.trees.get(uri);
      const placed = tree?.statements.find((each) => each.statement === statement);
      if (placed) return { uri, text: file.text, offset: placed.offset };
    }
    return undefined;
  }

  get index(): NameIndex {
    this.nameIndex ??= new NameIndex(this.files, (key) => isTableOf(this.catalog, key));
    return this.nameIndex;
  }

  private find(asking: string, key: string): Definition | undefined {
    const makers = this.index.makersOf(key).filter(({ uri }) => uri !== asking);
    const [maker, another] = makers;
    if (!maker) return undefined;
    const isOpen = another !== undefined || this.index.isCyclic(maker.uri, key);
    return isOpen ? this.openDefinition(maker.uri, key) : this.definitionIn(maker.uri, key);
  }

  /** What a file has made of a name when all its statements have run. */
  private definitionIn(uri: string, key: string): Definition | undefined {
    const place = `${uri}\n${key}`;
    const known = this.exported.get(place);
    if (known) return known;
    if (this.underWay.has(place)) return this.openDefinition(uri, key);
    this.underWay.add(place);
    try {
      const found = this.lastDefinition(uri, key) ?? this.openDefinition(uri, key);
      if (found) this.exported.set(place, found);
      return found;
    } finally {
      this.underWay.delete(place);
    }
  }

  private lastDefinition(uri: string, key: string): Definition | undefined {
    const all = this.tree(uri)?.statements ?? [];
    const needed = this.index.statementsFor(uri, key).flatMap((at): readonly PlacedStatement[] => {
      const placed = all[at];
      return placed ? [placed] : [];
    });
    const models = analyzeInOrder(needed, this.catalog, this.elsewhere(uri)).map(({ model }) => model);
    const after = models.reduce((before, { effects }) => applyEffects(before, effects), Environment.empty);
    const [space, name] = partsOf(key);
    const found = after.find(space, name);
    return found === undefined || found === dropped || found.temporary ? undefined : found;
  }

  /** The name as it is first made in a file, with nothing known of what it holds. */
  private openDefinition(uri: string, key: string): Definition | undefined {
    for (const { statement } of this.tree(uri)?.statements ?? []) {
      const made = madeNames(statement).find(
        (each) => each.kind === 'make' && each.lasting && each.key === key,
      );
      if (!made) continue;
      let open = openDefinitions.get(made.node);
      if (!open) {
        const { definitionKind: kind, name, node } = made;
        open = { kind, name, statement, node, schema: openSchema };
        openDefinitions.set(node, open);
      }
      return open;
    }
    return undefined;
  }

  private tree(uri: string): SyntaxTree | undefined {
    const file = this.files.get(uri);
    if (!file || file.tree) return file?.tree;
    let tree = this.trees.get(uri);
    if (!tree) {
      tree = parse(file.text);
      this.trees.set(uri, tree);
    }
    return tree;
  }
}

const openDefinitions = new WeakMap<SyntaxNode, Definition>();

/** The texts differ at most in what the index of names does not look at. */
function sayTheSame(before: WorkspaceFile | undefined, after: WorkspaceFile | undefined): boolean {
  if (!before || !after || before.names.length !== after.names.length) return false;
  return before.names.every((names, at) => {
    const others = after.names[at];
    return names === others || JSON.stringify(names) === JSON.stringify(others);
  });
}

function isTableOf(catalog: Catalog, key: string): boolean {
  const [space, name] = partsOf(key);
  return space === 'table' && findDataset(catalog, [name]) !== undefined;
}

function partsOf(key: string): readonly [Space, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at) as Space, key.slice(at + 1)];
}
