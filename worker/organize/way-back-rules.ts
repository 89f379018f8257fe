/**
 * The page to return to after signing in or showing a passkey, as a query. The page's own query is apart, because
 * `cleanAddress` treats an encoded `?` inside a query as a copying mistake.
 */
export function wayBackQuery(path: string): string {
  const [to = '', ...more] = path.split('?');
  return `?${new URLSearchParams({ to, ...(more.length > 0 && { with: more.join('?') }) })}`;
}

/** The path in such a query. It is always in the console, never on another site. */
export function readWayBack(query: Record<string, string>): string | null {
  const { to, with: more } = query;
  return ownPath(to && more ? `${to}?${more}` : to);
}

export function ownPath(path: string | undefined): string | null {
  return path && /^\/organize(?:[/?]|$)/.test(path) && !path.includes('\\') ? path : null;
}
