import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { diagnosticCodes } from '../features/diagnostics/diagnostic';
import { defaultOptions, type DiagnosticOptions } from '../features/diagnostics/options';
import { noInlayHints, type InlayHintOptions } from '../features/inlayHints';
import { defaultFormatOptions, type FormatOptions } from '../features/formatting/options';

const initialization = z.object({ catalogFile: z.string().min(1).optional() }).loose();

/** The catalog file that the client names: a path, absolute or within the first folder, or a file URI. */
export function namedCatalogFile(options: unknown, folderUris: readonly string[]): string | undefined {
  const read = initialization.safeParse(options ?? {});
  const file = read.success ? read.data.catalogFile : undefined;
  if (file === undefined) return undefined;
  if (file.startsWith('file:')) return fileURLToPath(file);
  const folder = folderUris.find((uri) => uri.startsWith('file:'));
  return isAbsolute(file) || folder === undefined ? file : join(fileURLToPath(folder), file);
}

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

const settings = z.object({
  diagnostics: z
    .object({ severity: z.partialRecord(z.enum(diagnosticCodes), severity).optional() })
    .optional(),
  policy: z.object({ restrictedLabels: z.array(z.string()).optional() }).optional(),
});

/** The `featureSql` section of the client's settings; what is not as it should be counts as not set. */
export function diagnosticOptions(section: unknown): DiagnosticOptions {
  const read = settings.safeParse(section ?? {});
  if (!read.success) return defaultOptions;
  const { diagnostics, policy } = read.data;
  return {
    severity: diagnostics?.severity ?? defaultOptions.severity,
    restrictedLabels: policy?.restrictedLabels ?? defaultOptions.restrictedLabels,
  };
}

const formatSettings = z.object({
  format: z
    .object({
      keywordCase: z.enum(['upper', 'lower', 'preserve']).optional(),
      width: z.number().int().min(20).optional(),
      commas: z.enum(['trailing', 'leading']).optional(),
    })
    .optional(),
});

/** How files are laid out; the width of a level comes with each request. */
export function formatOptions(section: unknown): FormatOptions {
  const format = formatSettings.safeParse(section ?? {}).data?.format;
  return {
    ...defaultFormatOptions,
    ...(format?.keywordCase && { keywordCase: format.keywordCase }),
    ...(format?.width && { width: format.width }),
    ...(format?.commas && { commas: format.commas }),
  };
}

const inlayHintSettings = z.object({
  inlayHints: z
    .object({ outputTypes: z.boolean().optional(), groupByTargets: z.boolean().optional() })
    .optional(),
});

/** Which hints are shown between the words; none unless they are asked for. */
export function inlayHintOptions(section: unknown): InlayHintOptions {
  const hints = inlayHintSettings.safeParse(section ?? {}).data?.inlayHints;
  return {
    outputTypes: hints?.outputTypes ?? noInlayHints.outputTypes,
    groupByTargets: hints?.groupByTargets ?? noInlayHints.groupByTargets,
  };
}
