/** What the REST side knows beside what SQL needs; made with the other tables of metadata. */
export const restTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.document (
     kind VARCHAR NOT NULL,
     id VARCHAR NOT NULL,
     body VARCHAR NOT NULL,
     created BIGINT NOT NULL,
     updated BIGINT NOT NULL,
     revision INTEGER NOT NULL,
     PRIMARY KEY (kind, id))`,
];
