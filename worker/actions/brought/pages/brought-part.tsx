import { Figure } from '../../../../web/components/figure.tsx';
import { formatInstant, formatNumber, type Language, message } from '../../../../web/language.ts';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import type { ActionWords } from '../../kind.ts';
import { pathOf } from '../../rules.ts';
import type { ActionBrought } from '../rules.ts';
import { copy } from './copy.ts';
import { Everyone, Sources } from './credit-tables.tsx';

/** An action with its kind's words for what was sent and for the share of everybody who counts. */
export type ShownAction = { action: ActionBrought; words: ActionWords['partner'] };

export type BroughtPartProps = {
  shell: Shell;
  actions: ShownAction[];
  /** What the columns of what was sent are called, for each kind of action. */
  received: string[];
  asOf: Date;
  timeZone: string;
  publicUrl: string;
  /** The campaign's share kit. */
  shareHref: string;
};

/** What came through a partner, for each action, and what the numbers mean. */
export function BroughtPart(props: BroughtPartProps) {
  const { language } = props.shell;
  return (
    <>
      {props.actions.length === 0 && <p>{copy[language].empty}</p>}
      {props.actions.map((shown) => (
        <Action {...props} {...shown} />
      ))}
      <HowCounted received={props.received} language={language} />
    </>
  );
}

type ActionProps = Omit<BroughtPartProps, 'actions' | 'received'> & ShownAction;

function Action(props: ActionProps) {
  const { shell, action, words: ofKind } = props;
  const { language } = shell;
  const words = copy[language];
  const { own, confirmed } = action;
  const values = {
    instant: formatInstant(props.asOf, props.timeZone, language),
    n: confirmed,
    total: formatNumber(confirmed, language),
    share: formatNumber(Math.round((1000 * own.credited) / Math.max(confirmed, 1)) / 10, language),
  };
  return (
    <section class="flow">
      <h2>
        <a href={linkFrom(shell, pathOf(action))}>{action.title[language]}</a>
      </h2>
      <Figure
        value={own.credited}
        label={message(words.credited, { n: own.credited }, language)}
        language={language}
      >
        <p class="small">{message(confirmed === 0 ? ofKind.none : ofKind.share, values, language)}</p>
      </Figure>
      {own.opened + own.received > 0 && (
        <Sources action={action} received={ofKind.received} language={language} />
      )}
      {action.sources.length === 0 && <p>{words.noSources}</p>}
      {confirmed > 0 && <Everyone action={action} language={language} />}
      <Links {...props} />
    </section>
  );
}

function Links({ shell, action, publicUrl, shareHref }: ActionProps) {
  const { language } = shell;
  const words = copy[language].links;
  const { sources } = action;
  if (sources.length === 0 || action.state !== 'open') return null;
  const path = pathOf(action);
  const embedded = sources.find(({ kind }) => kind === 'embed') ?? sources[0];
  return (
    <details>
      <summary>{words.heading}</summary>
      <div class="flow">
        <p>{words.text}</p>
        <dl class="held">
          {sources.map(({ source, name }) => (
            <SourceLink name={name[language]} url={`${publicUrl}${path}?source=${source}`} />
          ))}
        </dl>
        <ul class="plain">
          <li>
            <a href={linkFrom(shell, `${path}/embed?source=${embedded?.source ?? ''}`)}>{words.embed}</a>
          </li>
          <li>
            <a href={linkFrom(shell, shareHref)}>{words.share}</a>
          </li>
        </ul>
      </div>
    </details>
  );
}

function SourceLink({ name, url }: { name: string; url: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={url}>{url}</a>
      </dd>
    </div>
  );
}

function HowCounted({ received, language }: { received: string[]; language: Language }) {
  const { how, sources } = copy[language];
  const meanings = [
    [sources.opened, how.opened],
    [received.map((name, index) => (index === 0 ? name : name.toLowerCase())).join(', '), how.received],
    [sources.credited, how.credited],
    [sources.elsewhere, how.elsewhere],
    [sources.uncounted, how.uncounted],
  ];
  return (
    <div class="flow actions">
      <h2>{how.heading}</h2>
      <dl class="held">
        {meanings.map(([name, meaning]) => (
          <div>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
