/**
 * Where to go after signing in or showing a passkey, as a query. Encoded twice: the site takes an encoded `?` within a
 * query for a mistake of whoever copied the address, and mends it.
 */
export function wayBackQuery(path: string): string {
  return `?to=${encodeURIComponent(encodeURIComponent(path))}`;
}

/** The path in such a query: of the console, never another site's. */
export function readWayBack(query: string | undefined): string | null {
  try {
    return ownPath(decodeURIComponent(query ?? ''));
  } catch {
    return null;
  }
}

export function ownPath(path: string | undefined): string | null {
  return path && /^\/organize(?:[/?]|$)/.test(path) && !path.includes('\\') ? path : null;
}
