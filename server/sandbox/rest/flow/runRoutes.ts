import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { flowList } from '../../../platform/flowConnections';
import { adhocRun, flowRun, startedAdhocRun, type FlowRun } from '../../../platform/flows';
import { connectionSpecs } from '../../../platform/flowConnections';
import { storedFlow, storedFlowRun, type StoredFlowRun } from '../../flow/storedFlow';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { etagOf } from '../etag';
import { badRequest, notFound, notSupported, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkExported } from './checkExported';
import { connectionsOf } from './flowConnections';
import { flowPageOf } from './flowPage';
import type { FlowRunner } from './flowRunner';

/** Runs of flows. */
export function runRoutes(sandbox: RestSandbox, runner: FlowRunner): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const all = (await documents.list(storedFlowRun)).toReversed().map(runView);
      return answer(c, flowList(flowRun), await flowPageOf(c, sandbox, all));
    })
    .post('/', async (c) => {
      const { flowId } = await readJson(c, z.looseObject({ flowId: z.string() }));
      const found = await documents.get(storedFlow, flowId);
      if (!found) throw notFound('flow', flowId);
      await checkExported(c, sandbox, (await connectionsOf(documents, found.body)).source);
      const run = await runner.run(found, { scheduled: false });
      return c.json({ id: run.id, etag: etagOf(run) }, 201);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedFlowRun, id);
      if (!found) throw notFound('run', id);
      return answer(c, flowList(flowRun), { items: [runView(found)] });
    });
}

const datasetActivation = /^application\/vnd\.adobe\.adhoc\.dataset\.activation\+json/;

/** Exports that are asked for at once, whatever the times of their flow are. */
export function adhocRoutes(sandbox: RestSandbox, runner: FlowRunner): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false }).post('/adhocrun', async (c) => {
    const accept = c.req.header('accept') ?? '';
    if (accept.startsWith('application/vnd.adobe.adhoc.activation+json'))
      throw notSupported('the activation of audiences');
    if (!datasetActivation.test(accept)) {
      const expected = 'application/vnd.adobe.adhoc.dataset.activation+json; version=1';
      throw new Problem(406, 'Not acceptable', `Accept must be ${expected}`);
    }
    const { activationInfo } = await readJson(c, adhocRun);
    const runs = `${new URL(c.req.url).origin}/data/foundation/flowservice/runs`;
    const destinations: z.input<typeof startedAdhocRun>['destinations'] = [];
    for (const { flowId, datasets } of activationInfo.destinations) {
      const found = await documents.get(storedFlow, flowId);
      if (!found) throw notFound('flow', flowId);
      const ids = datasets.map(({ id }) => id);
      await checkExport(c, sandbox, found.body, ids);
      const run = await runner.run(found, { scheduled: false, datasets: ids });
      destinations.push({ datasets: ids.map((id) => ({ id, statusURL: `${runs}/${run.id}`, flowId })) });
    }
    return answer(c, startedAdhocRun, { destinations });
  });
}

async function checkExport(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  flow: Parameters<typeof connectionsOf>[1] & { readonly flowSpec: { readonly id: string } },
  datasets: readonly string[],
): Promise<void> {
  const { source } = await connectionsOf(sandbox.documents, flow);
  if (source.connectionSpec.id !== connectionSpecs.dataLakeSource) {
    throw badRequest(`Adhoc run can not be executed for Flow spec=${flow.flowSpec.id}`);
  }
  const own = source.params.datasets?.map(({ dataSetId }) => dataSetId) ?? [];
  const other = datasets.find((id) => !own.includes(id));
  if (other !== undefined) throw badRequest(`The data set ${other} is not one of the flow`);
  await checkExported(c, sandbox, source);
}

function runView(run: Document<StoredFlowRun>): FlowRun {
  const { id, body, created, updated } = run;
  const {
    completed,
    inputRecords,
    outputRecords,
    failedRecords,
    inputBytes,
    outputBytes,
    inputFiles,
    outputFiles,
  } = body;
  const ended = body.status !== 'inProgress';
  return {
    id,
    flowId: body.flowId,
    flowSpec: body.flowSpec,
    etag: etagOf(run),
    createdAt: created,
    updatedAt: updated,
    metrics: {
      durationSummary: {
        startedAtUTC: created,
        ...(completed === undefined ? {} : { completedAtUTC: completed }),
      },
      ...(ended
        ? {
            sizeSummary: { inputBytes: inputBytes ?? 0, outputBytes: outputBytes ?? 0 },
            recordSummary: {
              inputRecordCount: inputRecords ?? 0,
              outputRecordCount: outputRecords ?? 0,
              failedRecordCount: failedRecords ?? 0,
              skippedRecordCount: 0,
            },
            fileSummary: { inputFileCount: inputFiles ?? 0, outputFileCount: outputFiles ?? 0 },
          }
        : {}),
      statusSummary: { status: body.status, errors: body.errors },
    },
    activities: [],
  };
}
