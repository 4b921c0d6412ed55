// The programs of the product: bundle name and entry file.
export const programs = [
  { name: 'extension', entry: 'client/extension.ts' },
  { name: 'server', entry: 'server/lsp/main.ts' },
  { name: 'engine', entry: 'server/engine/main.ts' },
  { name: 'sandbox', entry: 'server/cli/sandboxMain.ts' },
  { name: 'cli', entry: 'server/cli/main.ts', bin: true },
  { name: 'results', entry: 'media/results/main.ts', browser: true },
];
