import { inject } from 'vitest';
import { goTo } from './address.ts';

goTo(inject('siteUrl'), inject('databaseUrl'));
