import { remoteDatabase } from './database-door.ts';

/** The site that visitors in this process use. */
export const site = { url: '', db: remoteDatabase('') };

export function goTo(url: string, databaseUrl: string): void {
  site.url = url;
  site.db = remoteDatabase(databaseUrl);
}
