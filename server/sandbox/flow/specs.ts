import { connectionSpecs, flowSpecs } from '../../platform/flowConnections';

export interface Spec {
  readonly id: string;
  readonly name: string;
}

/** The connection specifications that flows can use here. */
export const knownConnectionSpecs: readonly Spec[] = [
  { id: connectionSpecs.dataLakeSource, name: 'activation-datalake' },
  { id: connectionSpecs.dataLakeTarget, name: 'datalake' },
  { id: connectionSpecs.landingZoneTarget, name: 'Data Landing Zone' },
  { id: connectionSpecs.landingZoneSource, name: 'landing-zone' },
];

/** The flow specifications; each with the specifications of what it may connect. */
export const knownFlowSpecs: readonly (Spec & {
  readonly sourceConnectionSpecIds: readonly string[];
  readonly targetConnectionSpecIds: readonly string[];
})[] = [
  {
    id: flowSpecs.landingZoneExport,
    name: 'Data Landing Zone dataset export',
    sourceConnectionSpecIds: [connectionSpecs.dataLakeSource],
    targetConnectionSpecIds: [connectionSpecs.landingZoneTarget],
  },
  {
    id: flowSpecs.cloudStorageImport,
    name: 'CloudStorageToAEP',
    sourceConnectionSpecIds: [connectionSpecs.landingZoneSource],
    targetConnectionSpecIds: [connectionSpecs.dataLakeTarget],
  },
];
