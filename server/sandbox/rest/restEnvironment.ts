import type { ClientAccess } from '../access/clientAccess';

/** Who sends a request. */
export interface RestClient {
  readonly clientId: string;
  readonly token: string;
  /** Of the token, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What a request carries on its way through the routes. */
export interface RestEnvironment {
  readonly Variables: {
    readonly requestId: string;
    readonly client: RestClient;
    /** What the client may do and see, when the request came in. */
    readonly access: ClientAccess;
  };
}
