import type { Child } from 'hono/jsx';
import { copy as parts } from '../../../web/components/copy.ts';
import { AddressCode } from '../../../web/components/linked-address.tsx';
import { message } from '../../../web/language.ts';
import { printCopy } from './print-copy.ts';
import type { Printed } from './printed.ts';
import { sizeFor, stepFor } from './sizes.ts';

const strips = 10;

/** One page of paper. Its unit is the width of the page, so that a small preview on a phone is complete. */
export function Page(props: { printed: Pick<Printed, 'paper' | 'accent' | 'language'>; children: Child }) {
  const { paper, accent, language } = props.printed;
  return (
    <div class={`page ${paper}`} data-accent={accent} lang={language}>
      {props.children}
    </div>
  );
}

export function Poster({ printed }: { printed: Printed }) {
  return (
    <Page printed={printed}>
      <Message printed={printed} />
    </Page>
  );
}

/** A poster with tear-off strips. */
export function Flyer({ printed }: { printed: Printed }) {
  return (
    <Page printed={printed}>
      <div class="flyer">
        <Message printed={printed} />
        <ul class="strips">
          {Array.from({ length: strips }, () => (
            <li>
              <Code printed={printed} />
              <p>
                <b>{printed.call}</b>
                <br />
                <Address typed={printed.typed} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

/** Four handbills on a page, to be cut apart. */
export function Handbills({ printed }: { printed: Printed }) {
  return (
    <Page printed={printed}>
      <div class="handbills">
        {Array.from({ length: 4 }, () => (
          <Message printed={printed} />
        ))}
      </div>
    </Page>
  );
}

/** The fact, the ask, its address, and where to get help. */
function Message({ printed }: { printed: Printed }) {
  const { language, campaign } = printed;
  const by = { campaign: campaign.title, city: campaign.city };
  return (
    <div class={`poster ${stepFor(printed)}`}>
      <p class="by">{message(printCopy[language].by, by, language)}</p>
      {printed.fact ? <Claim fact={printed.fact} language={language} /> : <Title printed={printed} />}
      <Ask printed={printed} />
      <Help printed={printed} />
    </div>
  );
}

function Claim({ fact, language }: { fact: NonNullable<Printed['fact']>; language: Printed['language'] }) {
  return (
    <figure class="claim">
      {fact.figure !== null && <p class={`huge ${sizeFor('huge', fact.figure)}`}>{fact.figure}</p>}
      <p class={`large ${sizeFor('large', fact.claim)}`}>{fact.claim}</p>
      {fact.more !== '' && <p class="more">{fact.more}</p>}
      <figcaption>
        {parts[language].source} {fact.source}
      </figcaption>
    </figure>
  );
}

/** For what has a time, and for a campaign without a headline fact. */
function Title({ printed: { title, when } }: { printed: Printed }) {
  return (
    <div class="claim">
      <p class={`large ${sizeFor('large', title)}`}>{title}</p>
      {when.map((line) => (
        <p class="large">{line}</p>
      ))}
    </div>
  );
}

function Ask({ printed }: { printed: Printed }) {
  const { language, call, ask, typed, campaign } = printed;
  const words = printCopy[language];
  return (
    <div class="ask">
      <div>
        <p class={`asked ${sizeFor('asked', ask)}`}>{inWholeWords(ask)}</p>
        <p class="call">{call}</p>
        <p class="typed">
          {words.scan}
          <br />
          <b>
            <Address typed={typed} />
          </b>
        </p>
        {campaign.hashtags.length > 0 && (
          <p class="tags" translate="no">
            {campaign.hashtags.join(' ')}
          </p>
        )}
      </div>
      <Code printed={printed} />
    </div>
  );
}

function Code({ printed: { address, language } }: { printed: Pick<Printed, 'address' | 'language'> }) {
  return <AddressCode address={address} language={language} />;
}

/** The longest part of an address that is never broken. */
const wholePart = 30;

/** Lets an address break only at the end of one of its parts. */
function Address({ typed }: { typed: string }) {
  const parts = typed.split(/(?<=\/)/);
  return (
    <span translate="no">
      {parts.map((part) => (
        <>
          <span class={part.length <= wholePart ? 'whole' : undefined}>{part}</span>
          <wbr />
        </>
      ))}
    </span>
  );
}

/** Keeps a hyphenated name on one line. */
function inWholeWords(text: string): Child[] {
  return text
    .split(/(\s+)/)
    .map((word) =>
      word.includes('-') && word.length <= wholePart ? <span class="whole">{word}</span> : word,
    );
}

/** Where there is help, if the campaign names a number. */
export function Help({ printed: { help } }: { printed: Pick<Printed, 'help'> }) {
  if (!help) return null;
  return (
    <div class="hotline">
      <p>
        {help.heading}: <b>{help.phone}</b>
      </p>
      <p>{help.line}</p>
    </div>
  );
}
