import { existsSync } from 'node:fs';

const usualPlaces = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

export const howToGetFirefox =
  'no Firefox was found. On Debian: apt-get install firefox-esr. Elsewhere set FIREFOX_PATH to one.';

/** A path that was given but does not exist is an error. It does not mean that the machine has no Firefox. */
export function findFirefox(): string | null {
  const asked = process.env.FIREFOX_PATH;
  if (asked && !existsSync(asked)) throw new Error(`FIREFOX_PATH is ${asked}, where nothing is.`);
  return asked || (usualPlaces.find((path) => existsSync(path)) ?? null);
}
