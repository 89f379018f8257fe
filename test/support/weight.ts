import { firstViewWeights } from '../bench/weights.ts';
import { site } from './address.ts';
import { read } from './visitor.ts';

/** How many KB a page of the site and all that it loads weigh as they are sent. */
export async function weightOf(address: string): Promise<number> {
  const { pathname, search } = new URL(address, site.url);
  const weights = Object.values(firstViewWeights(await read(pathname + search)));
  return weights.reduce((all, one) => all + one, 0) / 1024;
}
