import { existsSync } from 'node:fs';

const usualPlaces = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

export const howToGetFirefox =
  'no Firefox was found. On Debian: apt-get install firefox-esr. Elsewhere set FIREFOX_PATH to one.';

/** A path that was asked for and leads nowhere is a mistake, not a machine without Firefox. */
export function findFirefox(): string | null {
  const asked = process.env.FIREFOX_PATH;
  if (asked && !existsSync(asked)) throw new Error(`FIREFOX_PATH is ${asked}, where nothing is.`);
  return asked || (usualPlaces.find((path) => existsSync(path)) ?? null);
}
