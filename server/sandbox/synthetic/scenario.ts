import type { Random } from './random';
import type { SimulatedEvent } from './simulateUser';
import type { SyntheticDataset } from './syntheticDatasets';

/** A business whose events and profiles can be generated. */
export interface Scenario {
  /** As it is asked for. */
  readonly name: string;
  /** What happens in it, in a sentence. */
  readonly summary: string;
  /** How long the time is in which events happen. */
  readonly simulatedWeeks: number;
  /** How long before the end of the data that time ends; what follows from an event may still come after it. */
  readonly weeksBeforeEnd: number;
  /** The events of one user in order of time, which counts from `start`, in milliseconds since 1970. */
  readonly simulate: (random: Random, start: number) => readonly SimulatedEvent[];
  readonly events: (tenant: string, created: number) => SyntheticDataset;
  /** The query that makes events of the table `outline`, whose columns are those of `OutlineRow`. */
  readonly eventRows: (seed: number, tenant: string, outline: string) => string;
  readonly profiles: (tenant: string, created: number) => SyntheticDataset;
  readonly profileRows: (seed: number, tenant: string, users: GeneratedUsers) => string;
}

export interface GeneratedUsers {
  /** The users are those from 0 up to, not including, this number. */
  readonly users: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly snapshot: bigint;
}
