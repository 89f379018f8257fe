import { inject } from 'vitest';
import { goTo } from './address.ts';

// Each vitest worker has its own site. Its files run one after another, so one file's cron runs may affect the next
// file.
const { url, databaseUrl } = inject('sites')[Number(process.env.VITEST_POOL_ID) - 1]!;
goTo(url, databaseUrl);
