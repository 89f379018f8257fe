import { raw } from 'hono/html';
import { ActionSocial } from '../../../web/components/action-social.tsx';
import { Count, StateNotice } from '../../../web/components/action-summary.tsx';
import { ButtonLink } from '../../../web/components/button.tsx';
import { Discovery } from '../../../web/components/discovery.tsx';
import { EmbedLink } from '../../../web/components/embed-link.tsx';
import { FramedOpening } from '../../../web/components/framed-opening.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ShareKitLink } from '../../../web/components/share-kit-link.tsx';
import { StatementsLink } from '../../../web/components/statements-link.tsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { campaignOf, linkFrom } from '../../../web/shell.ts';
import { GuestsPart } from '../guests/pages/guests-part.tsx';
import { SpeakPart } from '../hearing/pages/speak-part.tsx';
import { eventWords } from '../kind-copy.ts';
import { programmeCopy } from '../programme/pages/copy.ts';
import { Programme } from '../programme/pages/programme.tsx';
import { leftOf, slotLabel, waitingOf } from './choice-fields.tsx';
import { copy } from './copy.ts';
import type { EventPageProps, EventView, ShownPlace, ShownSlot } from './event.ts';
import { SignUpForm } from './sign-up-form.tsx';

export function EventPage(props: EventPageProps) {
  const { shell, event, form, site, linkedData } = props;
  const { language } = shell;
  const isShown = event.state !== 'removed';
  return (
    <Layout
      shell={shell}
      title={event.title}
      description={isShown ? event.ask : undefined}
      isError={form !== null && form.errors.length > 0}
      noindex={!isShown}
      head={
        isShown &&
        !shell.frame && (
          <>
            <ActionSocial shell={shell} site={site} action={event} counted={eventWords[language].counted} />
            <Discovery shell={shell} site={site} action={event} />
            {linkedData && <script type="application/ld+json">{raw(linkedData)}</script>}
          </>
        )
      }
    >
      <div class={form ? 'petition' : 'petition formless'}>
        {shell.frame ? (
          <FramedOpening
            shell={shell}
            frame={shell.frame}
            words={{ ...eventWords[language], goesTo: copy[language].goesTo }}
            action={event}
          />
        ) : (
          <Opening {...props} />
        )}
        {form && <SignUpForm form={form} shell={shell} />}
        {isShown && !shell.frame && <Body {...props} />}
      </div>
    </Layout>
  );
}

/** What it is, when and where: what decides whether somebody comes stands on a phone's first screen. */
function Opening({ shell, event, notice, form }: EventPageProps) {
  const { language } = shell;
  const words = copy[language];
  const isRemoved = event.state === 'removed';
  const isCounted = event.state === 'open' || event.state === 'closed';
  return (
    <header class="opening">
      {notice && <Notice news>{words.notice[notice]}</Notice>}
      {!isRemoved && <p class="kicker">{event.kind}</p>}
      <h1>{event.title}</h1>
      {!isRemoved && <p>{event.ask}</p>}
      {event.cancelled !== null ? (
        <Cancelled why={event.cancelled} language={language} />
      ) : event.isOver ? (
        <Notice>{words.over}</Notice>
      ) : (
        <StateNotice
          words={eventWords[language].state}
          language={language}
          action={event}
          campaign={campaignOf(shell)}
        />
      )}
      {!isRemoved && (
        <>
          <Times event={event} language={language} />
          <Where place={event.place} language={language} />
        </>
      )}
      {form && (
        <div class="jump">
          <ButtonLink href="#sign">{eventWords[language].button}</ButtonLink>
        </div>
      )}
      {isCounted && <Count words={eventWords[language].count} language={language} action={event} />}
      {form && event.closesOn && (
        <p class="small">{message(words.closes, { date: formatDate(event.closesOn, language) }, language)}</p>
      )}
      {event.textChangedOn && (
        <p class="small">
          {message(words.textChanged, { date: formatDate(event.textChangedOn, language) }, language)}
        </p>
      )}
    </header>
  );
}

function Cancelled({ why, language }: { why: string; language: Language }) {
  const words = copy[language];
  return (
    <Notice>
      <p>
        <b>{words.cancelled}</b>
      </p>
      <p>{message(words.cancelledWhy, { why }, language)}</p>
    </Notice>
  );
}

function Times({ event: { slots, cancelled }, language }: { event: EventView; language: Language }) {
  return (
    <section class="flow" aria-labelledby="when">
      <h2 id="when">{copy[language].when}</h2>
      <ul class="plain">
        {slots.map((slot) => (
          <li>
            {cancelled === null ? slotLabel(slot) : <s>{slotLabel(slot)}</s>}
            {cancelled === null && <Room slot={slot} language={language} />}
            {slot.asks && <span class="small"> {slot.asks}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Room({ slot, language }: { slot: ShownSlot; language: Language }) {
  const { left, waiting, isOpen } = slot;
  if (!isOpen) return <span class="small"> {copy[language].past}</span>;
  if (left === null) return null;
  const line = waiting > 0 ? `, ${waitingOf(waiting, language)}` : '';
  return (
    <span class="small">
      {' '}
      {leftOf(left, language)}
      {line}.
    </span>
  );
}

export function Where({ place, language }: { place: ShownPlace; language: Language }) {
  const words = copy[language];
  return (
    <section class="flow" aria-labelledby="where">
      <h2 id="where">{words.where}</h2>
      <p>
        {place.name}
        {place.address && (
          <>
            <br />
            {place.address}
          </>
        )}
      </p>
      {place.url && (
        <p>
          <a href={place.url}>{words.online}</a>
        </p>
      )}
      {place.isHeldBack && <p class="small">{words.heldBack}</p>}
    </section>
  );
}

function Body({ shell, event }: EventPageProps) {
  const { language } = shell;
  const isComing = event.state === 'open' && event.cancelled === null && !event.isOver;
  return (
    <div class="flow">
      <div class="flow prose">{raw(event.bodyHtml)}</div>
      {event.speak && <SpeakPart shell={shell} speak={event.speak} />}
      {event.programPath && <Programme days={event.programme} language={language} />}
      <GuestsPart guests={event.guests} language={language} />
      <GoodToKnow event={event} language={language} />
      <p>
        <a href={linkFrom(shell, `${event.path}/calendar.ics`)}>{copy[language].calendar}</a>
      </p>
      {event.programPath && (
        <p class="not-printed">
          <a href={linkFrom(shell, event.programPath)}>{programmeCopy[language].print}</a>
        </p>
      )}
      {isComing && <ShareKitLink shell={shell} />}
      <EmbedLink shell={shell} path={event.path} />
      {event.state !== 'upcoming' && event.state !== 'rejected' && (
        <StatementsLink shell={shell} slug={event.slug} />
      )}
    </div>
  );
}

function GoodToKnow({ event, language }: { event: EventView; language: Language }) {
  const words = copy[language];
  const facts: [string, string | null][] = [
    [words.accessibility, event.accessibility],
    [words.languages, event.languages],
    [words.interpreters, event.interpreters],
    [words.childCare, event.childCare],
  ];
  const known = facts.filter(([, text]) => text !== null);
  if (known.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="good-to-know">
      <h2 id="good-to-know">{words.facts}</h2>
      <dl class="held">
        {known.map(([name, text]) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
