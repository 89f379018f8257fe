/**
 * The page to return to after signing in or showing a passkey, as a query. It is encoded twice, because `cleanAddress`
 * treats an encoded `?` inside a query as a copying mistake.
 */
export function wayBackQuery(path: string): string {
  return `?to=${encodeURIComponent(encodeURIComponent(path))}`;
}

/** The path in such a query. It is always in the console, never on another site. */
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
