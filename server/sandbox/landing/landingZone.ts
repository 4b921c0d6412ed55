import type { LandingZoneCredentials, LandingZoneType } from '../../platform/landingZone';

export const containers: Readonly<Record<LandingZoneType, string>> = {
  user_drop_zone: 'dlz-user-container',
  dlz_destination: 'dlz-destination',
};

export interface LandedFile {
  /** Within its container, with `/` between folders. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The Data Landing Zone: where exports land, and where clients leave files to be loaded. */
export interface LandingZone {
  /** Makes the containers, so that people can look into them. */
  readonly open: () => Promise<void>;
  readonly find: (container: string, path: string) => Promise<LandedFile | undefined>;
  /** All files of a container by path, those whose path starts with `prefix`. */
  readonly list: (container: string, prefix?: string) => Promise<readonly LandedFile[]>;
  /** Copies a file that is there to `target` on this machine. */
  readonly copyTo: (container: string, path: string, target: string) => Promise<void>;
  /** Moves a finished file of this machine into a container, so that no reader ever sees half of it. */
  readonly take: (file: string, container: string, path: string) => Promise<void>;
  /** What lets a client into a container. */
  readonly credentials: (container: string, access: LandingZoneAccess) => Promise<LandingZoneCredentials>;
}

export interface LandingZoneAccess {
  /** Credentials of an older revision let nobody in any more. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Where the REST side is reached: `http://127.0.0.1:1234`. */
  readonly origin: string;
}
