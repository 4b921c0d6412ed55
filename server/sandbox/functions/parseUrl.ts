/** The parts of a URI as java.net.URI splits it; `undefined` for a part that is not there. */
interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly userInfo: string | undefined;
  readonly host: string | undefined;
  readonly path: string | undefined;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** A part of a URL by its name: `HOST`, `PATH`; nothing for a text that is no URL. */
export function urlPart(url: string, part: string): string | undefined {
  const uri = uriParts(url);
  switch (part) {
    case 'PROTOCOL':
      return uri?.scheme;
    case 'HOST':
      return uri?.host;
    case 'PATH':
      return uri?.path;
    case 'QUERY':
      return uri?.query;
    case 'REF':
      return uri?.fragment;
    case 'FILE':
      return uri?.query === undefined ? uri?.path : `${uri.path ?? ''}?${uri.query}`;
    case 'AUTHORITY':
      return uri?.authority;
    case 'USERINFO':
      return uri?.userInfo;
    default:
      return undefined;
  }
}

/** The value of a key in the query. Spark reads the key as a regular expression. */
export function urlQueryValue(url: string, part: string, key: string): string | undefined {
  const query = part === 'QUERY' ? uriParts(url)?.query : undefined;
  return query === undefined ? undefined : new RegExp(`(?:&|^)${key}=([^&]*)`).exec(query)?.[1];
}

const uriForm = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
/** Percent escapes, letters and signs of URIs, and whatever is neither ASCII, a space nor a control character. */
const allowed = /^(?:%[\da-f]{2}|[\w\-.!~*'();/?:@&=+$,[\]]|[^\p{ASCII}\p{Z}\p{Cc}])*$/iu;
const brackets = /[[\]]/;

function uriParts(url: string): UriParts | undefined {
  const [, scheme, authority, path = '', query, fragment] = uriForm.exec(url) ?? [];
  if (![scheme, authority, path, query, fragment].every((part) => allowed.test(part ?? ''))) return undefined;
  if (brackets.test(path) || (scheme !== undefined && !/^[a-z][a-z\d+.-]*$/i.test(scheme))) return undefined;
  // Nothing behind the colon, or between the slashes and the end.
  const isEmpty = path === '' && (query === undefined || authority !== undefined);
  if (isEmpty && (authority === '' || (scheme !== undefined && authority === undefined))) return undefined;
  const isOpaque = scheme !== undefined && authority === undefined && !path.startsWith('/');
  if (isOpaque) {
    return {
      scheme,
      fragment,
      authority,
      path: undefined,
      query: undefined,
      host: undefined,
      userInfo: undefined,
    };
  }
  return { scheme, fragment, path, query, authority: authority || undefined, ...server(authority ?? '') };
}

const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const topLabel = '[a-z](?:[a-z\\d-]*[a-z\\d])?';
const hostName = `(?:${label}\\.)*${topLabel}\\.?|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[\\da-f:.%\\w]+\\]`;
const serverForm = new RegExp(`^(?:([^@]*)@)?(${hostName})(?::\\d*)?$`, 'i');

/** An authority that is no server's has neither a host nor a user. */
function server(authority: string): Pick<UriParts, 'host' | 'userInfo'> {
  const [, userInfo, host] = serverForm.exec(authority) ?? [];
  return { host, userInfo };
}
