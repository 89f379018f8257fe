import { asLanguage } from '../../web/language.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { newsMail } from './mail.tsx';
import { letterOf } from './render-mails.ts';
import { findOwnNews } from './view.ts';

export function previewRoutes(console: ConsoleRouter): void {
  console.get('/news/:mailing/mail/:language', 'look-at-news', (c) => preview(c, 'html'));
  console.get('/news/:mailing/text/:language', 'look-at-news', (c) => preview(c, 'text'));
}

/** The mail as it would be sent, alone on its page: its styles are in it, and no script runs. */
async function preview(c: ConsoleContext, as: 'html' | 'text') {
  const news = await findOwnNews(c);
  const language = asLanguage(c.req.param('language'));
  const campaign = news && (await findCampaignById(c.var.deps.db, news.campaignId));
  if (!campaign || !language || !c.var.campaign.languages.includes(language)) return refuse(c, 'not-found');
  const letter = letterOf(c.var.deps, { content: news.content, campaign, language });
  const mail = newsMail({ ...letter, to: c.var.organizer.email, links: null });
  if (as === 'text') return c.text(mail.text);
  const own = ["'self'", "'unsafe-inline'"];
  c.set('policyChanges', { 'style-src': own, 'script-src': ["'none'"], 'form-action': ["'none'"] });
  return c.html(mail.html);
}
