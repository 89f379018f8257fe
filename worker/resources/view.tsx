import { helpOf, shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { type Directory, searchIn, shownIn } from './directory.ts';
import { cardPath, directoryPath, referralPath } from './links.ts';
import { CardPage } from './pages/card-page.tsx';
import { DirectoryPage } from './pages/directory-page.tsx';
import { type Contact, ReferralPage } from './pages/referral-page.tsx';
import { dialed } from './phone-rules.ts';
import type { Referral, ReferralQuestion } from './referral-rules.ts';
import { type Service, serviceLanguages } from './rules.ts';
import { readSearch } from './search-query.ts';
import { pageOf } from './search-rules.ts';

export function directoryPage(c: PageContext, directory: Directory) {
  const { now } = c.var;
  const { campaign } = directory;
  const { search, page: asked } = readSearch((name) => c.req.query(name));
  const found = searchIn(directory, search, now);
  const { page, pages, shown } = pageOf(found, asked);
  const shell = shellOf(c, campaign);
  return (
    <DirectoryPage
      shell={shell}
      site={c.var.deps.settings.publicUrl}
      href={directoryPath(campaign.slug)}
      city={campaign.city.name}
      steps={directory.referral ? referralPath(campaign.slug) : null}
      keeps={keptOf(directory)}
      help={helpOf(campaign.care, shell.language)}
      search={search}
      languages={spokenIn(shownIn(directory, now).map(({ service }) => service))}
      found={found.filter(({ service }) => !service.isExample).length}
      examples={found.filter(({ service }) => service.isExample).length}
      page={page}
      pages={pages}
      services={shown.map(({ service, isOld }) => ({
        ...service,
        isOld,
        phones: service.phones.map((phone) => ({ ...phone, dialed: dialed(phone.number) })),
      }))}
    />
  );
}

/** The languages that at least one of them speaks. */
function spokenIn(services: readonly Service[]): string[] {
  const spoken = new Set(services.flatMap(({ languages }) => languages));
  return serviceLanguages.filter((code) => spoken.has(code));
}

/** What the browser keeps beside the page that is read. */
function keptOf({ campaign: { slug }, referral }: Directory): string[] {
  return [directoryPath(slug), ...(referral ? [referralPath(slug), cardPath(slug)] : [])];
}

export function referralPage(c: PageContext, directory: Directory, referral: Referral) {
  const { campaign } = directory;
  const shell = shellOf(c, campaign);
  const { language } = shell;
  // Nobody is sent to a number behind which nobody is.
  const shown = shownIn(directory, c.var.now)
    .map(({ service }) => service)
    .filter(({ isExample }) => !isExample);
  const contactsOf = (question: ReferralQuestion) =>
    referral.services[question].flatMap((slug) => {
      const service = shown.find((one) => one.slug === slug);
      return service ? [contactOf(service, language)] : [];
    });
  return (
    <ReferralPage
      shell={shell}
      help={helpOf(campaign.care, language)}
      referral={referral}
      contacts={{
        danger: contactsOf('danger'),
        minor: contactsOf('minor'),
        wants_help: contactsOf('wants_help'),
        not_yet: contactsOf('not_yet'),
      }}
      links={{
        services: directoryPath(campaign.slug),
        card: cardPath(campaign.slug),
        message: `sms:?body=${encodeURIComponent(referral.message[language])}`,
      }}
      keeps={keptOf(directory)}
    />
  );
}

function contactOf({ name, phones, site }: Service, language: 'en' | 'es'): Contact {
  return {
    name: name[language],
    phones: phones.map(({ number, kind }) => {
      return {
        number,
        isText: kind === 'text',
        href: `${kind === 'text' ? 'sms' : 'tel'}:${dialed(number)}`,
      };
    }),
    site,
  };
}

export function cardPage(c: PageContext, directory: Directory, referral: Referral) {
  const { campaign } = directory;
  const shell = shellOf(c, campaign);
  return (
    <CardPage
      shell={shell}
      lines={referral.card.map((line) => line[shell.language])}
      back={referralPath(campaign.slug)}
      keeps={keptOf(directory)}
    />
  );
}
