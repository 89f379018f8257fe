import { Hono } from 'hono';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { allowsAnother, retryAfter } from '../platform/http/limits.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn, connectsNowhere } from '../platform/http/security.ts';
import { allKeys } from '../statements/log.ts';
import { certificateKeys } from '../training/certificate.ts';
import { verifyTexts } from './check.ts';
import { type ReportWords, reportWords } from './pages/report-copy.ts';
import { VerifyPage } from './pages/verify-page.tsx';

export function verifyRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/verify', async (c) => page(c, { keys: (await keysOf(c)).join('\n'), text: '', report: null }));
  routes.post('/verify', checkHere);
  return routes;
}

async function keysOf({ var: { deps } }: PageContext): Promise<string[]> {
  const [ofLog, ofCertificates] = await Promise.all([allKeys(deps), certificateKeys(deps)]);
  return [...ofLog, ...ofCertificates];
}

/** For a browser without the script. Nothing is stored. */
async function checkHere(c: PageContext) {
  const form = await readForm(c, longFormLimit);
  if (!form.ok) return refuseBody(c, form.error);
  const { deps, now } = c.var;
  const connection = c.req.header('cf-connecting-ip') ?? null;
  if (!(await allowsAnother(deps, { what: 'verify', connection, now }))) {
    c.header('retry-after', String(retryAfter('limit', now)));
    return refuse(c, 'limit');
  }
  const { values, allFiles = [] } = form.value;
  const { text = '', keys = '' } = values;
  const decoder = new TextDecoder();
  const texts = [text, ...allFiles.map(({ name, bytes }) => ({ name, text: decoder.decode(bytes) }))];
  const report = reportWords(await verifyTexts(texts, keys), c.var.language);
  c.header('cache-control', browsersOwn);
  return page(c, { keys, text, report });
}

function page(c: PageContext, props: { keys: string; text: string; report: ReportWords | null }) {
  connectsNowhere(c);
  return c.html(<VerifyPage shell={shellOf(c, null, '/verify')} {...props} />);
}
