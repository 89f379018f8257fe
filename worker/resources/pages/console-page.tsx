import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, formatNumber, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { AssetKind } from '../asset-rules.ts';
import type { ServiceState } from '../console-rules.ts';
import { copy as assetsCopy } from './assets-copy.ts';
import { consoleCopy } from './console-copy.ts';
import { copy } from './copy.ts';

type Pages = { next: string | null; first: string | null };

type ResourcesConsoleProps = {
  frame: ConsoleFrame;
  /** Null without a service. */
  publicPath: string | null;
  /** The forms of a part of the kit; null for who may not edit. */
  formPath: ((part: 'services' | 'assets' | 'referral') => string) | null;
  counts: readonly { state: ServiceState; n: number }[];
  total: number;
  services: readonly {
    slug: string;
    name: string;
    organization: string;
    state: ServiceState;
    on: string;
    by: string;
  }[];
  servicesPager: Pages;
  assets: readonly { name: string; kind: AssetKind; isShown: boolean }[];
  assetsTotal: number;
  assetsPager: Pages;
  /** Null where the kit has none. */
  steps: { on: string | null; by: string | null } | null;
};

/** When each service was last checked; below, what the town has and whether the steps were reviewed. */
export function ResourcesConsole(props: ResourcesConsoleProps) {
  const { frame, publicPath, formPath, counts, total } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {publicPath && (
          <p>
            <a href={linkFrom(shell, publicPath)}>{words.public}</a>
          </p>
        )}
        <FormLink shell={shell} href={formPath?.('services')} text={words.forms.services} />
        {total > 0 && (
          <ul aria-label={words.states}>
            {counts.map(({ state, n }) => (
              <li>
                {words.of[state]}: <b>{formatNumber(n, language)}</b>
              </li>
            ))}
          </ul>
        )}
        <Services {...props} />
        <Assets {...props} />
        <Steps {...props} />
      </div>
    </ConsolePage>
  );
}

function FormLink({ shell, href, text }: { shell: Shell; href: string | undefined; text: string }) {
  if (href === undefined) return null;
  return (
    <p>
      <a href={linkFrom(shell, href)}>{text}</a>
    </p>
  );
}

function Services({ frame: { shell }, formPath, total, services, servicesPager }: ResourcesConsoleProps) {
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsoleList
      shell={shell}
      caption={message(words.services, { n: total }, language)}
      columns={[{ label: words.service }, { label: words.state }, { label: words.checked }]}
      rows={services.map(({ slug, name, organization, state, on, by }) => [
        <>
          {formPath ? (
            <a href={linkFrom(shell, `${formPath('services')}&entry=services.@${slug}`)}>{name}</a>
          ) : (
            name
          )}
          <br />
          {organization}
        </>,
        words.of[state],
        message(copy[language].checked, { date: formatDate(on, language), who: by }, language),
      ])}
      empty={words.none}
      pager={servicesPager}
    />
  );
}

function Assets({ frame: { shell }, formPath, assets, assetsTotal, assetsPager }: ResourcesConsoleProps) {
  const { language } = shell;
  const words = consoleCopy[language];
  const { caption, name: label, kind, seen, shown, hidden, none } = words.assets;
  return (
    <>
      <ConsoleList
        shell={shell}
        caption={message(caption, { n: assetsTotal }, language)}
        columns={[{ label }, { label: kind }, { label: seen }]}
        rows={assets.map((asset) => [
          asset.name,
          assetsCopy[language].kinds[asset.kind],
          asset.isShown ? shown : hidden,
        ])}
        empty={none}
        pager={assetsPager}
      />
      <FormLink shell={shell} href={formPath?.('assets')} text={words.forms.assets} />
    </>
  );
}

function Steps({ frame: { shell }, formPath, steps }: ResourcesConsoleProps) {
  const { language } = shell;
  const { forms, steps: words } = consoleCopy[language];
  const told = () => {
    if (!steps) return words.none;
    const { on, by } = steps;
    if (on === null || by === null) return words.never;
    return message(words.reviewed, { date: formatDate(on, language), who: by }, language);
  };
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{told()}</p>
      <FormLink shell={shell} href={formPath?.('referral')} text={forms.referral} />
    </>
  );
}
