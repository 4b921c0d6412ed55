import type { Context } from 'hono';
import type { LandedFile } from '../../landing/landingZone';

/** The answer of Azure's List Blobs: files by name, and with a delimiter folders for what lies deeper. */
export function blobListXml(c: Context, files: readonly LandedFile[]): string {
  const prefix = c.req.query('prefix') ?? '';
  const delimiter = c.req.query('delimiter') ?? '';
  const most = Math.min(Number(c.req.query('maxresults') ?? 5000) || 5000, 5000);
  const marker = c.req.query('marker') ?? '';
  const entries = new Map<string, LandedFile | undefined>();
  for (const file of files) {
    const end = delimiter === '' ? -1 : file.path.indexOf(delimiter, prefix.length);
    if (end < 0) entries.set(file.path, file);
    else entries.set(file.path.slice(0, end + delimiter.length), undefined);
  }
  const all = [...entries].filter(([name]) => name >= marker);
  const blobs = all.slice(0, most).map(([name, file]) => (file ? blobXml(name, file) : prefixXml(name)));
  const next = all[most]?.[0] ?? '';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<EnumerationResults ContainerName="${escaped(c.req.param('container') ?? '')}">`,
    `<Prefix>${escaped(prefix)}</Prefix>`,
    `<Blobs>${blobs.join('')}</Blobs>`,
    `<NextMarker>${escaped(next)}</NextMarker>`,
    '</EnumerationResults>',
  ].join('');
}

function blobXml(name: string, { size, modified }: LandedFile): string {
  const time = new Date(modified).toUTCString();
  const properties = [
    `<Creation-Time>${time}</Creation-Time>`,
    `<Last-Modified>${time}</Last-Modified>`,
    `<Etag>0x${Math.round(modified).toString(16).toUpperCase()}</Etag>`,
    `<Content-Length>${size}</Content-Length>`,
    '<Content-Type>application/octet-stream</Content-Type>',
    '<BlobType>BlockBlob</BlobType>',
  ];
  return `<Blob><Name>${escaped(name)}</Name><Properties>${properties.join('')}</Properties></Blob>`;
}

function prefixXml(name: string): string {
  return `<BlobPrefix><Name>${escaped(name)}</Name></BlobPrefix>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
