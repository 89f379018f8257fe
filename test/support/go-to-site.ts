import { inject } from 'vitest';
import { goTo } from './address.ts';

// The files of one worker run one after another: what cron does for one of them it does for the others.
const { url, databaseUrl } = inject('sites')[Number(process.env.VITEST_POOL_ID) - 1]!;
goTo(url, databaseUrl);
