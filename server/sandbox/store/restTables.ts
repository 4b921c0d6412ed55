/** What the REST side knows beside what SQL needs; made with the other tables of metadata. */
export const restTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.dataset_labels (
     dataset_id VARCHAR PRIMARY KEY,
     body VARCHAR NOT NULL,
     revision INTEGER NOT NULL)`,
];
