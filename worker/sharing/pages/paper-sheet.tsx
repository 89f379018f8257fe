import { addressee } from '../../../web/addressee.ts';
import { AddressCode } from '../../../web/components/linked-address.tsx';
import { message } from '../../../web/language.ts';
import { linesOnPage } from '../sheet-rules.ts';
import { Help, Page } from './poster.tsx';
import { printCopy } from './print-copy.ts';
import type { Printed } from './printed.ts';
import { sizeFor } from './sizes.ts';

export type SheetProps = {
  printed: Printed;
  /** The addressee, and where full sheets go. */
  to: { committee: string; council: string };
  email: string;
  code: string;
  /** The address in each page's QR code, with the sheet and the page. */
  addresses: string[];
};

/** Pages to sign on, with their lines numbered consecutively. */
export function PaperSheet({ printed, to, email, code, addresses }: SheetProps) {
  const { language, paper } = printed;
  const words = printCopy[language].sheet;
  const values = { campaign: printed.campaign.title, city: printed.campaign.city, email };
  return addresses.map((address, index) => (
    <Page printed={printed}>
      <div class="signing">
        <header>
          <div>
            <h2>{printed.title}</h2>
            <p class="small">{message(words.to, addressee(to, language), language)}</p>
            <p class={`asked ${sizeFor('asked', printed.ask)}`}>
              {words.ask} {printed.ask}
            </p>
          </div>
          <div class="which">
            <AddressCode address={address} language={language} />
            <p>
              <b translate="no">{message(words.code, { code }, language)}</b>
              <br />
              {message(words.page, { n: index + 1, all: addresses.length }, language)}
            </p>
          </div>
        </header>
        <p class="fine">
          {words.privacy} {words.online}
        </p>
        <Lines printed={printed} first={index * linesOnPage[paper] + 1} />
        <p class="fine">
          {message(words.collector, values, language)}
          <span class="blank" />
        </p>
        <Help printed={printed} />
      </div>
    </Page>
  ));
}

function Lines({ printed: { language, paper }, first }: { printed: Printed; first: number }) {
  const words = printCopy[language].sheet;
  const { line, given, family, zip, email, signature, date } = words;
  const columns = { line, given, family, zip, email, signature, date };
  return (
    <table>
      <caption class="unseen">{words.caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, label]) => (
            <th scope="col" class={`of-${name}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: linesOnPage[paper] }, (_, index) => (
          <tr>
            <th scope="row">{first + index}</th>
            {Object.keys(columns)
              .slice(1)
              .map(() => (
                <td />
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
