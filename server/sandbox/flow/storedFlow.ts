import { z } from 'zod';
import { newBaseConnection, newSourceConnection, newTargetConnection } from '../../platform/flowConnections';
import { newFlow } from '../../platform/flows';
import type { DocumentKind } from '../store/documents';

export const storedBase: DocumentKind<z.infer<typeof newBaseConnection>> = {
  name: 'baseConnection',
  body: newBaseConnection,
};

export type StoredSource = z.infer<typeof newSourceConnection>;

export const storedSource: DocumentKind<StoredSource> = {
  name: 'sourceConnection',
  body: newSourceConnection,
};

export type StoredTarget = z.infer<typeof newTargetConnection>;

export const storedTarget: DocumentKind<StoredTarget> = {
  name: 'targetConnection',
  body: newTargetConnection,
};

const flowBody = newFlow.extend({ state: z.enum(['enabled', 'disabled']) });

export type StoredFlow = z.infer<typeof flowBody>;

export const storedFlow: DocumentKind<StoredFlow> = { name: 'flow', body: flowBody };

/** What a flow has done already, so that its next run goes on from there; by the id of the flow. */
const progressBody = z.object({
  /** The last snapshot that was exported, by data set; as text. */
  exported: z.record(z.string(), z.string()),
  /** Files that were imported. */
  imported: z.array(z.string()),
});

export type FlowProgress = z.infer<typeof progressBody>;

export const flowProgress: DocumentKind<FlowProgress> = { name: 'flowProgress', body: progressBody };

const runBody = z.object({
  flowId: z.string(),
  flowSpec: newFlow.shape.flowSpec,
  /** By the times of the flow, not because someone asked. */
  scheduled: z.boolean(),
  status: z.enum(['inProgress', 'success', 'failed']),
  /** Milliseconds since 1970. */
  completed: z.number().optional(),
  inputRecords: z.number().optional(),
  outputRecords: z.number().optional(),
  failedRecords: z.number().optional(),
  inputBytes: z.number().optional(),
  outputBytes: z.number().optional(),
  inputFiles: z.number().optional(),
  outputFiles: z.number().optional(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })),
});

export type StoredFlowRun = z.infer<typeof runBody>;

export const storedFlowRun: DocumentKind<StoredFlowRun> = { name: 'flowRun', body: runBody };

/** What a run did, as far as its kind of flow can tell. */
export type RunOutcome = Omit<
  StoredFlowRun,
  'flowId' | 'flowSpec' | 'scheduled' | 'status' | 'completed' | 'errors'
>;
