/** File names behind document URIs, without Node: the server runs in a web worker too. */

/** Absolute path with forward slashes for a `file:` URI (drive letter in front on Windows); undefined for any other. */
export function pathOfUri(uri: string): string | undefined {
  let url: URL;
  try {
    url = new URL(uri);
  } catch {
    return undefined;
  }
  if (url.protocol === 'untitled:') return undefined;
  try {
    const path = decodeURIComponent(url.pathname);
    if (url.protocol !== 'file:') return path.startsWith('/') ? path : undefined;
    if (url.host !== '') return `//${url.host}${path}`;
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    return undefined;
  }
}

/** The `file:` URI of an absolute path, escaped as VS Code does. */
export function uriOfPath(path: string): string {
  const share = /^\/\/([^/]+)(\/.*)$/.exec(path);
  const [host, rest] = share
    ? [share[1] ?? '', share[2] ?? '']
    : ['', path.startsWith('/') ? path : `/${path}`];
  const escaped = rest
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(
        /[!'()*]/g,
        (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
  return `file://${host}${escaped}`;
}

/** One form for all spellings of a URI (`%3A` and `:`), for use as a key. */
export function uriKey(uri: string): string {
  const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
  if (path === undefined) return uri;
  return uriOfPath(/^[A-Z]:/.test(path) ? `${path.charAt(0).toLowerCase()}${path.slice(1)}` : path);
}

/** The URI of a file with another base name in the same folder. */
export function renamedUri(uri: string, name: string): string {
  return `${uri.slice(0, uri.lastIndexOf('/') + 1)}${encodeURIComponent(name)}`;
}
