import type { ServerContext } from '../context';
import type { Dispatch } from '../dispatch';

/** Puts a feature's request onto the connection, guarded. */
export type Register = (context: ServerContext, dispatch: Dispatch) => void;
