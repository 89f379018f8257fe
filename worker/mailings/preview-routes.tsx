import { asLanguage } from '../../web/language.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { newsMail } from './mail.tsx';
import { PreviewHead, TextPreview } from './pages/preview-parts.tsx';
import { letterOf } from './render-mails.ts';
import { findOwnNews, newsHref } from './view.ts';

export function previewRoutes(console: ConsoleRouter): void {
  console.get('/news/:mailing/mail/:language', 'look-at-news', (c) => preview(c, 'html'));
  console.get('/news/:mailing/text/:language', 'look-at-news', (c) => preview(c, 'text'));
}

/** The mail as people would get it, under its sender and subject: its styles are in it, and no script runs. */
async function preview(c: ConsoleContext, as: 'html' | 'text') {
  const news = await findOwnNews(c);
  const language = asLanguage(c.req.param('language'));
  const campaign = news && (await findCampaignById(c.var.deps.db, news.campaignId));
  if (!campaign || !language || !c.var.campaign.languages.includes(language)) return refuse(c, 'not-found');
  const letter = letterOf(c.var.deps, { content: news.content, campaign, language });
  // Nobody's own links: here they lead to the campaign's page.
  const links = { supporterUrl: letter.campaignUrl, stopUrl: letter.campaignUrl };
  const mail = newsMail({ ...letter, to: c.var.organizer.email, links });
  const head = (
    <PreviewHead
      language={c.var.language}
      subject={mail.subject}
      from={c.var.deps.settings.newsFrom}
      back={newsHref(c, news.id)}
    />
  );
  const own = ["'self'", "'unsafe-inline'"];
  c.set('policyChanges', { 'style-src': own, 'script-src': ["'none'"], 'form-action': ["'none'"] });
  if (as === 'text') return c.html(<TextPreview head={head} mailLanguage={language} mail={mail} />);
  const bar = await head.toString();
  return c.html(mail.html.replace(/<body[^>]*>/, (body) => `${body}${bar}`));
}
