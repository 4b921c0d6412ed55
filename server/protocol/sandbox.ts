/** The one JSON line that the local sandbox prints on standard output when it is ready. */
export interface SandboxReady {
  readonly pg: {
    readonly host: string;
    readonly port: number;
    readonly dbname: string;
    readonly user: string;
    readonly password: string;
  };
  /** Base address of the REST side. */
  readonly http: string;
  readonly orgId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sandbox: string;
  readonly tenant: string;
}
