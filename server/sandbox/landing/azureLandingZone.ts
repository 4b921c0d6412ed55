import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { rm } from 'node:fs/promises';
import type { LandingZoneCredentials } from '../../platform/landingZone';
import { containers, type LandedFile, type LandingZone, type LandingZoneAccess } from './landingZone';

/** What the credentials allow: reading, adding, writing, deleting and listing. */
const permissions = 'racwdl';

/** A landing zone in an account of Azure Blob Storage, or of an emulator such as Azurite. */
export class AzureLandingZone implements LandingZone {
  readonly #service: BlobServiceClient;

  /** `connection` is a connection string with the account's key; one without a key cannot give credentials. */
  constructor(connection: string) {
    this.#service = BlobServiceClient.fromConnectionString(connection, {
      retryOptions: { maxTries: 3, retryDelayInMs: 200 },
    });
  }

  async open(): Promise<void> {
    try {
      for (const name of Object.values(containers)) await this.#container(name).createIfNotExists();
    } catch (error) {
      const { message } = error as Error;
      throw new Error(`The storage of the landing zone does not answer as Azure does: ${message}`);
    }
  }

  async find(container: string, path: string): Promise<LandedFile | undefined> {
    const blob = this.#container(container).getBlobClient(path);
    if (!(await blob.exists())) return undefined;
    const { contentLength = 0, lastModified } = await blob.getProperties();
    return { path, size: contentLength, modified: lastModified?.getTime() ?? 0 };
  }

  async list(container: string, prefix = ''): Promise<readonly LandedFile[]> {
    const files: LandedFile[] = [];
    for await (const { name, properties } of this.#container(container).listBlobsFlat({ prefix })) {
      const { contentLength = 0, lastModified } = properties;
      files.push({ path: name, size: contentLength, modified: lastModified.getTime() });
    }
    return files;
  }

  async copyTo(container: string, path: string, target: string): Promise<void> {
    await this.#container(container).getBlobClient(path).downloadToFile(target);
  }

  /** A blob is there once its last block is: readers see all of it, or nothing. */
  async take(file: string, container: string, path: string): Promise<void> {
    await this.#container(container).getBlockBlobClient(path).uploadFile(file);
    await rm(file);
  }

  /** They hang on a policy of the container, which is put in the place of that of an older revision. */
  async credentials(
    containerName: string,
    { revision, expiresAt }: LandingZoneAccess,
  ): Promise<LandingZoneCredentials> {
    const container = this.#container(containerName);
    const identifier = `revision-${revision}`;
    const expiresOn = new Date(expiresAt);
    await container.setAccessPolicy(undefined, [
      { id: identifier, accessPolicy: { startsOn: new Date(0), expiresOn, permissions } },
    ]);
    const SASUri = await container.generateSasUrl({ identifier });
    return {
      containerName,
      SASToken: new URL(SASUri).search.slice(1),
      storageAccountName: this.#service.accountName,
      SASUri,
    };
  }

  #container(name: string): ContainerClient {
    return this.#service.getContainerClient(name);
  }
}
