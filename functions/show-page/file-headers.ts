/** The same for every file of the site: nothing is loaded from elsewhere, framed or sniffed. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Headers of a file of the site. Only the console runs scripts, and they talk to this API and to `connectTo`, the
 * addresses of the identity provider.
 */
export function fileHeaders(
  path: string,
  contentType: string,
  connectTo: readonly string[],
): Record<string, string> {
  const origins = ["'self'", ...connectTo.map((url) => new URL(url).origin)].join(' ');
  const console = path.startsWith('console/') ? `; script-src 'self'; connect-src ${origins}` : '';
  return {
    'content-type': contentType,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': policy + console,
  };
}
