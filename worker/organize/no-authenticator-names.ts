/**
 * Replaces the list of makers' names in the passkey library (wrangler.toml, alias). People name their passkeys
 * themselves, and the list would be a sixtieth of the bundle.
 */
export const authenticatorMetadata = {};
