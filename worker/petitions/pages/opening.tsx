import { Count, StateNotice } from '../../../web/components/action-summary.tsx';
import { ButtonLink } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Progress } from '../../../web/components/progress.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { campaignOf, type Shell } from '../../../web/shell.ts';
import { petitionWords } from '../kind-copy.ts';
import { copy } from './copy.ts';
import type { PetitionNotice, PetitionView } from './petition-view.ts';

type OpeningProps = {
  shell: Shell;
  petition: PetitionView;
  notice: PetitionNotice | null;
  /** Whether the form is on this page. */
  signable: boolean;
};

/** The top of the page: the ask, the addressee, how many have signed, and the link to the form. */
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
      <StateNotice
        words={petitionWords[language].state}
        language={language}
        action={petition}
        campaign={campaignOf(shell)}
      />
      {counted && <Count words={petitionWords[language].count} language={language} action={petition} />}
      {counted && petition.paper && <p class="small">{petition.paper}</p>}
      {counted && (
        <Progress
          confirmed={petition.counts.confirmed}
          thresholds={petition.thresholds}
          next={petition.nextThreshold}
          isOver={petition.state === 'closed'}
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
          <ButtonLink href="#sign">{petitionWords[language].button}</ButtonLink>
        </div>
      )}
    </header>
  );
}
