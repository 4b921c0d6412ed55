import type { Connection } from '../../protocol/connection';
import { SessionPool } from './sessionPool';
import { TypeNames } from './typeNames';

/** What the engine keeps of one connection. */
export class Server {
  readonly pool: SessionPool;
  readonly typeNames: TypeNames;
  private readonly key: string;

  constructor(connection: Connection) {
    this.pool = new SessionPool(connection);
    this.typeNames = new TypeNames(connection);
    this.key = keyOf(connection);
  }

  isFor(connection: Connection): boolean {
    return this.key === keyOf(connection);
  }
}

function keyOf({ profile, secrets }: Connection): string {
  return JSON.stringify([profile, secrets.password]);
}
