import * as vscode from 'vscode';
import type { CatalogSource } from './catalogSource';
import type { DatasetNode } from './datasetNode';
import { childNodes, datasetNodes, hasChildren, nodeName } from './datasetNode';
import { datasetTooltip } from './datasetTooltip';
import { fieldTypeText } from './fieldTypeText';

export const datasetsViewId = 'featureSql.datasets';

/** Under the reason why the data sets could not be loaded: what to do about it. */
interface ActionNode {
  readonly kind: 'action';
  readonly title: string;
  readonly icon: string;
  readonly command: string;
}

type ViewNode = DatasetNode | ActionNode;

const afterFailure: readonly ActionNode[] = [
  { kind: 'action', title: 'Try again', icon: 'refresh', command: 'featureSql.refreshDatasets' },
  {
    kind: 'action',
    title: 'Select another connection',
    icon: 'database',
    command: 'featureSql.selectConnection',
  },
  { kind: 'action', title: 'Show logs', icon: 'output', command: 'featureSql.showLogs' },
];

/** The view *Datasets*: data sets, columns and nested fields of the catalog in use. */
export class DatasetsView implements vscode.TreeDataProvider<ViewNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<ViewNode>;
  private readonly subscriptions: readonly vscode.Disposable[];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly catalog: CatalogSource) {
    this.view = vscode.window.createTreeView(datasetsViewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [this.view, this.changed, catalog.onDidChange(() => this.update())];
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  get onDidChangeVisibility(): vscode.Event<vscode.TreeViewVisibilityChangeEvent> {
    return this.view.onDidChangeVisibility;
  }

  getChildren(node?: ViewNode): ViewNode[] {
    if (node) return node.kind === 'action' ? [] : [...childNodes(node)];
    const { state } = this.catalog;
    if (state.status === 'failed') return [...afterFailure];
    return state.status === 'loaded' ? [...datasetNodes(state.snapshot)] : [];
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    return node.kind === 'action' ? actionItem(node) : datasetItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: ViewNode): vscode.TreeItem {
    if (node.kind !== 'action') item.tooltip = new vscode.MarkdownString(datasetTooltip(node));
    return item;
  }

  private update(): void {
    const { state } = this.catalog;
    this.view.message = state.status === 'failed' ? state.message : '';
    if (state.status === 'loading') void this.showProgress();
    // The old tree stays in sight while a new one loads.
    else this.changed.fire();
  }

  private async showProgress(): Promise<void> {
    await vscode.window.withProgress({ location: { viewId: datasetsViewId } }, () => this.loadingEnds());
  }

  private loadingEnds(): Promise<void> {
    return new Promise((resolve) => {
      const subscription = this.catalog.onDidChange((state) => {
        if (state.status === 'loading') return;
        subscription.dispose();
        resolve();
      });
    });
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}

function actionItem({ title, icon: name, command }: ActionNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title);
  item.iconPath = new vscode.ThemeIcon(name);
  item.command = { title, command };
  return item;
}

function datasetItem(node: DatasetNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    nodeName(node),
    hasChildren(node) ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.contextValue = node.kind;
  item.iconPath = icon(node);
  item.description = description(node);
  item.accessibilityInformation = { label: `${nodeName(node)}, ${item.description}` };
  return item;
}

function icon(node: DatasetNode): vscode.ThemeIcon {
  if (node.kind === 'dataset') return new vscode.ThemeIcon(datasetIcon(node.dataset.kind));
  const { type, identity } = node.field;
  if (identity) return new vscode.ThemeIcon('key', new vscode.ThemeColor('charts.yellow'));
  if (typeof type === 'string') return new vscode.ThemeIcon(scalarIcon(type));
  if ('struct' in type) return new vscode.ThemeIcon('symbol-struct');
  return new vscode.ThemeIcon('array' in type ? 'symbol-array' : 'symbol-object');
}

function datasetIcon(kind: 'dataset' | 'view' | 'sample'): string {
  if (kind === 'view') return 'eye';
  return kind === 'sample' ? 'beaker' : 'table';
}

function scalarIcon(type: string): string {
  if (type === 'string') return 'symbol-string';
  if (type === 'boolean') return 'symbol-boolean';
  if (type === 'date' || type === 'timestamp') return 'calendar';
  return /^(byte|short|int|long|float|double|decimal)/.test(type) ? 'symbol-number' : 'symbol-field';
}

function description(node: DatasetNode): string {
  const what =
    node.kind === 'dataset' ? (node.dataset.title ?? node.dataset.kind) : fieldTypeText(node.field.type);
  const labels = (node.kind === 'dataset' ? node.dataset.labels : node.field.labels) ?? [];
  return [what, ...labels].join(' · ');
}
