import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, reparse } from '../sql/parse';
import type { SyntaxTree } from '../sql/tree';

/** The open documents, each with the tree of its text, which an edit re-parses only where it must. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly trees = new Map<string, SyntaxTree>();

  constructor(connection: Connection, changed: (uri: string) => void, closed: (uri: string) => void) {
    this.texts.onDidChangeContent(({ document }) => changed(document.uri));
    this.texts.onDidClose(({ document }) => {
      this.trees.delete(document.uri);
      closed(document.uri);
    });
    this.texts.listen(connection);
  }

  get(uri: string): TextDocument | undefined {
    return this.texts.get(uri);
  }

  uris(): readonly string[] {
    return this.texts.keys();
  }

  /** The tree of the document as it is now. */
  tree(document: TextDocument): SyntaxTree {
    const text = document.getText();
    const known = this.trees.get(document.uri);
    if (known?.text === text) return known;
    const tree = known ? reparse(known, text) : parse(text);
    this.trees.set(document.uri, tree);
    return tree;
  }
}
