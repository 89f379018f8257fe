/**
 * Replaces the XML parser that the feed library depends on (wrangler.toml, alias): we only write feeds,
 * and the parser would be a fiftieth of the bundle.
 */
export function parser(): never {
  throw new Error('this deployment reads no XML');
}
