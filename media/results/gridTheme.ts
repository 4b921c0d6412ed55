import { createTheme } from 'ag-grid-community';

/** In pixels. */
export const rowHeight = 24;

/** The grid in the colours and fonts of the editor's theme; nothing here is a colour of our own. */
export const gridTheme = createTheme().withParams({
  backgroundColor: 'var(--page-background)',
  foregroundColor: 'var(--vscode-foreground)',
  textColor: 'var(--vscode-foreground)',
  accentColor: 'var(--vscode-focusBorder)',
  borderColor: 'var(--grid-line)',
  borderRadius: '0',
  wrapperBorder: 'none',
  wrapperBorderRadius: '0',
  fontFamily: 'var(--vscode-editor-font-family)',
  fontSize: 'var(--grid-font-size)',
  headerFontFamily: 'var(--vscode-font-family)',
  headerFontSize: 'var(--vscode-font-size)',
  headerFontWeight: '600',
  headerBackgroundColor: 'var(--grid-header)',
  headerTextColor: 'var(--vscode-foreground)',
  headerRowBorder: { color: 'var(--grid-line)' },
  headerColumnBorder: { color: 'var(--grid-line)' },
  headerColumnResizeHandleColor: 'transparent',
  columnBorder: { color: 'var(--grid-line)' },
  pinnedColumnBorder: { color: 'var(--grid-line)' },
  rowBorder: { color: 'var(--grid-line)' },
  oddRowBackgroundColor: 'transparent',
  rowHoverColor: 'var(--vscode-list-hoverBackground)',
  cellHorizontalPadding: '8px',
  rowHeight: `${rowHeight}px`,
  headerHeight: '28px',
  spacing: '4px',
});
