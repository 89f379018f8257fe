import { asLanguage } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { Campaign } from './rules.ts';
import { shellAt } from './shell.ts';

/** A placeholder for the reader's source in a cached page. Sources can be made up, so they are not part of the key. */
const sourceMark = 'source-of-this-reader';

/** The shell of a page in the short cache, and the parts of the request that the page depends on. */
export type CachedShell = {
  /** From a bounded set of values. */
  key: string;
  gaps: Record<string, string>;
  of: (campaign: Campaign | null) => Shell;
};

/** `path` with its query names the page; the language that was chosen and the source are carried on. */
export function cachedShell(c: PageContext, path: string): CachedShell {
  const { language, switches } = c.var;
  const source = c.req.query('source') ?? '';
  const chosen = asLanguage(c.req.query('lang'));
  const isReadOnly = switches.has('read-only');
  const carried = new URLSearchParams({
    ...(source !== '' && { source: sourceMark }),
    ...(chosen && { lang: chosen }),
  }).toString();
  const address = carried === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${carried}`;
  return {
    key: `${address} ${language} ${isReadOnly}`,
    gaps: { [sourceMark]: encoded(source) },
    of: (campaign) => ({ ...shellAt(language, address, campaign), isReadOnly }),
  };
}

/** As a value in a query. */
function encoded(value: string): string {
  return new URLSearchParams({ value }).toString().slice('value='.length);
}
