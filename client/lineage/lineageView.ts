import * as vscode from 'vscode';
import type { QueryLineage } from '../../server/protocol/language';
import { contextKey } from '../base/contextKeys';
import { errorText } from '../base/errors';
import { toRange } from '../base/ranges';
import { languageId, type LanguageServer } from '../language/languageServer';
import {
  isRestricted,
  lineageChildren,
  lineageNodes,
  nodeDescription,
  nodeIcon,
  nodeLabel,
  nodePlace,
  nodeTooltip,
  queryTitle,
  type LineageNode,
} from './lineageNode';

export const lineageViewId = 'featureSql.lineage';

/** So long after the cursor moved or the text changed the view follows. */
const quietMilliseconds = 250;

/** Queries with more columns than this begin folded. */
const unfoldedColumns = 12;

/** The view *Lineage*: where the columns of the query at the cursor come from. It follows the cursor while it shows. */
export class LineageView implements vscode.TreeDataProvider<LineageNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<LineageNode>;
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly isShown = contextKey('featureSql.lineageShown');
  private lineage: QueryLineage | undefined;
  private uri: vscode.Uri | undefined;
  private asked = 0;
  private timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly language: LanguageServer,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.view = vscode.window.createTreeView(lineageViewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.view,
      this.changed,
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document) this.follow(editor);
      }),
    ];
  }

  /** Shows the query at the cursor of an editor; false when there is none. */
  async show(editor: vscode.TextEditor): Promise<boolean> {
    const found = await this.load(editor);
    if (!found) return false;
    this.isShown(true);
    await vscode.commands.executeCommand(`${lineageViewId}.focus`);
    return true;
  }

  getChildren(node?: LineageNode): LineageNode[] {
    if (node) return [...lineageChildren(node)];
    return this.lineage ? [...lineageNodes(this.lineage)] : [];
  }

  getTreeItem(node: LineageNode): vscode.TreeItem {
    const item = new vscode.TreeItem(nodeLabel(node), this.foldingOf(node));
    item.description = nodeDescription(node);
    item.tooltip = nodeTooltip(node);
    item.iconPath = isRestricted(node)
      ? new vscode.ThemeIcon(nodeIcon(node), new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon(nodeIcon(node));
    item.accessibilityInformation = { label: `${nodeLabel(node)}, ${item.description}` };
    const place = this.uri && nodePlace(node, this.uri.toString());
    if (place) {
      const uri = vscode.Uri.parse(place.uri, true);
      const selection = toRange(place.range);
      item.command = { title: 'Show in Editor', command: 'vscode.open', arguments: [uri, { selection }] };
    }
    return item;
  }

  private foldingOf(node: LineageNode): vscode.TreeItemCollapsibleState {
    if (lineageChildren(node).length === 0) return vscode.TreeItemCollapsibleState.None;
    const many = (this.lineage?.columns.length ?? 0) > unfoldedColumns;
    return many ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  }

  private follow(editor: vscode.TextEditor): void {
    if (!this.view.visible || editor.document.languageId !== languageId) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.load(editor).catch((error: unknown) => this.log.warn(`Lineage: ${errorText(error)}`));
    }, quietMilliseconds);
  }

  private async load(editor: vscode.TextEditor): Promise<boolean> {
    const { document, selection } = editor;
    const { line, character } = selection.active;
    const turn = ++this.asked;
    const uri = document.uri.toString();
    const found = await this.language.request('featureSql/lineage', { uri, position: { line, character } });
    if (turn === this.asked) this.take(document.uri, found);
    return found !== null;
  }

  /** The tree is drawn anew only when it changed, so that a click in it does not lose its place. */
  private take(uri: vscode.Uri, found: QueryLineage | null): void {
    const isSame = JSON.stringify([uri, found]) === JSON.stringify([this.uri, this.lineage]);
    if (isSame) return;
    this.lineage = found ?? undefined;
    this.uri = uri;
    this.view.description = found ? queryTitle(found) : '';
    this.view.message = messageOf(found);
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of this.subscriptions) each.dispose();
  }
}

function messageOf(found: QueryLineage | null): string {
  if (!found) return 'There is no query at the cursor.';
  return found.complete ? '' : 'A name, table or template here is not known, so there may be more.';
}
