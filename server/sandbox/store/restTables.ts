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
  // Profiles in audiences, with the time in milliseconds since 1970 at which they came in.
  `CREATE TABLE IF NOT EXISTS platform.segment_member (
     segment_id VARCHAR NOT NULL,
     namespace VARCHAR NOT NULL,
     identity VARCHAR NOT NULL,
     qualified BIGINT NOT NULL)`,
];
