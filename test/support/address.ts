import { remoteDatabase } from './database-door.ts';

/** Where the visitors of this process go. */
export const site = { url: '', db: remoteDatabase('') };

export function goTo(url: string, databaseUrl: string): void {
  site.url = url;
  site.db = remoteDatabase(databaseUrl);
}
