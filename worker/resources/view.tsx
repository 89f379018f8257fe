import { helpOf, shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { type Directory, searchIn, shownIn } from './directory.ts';
import { directoryPath } from './links.ts';
import { DirectoryPage } from './pages/directory-page.tsx';
import { dialed } from './phone-rules.ts';
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
      href={directoryPath(campaign.slug)}
      city={campaign.city.name}
      help={helpOf(campaign.care, shell.language)}
      search={search}
      languages={spokenIn(shownIn(directory, now).map(({ service }) => service))}
      found={found.length}
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
