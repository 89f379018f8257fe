import { type Context, Hono } from 'hono';
import { findContext } from '../actions/context.ts';
import { isPublic, isShown } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import { findCampaign, findOnlyCampaign } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { allowsAnother, retryAfter } from '../platform/http/limits.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn, connectsNowhere } from '../platform/http/security.ts';
import { docsPath } from '../statements/command-rules.ts';
import { allKeys } from '../statements/log.ts';
import { originOf } from '../statements/log-keys.ts';
import { termWords } from '../statements/term-rules.ts';
import { certificateKeys } from '../training/certificate.ts';
import { certificateKeyName } from '../training/credential.ts';
import { verifyTexts } from './check.ts';
import { reportCopy } from './pages/report-copy.ts';
import { reportWords } from './pages/report-words.ts';
import { VerifyPage } from './pages/verify-page.tsx';
import type { Report } from './report-rules.ts';

type VerifyContext = Context<AppEnv>;

export function verifyRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/verify', async (c) => page(c, { keys: null, text: '', report: null }));
  routes.post('/verify', checkHere);
  return routes;
}

/** For a browser without the script. Nothing is stored. */
async function checkHere(c: VerifyContext) {
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
  c.header('cache-control', browsersOwn);
  return page(c, { keys, text, report: await verifyTexts(texts, keys) });
}

type Given = { keys: string | null; text: string; report: Report | null };

/** `keys`: as they were sent; null shows those of this site. */
async function page(c: VerifyContext, { keys, text, report }: Given) {
  const { deps } = c.var;
  const { query, campaign, action } = await subjectOf(c);
  if (campaign) speak(c, campaign);
  const { language } = c.var;
  const [ofLog, ofCertificates] = await Promise.all([allKeys(deps), certificateKeys(deps)]);
  const shown = action && { slug: action.slug, title: action.title[language] };
  const { publicUrl } = deps.settings;
  connectsNowhere(c);
  return c.html(
    <VerifyPage
      shell={shellOf(c, campaign, '/verify')}
      href={`/verify${query}`}
      action={shown}
      keys={keys ?? [...ofLog, ...ofCertificates].join('\n')}
      keyNames={{
        log: originOf(publicUrl),
        certificates: ofCertificates.length > 0 ? certificateKeyName(publicUrl) : null,
      }}
      terms={termWords[language]}
      docsPath={docsPath}
      text={text}
      report={
        report &&
        reportWords(report, {
          words: reportCopy[language],
          language,
          titles: shown ? { [shown.slug]: shown.title } : {},
        })
      }
    />,
  );
}

type Subject = {
  /** Of the address, to come back to. */
  query: string;
  campaign: Campaign | null;
  action: { slug: string; title: Record<'en' | 'es', string> } | null;
};

/** From which page somebody came: of an action's statements, or of a campaign. */
async function subjectOf(c: VerifyContext): Promise<Subject> {
  const { db } = c.var.deps;
  const { action: named, campaign: slug } = c.req.query();
  const context = named ? await findContext(db, named) : null;
  if (context && isPublic(context.action.state)) {
    const { action, campaign } = context;
    return { query: `?action=${action.slug}`, campaign, action: isShown(action.state) ? action : null };
  }
  const campaign = slug ? await findCampaign(db, slug) : null;
  if (campaign) return { query: `?campaign=${campaign.slug}`, campaign, action: null };
  return { query: '', campaign: await findOnlyCampaign(db), action: null };
}
