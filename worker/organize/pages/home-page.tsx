import { ConsolePage, PlainConsolePage, SignedIn } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import { Numbers, type NumbersProps } from './numbers.tsx';
import { type DeskLink, WaitingList, type WaitingRow } from './waiting.tsx';

export type HomePageProps = {
  shell: Shell;
  formToken: string;
  organizer: string;
  links: DeskLink[];
  campaigns: {
    slug: string;
    name: string;
    rows: WaitingRow[];
    next: DeskLink[];
    menu: DeskLink[];
    numbers: NumbersProps['numbers'];
    mayClaim: boolean;
  }[];
};

/** Every campaign of an organizer, with what waits in each. */
export function HomePage({ shell, formToken, organizer, links, campaigns }: HomePageProps) {
  const words = copy[shell.language].home;
  return (
    <PlainConsolePage
      shell={shell}
      title={words.title}
      masthead={
        <SignedIn shell={shell} formToken={formToken}>
          {organizer}
        </SignedIn>
      }
    >
      <div class="flow">
        <h1>{words.title}</h1>
        {campaigns.length === 0 && <p>{words.none}</p>}
        <Links shell={shell} links={links} />
        {campaigns.map(({ slug, name, rows, next, menu, numbers, mayClaim }) => (
          <section class="flow">
            <h2>
              <a href={linkFrom(shell, `/organize/campaigns/${slug}`)}>{name}</a>
            </h2>
            <nav class="desk-links" aria-label={message(words.menuOf, { campaign: name }, shell.language)}>
              <ul>
                {menu.map(({ href, label }) => (
                  <li>
                    <a href={linkFrom(shell, href)}>{label}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <WaitingList
              shell={shell}
              formToken={formToken}
              campaign={slug}
              rows={rows}
              next={next}
              mayClaim={mayClaim}
            />
            <Numbers language={shell.language} numbers={numbers} />
          </section>
        ))}
      </div>
    </PlainConsolePage>
  );
}

export function CampaignHomePage({
  frame,
  rows,
  next,
  links,
  numbers,
  mayClaim,
}: {
  frame: ConsoleFrame;
  /** To what lies outside the campaign. */
  links: DeskLink[];
  rows: WaitingRow[];
  next: DeskLink[];
  numbers: NumbersProps['numbers'];
  mayClaim: boolean;
}) {
  const { shell } = frame;
  const { title } = copy[shell.language].home;
  return (
    <ConsolePage frame={frame} title={title}>
      <div class="flow">
        <h1>{title}</h1>
        <WaitingList
          shell={shell}
          formToken={frame.formToken}
          campaign={frame.campaign.slug}
          rows={rows}
          next={next}
          mayClaim={mayClaim}
        />
        <Numbers language={shell.language} numbers={numbers} />
        <Links shell={shell} links={links} />
      </div>
    </ConsolePage>
  );
}

function Links({ shell, links }: Pick<HomePageProps, 'shell' | 'links'>) {
  return links.map(({ href, label }) => (
    <p>
      <a href={linkFrom(shell, href)}>{label}</a>
    </p>
  ));
}
