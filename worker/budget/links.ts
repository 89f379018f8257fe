export function comparisonPath(slug: string): string {
  return `/budget/${slug}`;
}
