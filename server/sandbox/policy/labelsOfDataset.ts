import { datasetLabels, type DatasetLabels } from '../../platform/datasetLabels';
import type { DocumentKind } from '../store/documents';

/** Labels on a data set, by its id. */
export const labelsOfDataset: DocumentKind<DatasetLabels> = { name: 'datasetLabels', body: datasetLabels };
