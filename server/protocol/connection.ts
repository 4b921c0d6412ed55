/** How to reach a Query Service: a Data Distiller sandbox, or the local sandbox. Holds no secret. */
export interface ConnectionProfile {
  readonly name: string;
  readonly kind: 'local' | 'platform';
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly tls: 'disable' | 'allow' | 'require' | 'verify-full';
  /** The Platform's REST side; absent when only SQL is used. */
  readonly rest?: {
    readonly endpoint: string;
    readonly orgId: string;
    readonly sandbox: string;
    readonly clientId: string;
  };
}

/** Travels only to the process that needs it, in memory; never logged or stored outside SecretStorage. */
export interface ConnectionSecrets {
  readonly password: string;
  readonly clientSecret?: string;
}

export interface Connection {
  readonly profile: ConnectionProfile;
  readonly secrets: ConnectionSecrets;
}
