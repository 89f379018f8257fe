import { ButtonLink } from '../../components/button.tsx';
import { Figure } from '../../components/figure.tsx';
import { Notice } from '../../components/notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { formatDate, formatInstant, formatNumber, message } from '../../language.ts';
import type { Shell } from '../../shell.ts';
import { copy } from './copy.ts';
import type { Petition } from './petition.ts';

/** 'closed-meanwhile': the form came in after closing. */
export type PetitionNotice = 'closed-meanwhile' | 'signing-paused';

export type OpeningProps = {
  shell: Shell;
  petition: Petition;
  notice: PetitionNotice | null;
  /** Whether the form stands on this page. */
  signable: boolean;
};

/** What a reader sees first: the ask, who it goes to, how many have signed, and the way to the form. */
export function Opening({ shell, petition, notice, signable }: OpeningProps) {
  const { language } = shell;
  const words = copy[language];
  const removed = petition.state === 'removed';
  const counted = petition.state === 'open' || petition.state === 'closed';
  return (
    <header class="opening">
      {notice && <Notice news>{words.notice[notice]}</Notice>}
      {!removed && <p class="kicker">{petition.title}</p>}
      <h1>{removed ? petition.title : petition.ask}</h1>
      {!removed && <p>{message(words.addressedTo, petition.addressedTo, language)}</p>}
      <StateNotice shell={shell} petition={petition} />
      {counted && <Count shell={shell} petition={petition} />}
      {counted && (
        <Progress
          confirmed={petition.counts.confirmed}
          thresholds={petition.thresholds}
          next={petition.nextThreshold}
          language={language}
        />
      )}
      {petition.state === 'open' && petition.closesOn && (
        <p class="small">
          {message(words.closes, { date: formatDate(petition.closesOn, language) }, language)}
        </p>
      )}
      {signable && (
        <div class="jump">
          <ButtonLink href="#sign">{words.jump}</ButtonLink>
        </div>
      )}
    </header>
  );
}

function StateNotice({ shell, petition }: { shell: Shell; petition: Petition }) {
  const { language } = shell;
  const words = copy[language].state;
  const dated = (template: string, on: string) =>
    message(template, { date: formatDate(on, language) }, language);
  switch (petition.state) {
    case 'open':
      return null;
    case 'upcoming':
      return <Notice>{dated(words.upcoming, petition.opensOn)}</Notice>;
    case 'closed':
      return (
        <Notice>{petition.closesOn ? dated(words.closed, petition.closesOn) : words.closedUndated}</Notice>
      );
    case 'rejected':
      return (
        <Notice>
          <p>
            <b>{words.rejected}</b>
          </p>
          {petition.rejection && <p>{petition.rejection}</p>}
        </Notice>
      );
    case 'removed':
      return <Notice>{words.removed}</Notice>;
  }
}

function Count({ shell, petition }: { shell: Shell; petition: Petition }) {
  const { language } = shell;
  const words = copy[language].count;
  const { confirmed, unconfirmed } = petition.counts;
  const open = petition.state === 'open';
  const waiting = { n: unconfirmed, count: formatNumber(unconfirmed, language) };
  const instant = formatInstant(petition.asOf, petition.timeZone, language);
  return (
    <Figure
      value={confirmed}
      label={message(open ? words.label : words.final, { n: confirmed }, language)}
      language={language}
    >
      {open && confirmed === 0 && <p>{words.none}</p>}
      <p class="small">
        {message(words.asOf, { instant }, language)} {open && message(words.waiting, waiting, language)}
      </p>
    </Figure>
  );
}
