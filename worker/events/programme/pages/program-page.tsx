import { AddressCode } from '../../../../web/components/linked-address.tsx';
import { type Language, message } from '../../../../web/language.ts';
import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import type { ShownDay } from '../shown.ts';
import { programmeCopy } from './copy.ts';
import { Programme } from './programme.tsx';

export type ProgramPageProps = {
  shell: Shell;
  event: { title: string; path: string; times: string[]; place: string };
  days: ShownDay[];
  /** The address of the event, for a code to scan; null where nobody can sign up any more. */
  address: string | null;
};

/** The program on paper. */
export function ProgramPage({ shell, event, days, address }: ProgramPageProps) {
  const { language } = shell;
  const words = programmeCopy[language];
  const title = message(words.printed, { title: event.title }, language);
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <p class="actions">
          <button class="button" type="button" hidden data-print>
            {words.button}
          </button>{' '}
          <a href={linkFrom(shell, event.path)}>{words.back}</a>
        </p>
        <h1>{event.title}</h1>
        <p>
          {event.times.map((time) => (
            <>
              {time}
              <br />
            </>
          ))}
          {event.place}
        </p>
        <Programme days={days} language={language} />
        {address && <Code address={address} language={language} />}
      </div>
    </Layout>
  );
}

function Code({ address, language }: { address: string; language: Language }) {
  return (
    <div class="scan">
      <AddressCode address={address} language={language} />
      <p>
        {programmeCopy[language].signUp}
        <br />
        <b translate="no">{address}</b>
      </p>
    </div>
  );
}
