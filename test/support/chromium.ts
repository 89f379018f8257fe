import { existsSync } from 'node:fs';

/** The headless shell comes first: the same engine without windows, which opens a page in a quarter of the time. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const howToGetChromium =
  'no Chromium was found. On Debian: apt-get install chromium-headless-shell. Elsewhere set CHROMIUM_PATH to one.';

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages are open for about a second, which is too short for optimized scripts to save time.
  '--js-flags=--no-opt --no-maglev',
];

/** A path that was given but does not exist is an error. It does not mean that the machine has no Chromium. */
export function findChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, where nothing is.`);
  return asked || (usualPlaces.find((path) => existsSync(path)) ?? null);
}
