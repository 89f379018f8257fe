import { inject } from 'vitest';
import { goTo } from './address.ts';
import type { Site } from './site.ts';

// Each vitest worker has its own site. Its files run one after another, so one file's cron runs may affect the next
// file.
const answer = await fetch(`${inject('sitesUrl')}/${process.env.VITEST_POOL_ID}`);
if (!answer.ok) throw new Error(await answer.text());
const { url, databaseUrl } = (await answer.json()) as Site;
goTo(url, databaseUrl);
