import { snapshotBatchId } from './batches';
import { lakeTable } from './createDataset';
import type { StoredDataset } from './datasets';
import { snapshotColumn } from './metadataTables';
import { quoted } from './sqlText';

/** Columns that the Platform adds to every data set, in lower case; `*` leaves them out. */
export const systemColumnNames: readonly string[] = ['_acp_system_metadata', '_acp_batchid', '_acp_date'];

/**
 * A query for the rows of a data set with the column of snapshots and the Platform's own columns. What the sandbox does
 * not keep of a row, its tracking id and version, is null. `_ACP_DATE`, which no star shows, is there when it is wanted:
 * the day of the events.
 */
export function lakeTableWithSystemColumns(dataset: StoredDataset, withDate: boolean): string {
  return `(SELECT stored.*,
    struct_pack(
      acp_sourceBatchId := batch.id,
      commitBatchId := batch.id,
      trackingId := CAST(NULL AS VARCHAR),
      rowId := concat(batch.id, '-', stored.rowid, ';'),
      rowVersion := CAST(NULL AS BIGINT),
      ingestTime := batch.ingested,
      isDeleted := false) AS _acp_system_metadata,
    batch.id AS "_ACP_BATCHID"${withDate ? ', CAST(stored.timestamp AS DATE) AS "_ACP_DATE"' : ''}
  FROM ${lakeTable(dataset)} AS stored
  JOIN (
    SELECT
      snapshot_id,
      coalesce(document.id, ${snapshotBatchId}) AS id,
      epoch_ms(made_current_at) AS ingested
    FROM platform.snapshot
    LEFT JOIN platform.document ON document.kind = 'batch' AND body->>'$.snapshotId' = CAST(snapshot_id AS VARCHAR)
      AND body->>'$.datasetId' = dataset_id
    WHERE dataset_id = ${quoted(dataset.id)}) AS batch
  ON batch.snapshot_id = stored.${snapshotColumn})`;
}
