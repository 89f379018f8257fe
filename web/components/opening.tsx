import { copy } from '../../worker/petitions/pages/copy.ts';
import type { Petition, Standing } from '../../worker/petitions/pages/petition.ts';
import { formatDate, formatInstant, formatNumber, type Language, message } from '../language.ts';
import type { Shell } from '../shell.ts';
import { ButtonLink } from './button.tsx';
import { Figure } from './figure.tsx';
import { Notice } from './notice.tsx';
import { Progress } from './progress.tsx';

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
      <StateNotice words={words.state} language={language} petition={petition} />
      {counted && <Count words={words.count} language={language} petition={petition} />}
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

type StandingPart = { language: Language; petition: Standing };

/** Why no form stands here, or nothing where one does. */
export function StateNotice({
  words,
  language,
  petition,
}: StandingPart & { words: (typeof copy)[Language]['state'] }) {
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

/** How many count, as of when, and how many wait. */
export function Count({
  words,
  language,
  petition,
}: StandingPart & { words: (typeof copy)[Language]['count'] }) {
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
