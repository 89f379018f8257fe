import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import {
  type District,
  DistrictField,
  type DistrictQuestion,
} from '../../../web/components/district-field.tsx';
import { errorOf, type FieldError } from '../../../web/components/field-errors.ts';
import { Held } from '../../../web/components/held.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { formatInstant, type Language, message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { AnotherOrCorrection, type OtherPerson } from './another-person.tsx';
import { copy } from './copy.ts';
import { type Preview, PublicPreview } from './public-preview.tsx';

/** A form that waits for its owner, with everything that will count once they confirm it. */
export type ShownForm = {
  /** The address of its confirm page, which takes the press. */
  submitTo: string;
  /** The page on which its owner can change it. */
  changeHref: string;
  /** The version of what is shown. The press sends it along. */
  version: string;
  /** Its person already counts. Pressing only says that it was them, and the content of the form does not count. */
  isAgain: boolean;
  /** People who count by the same inbox: this form may be a correction of one of them. */
  others: OtherPerson[];
  /** The opened link was mailed for this form. */
  isOfThisLink: boolean;
  receivedAt: Date;
  name: string;
  email: string;
  /** null if the action does not ask for it, or nothing was entered. */
  street: string | null;
  zip: string;
  placeLabel: string | null;
  /** Nobody has said where it counts, and the ZIP leaves it open. */
  asksPlace: boolean;
  comment: string;
  /** What others will read on the action's page. */
  preview: Preview;
  keepInformed: boolean;
  /** The partner whose form asked whether it may write. */
  partner: { name: string; mayWrite: boolean } | null;
  /** The name of the source; null if there was none. */
  sourceName: string | null;
  /** What features store with it, such as answers. */
  sections: Child[];
};

/** If the ZIP does not settle the district: sends `district`. `options` are the candidates. */
export type OpenDistricts = Pick<DistrictQuestion, 'lookupUrl' | 'wholeCity'> & {
  options: District[];
  value: string;
};

type FormProps = {
  shell: Shell;
  form: ShownForm;
  words: SupporterWords;
  districtQuestion: OpenDistricts | null;
  replaces: string;
  errors: FieldError[];
};

/** What will count, and the button. */
export function FormToConfirm({ shell, form, words, districtQuestion, replaces, errors }: FormProps) {
  const { language } = shell;
  return (
    <>
      <WhatCounts form={form} words={words} language={language} />
      {form.sections}
      <p>
        <a href={form.changeHref}>{copy[language].change.link}</a>
      </p>
      <form class="fields narrow" id="confirm" method="post" action={form.submitTo} novalidate>
        <input type="hidden" name="shown" value={form.version} />
        {districtQuestion && (
          <DistrictField
            districts={districtQuestion.options}
            lookupUrl={districtQuestion.lookupUrl}
            wholeCity={districtQuestion.wholeCity}
            value={districtQuestion.value}
            error={errorOf(language, errors, 'district')}
            language={language}
          />
        )}
        <AnotherOrCorrection {...form} chosen={replaces} language={language} />
        <Button working={copy[language].confirm.working}>{words.confirm.button}</Button>
        <PrivacyLink shell={shell} />
      </form>
    </>
  );
}

type ListedProps = Pick<FormProps, 'form' | 'words'> & { language: Language; timeZone: string };

/** One of several forms, with a heading that tells them apart. */
export function ListedForm({ form, words, language, timeZone }: ListedProps) {
  const { confirm, change, list, again } = copy[language];
  const sent = message(list.sent, { instant: formatInstant(form.receivedAt, timeZone, language) }, language);
  return (
    <li class="flow">
      <h2>{sent}</h2>
      {form.isOfThisLink && <p class="small">{list.ofThisLink}</p>}
      {form.isAgain && (
        <p>
          {words.again.title}. {again.text}
        </p>
      )}
      <WhatCounts form={form} words={words} language={language} />
      {form.sections}
      {!form.isAgain && (
        <p>
          <a href={form.changeHref}>
            {form.asksPlace ? list.place : change.link}
            <span class="unseen">. {sent}</span>
          </a>
        </p>
      )}
      <form method="post" action={form.submitTo}>
        <input type="hidden" name="shown" value={form.version} />
        <AnotherOrCorrection {...form} language={language} />
        <Button working={confirm.working} secondary={form.isAgain}>
          {form.isAgain ? again.button : list.mine}
          <span class="unseen">. {sent}</span>
        </Button>
      </form>
    </li>
  );
}

function WhatCounts({
  form,
  words: { publicName },
  language,
}: Pick<FormProps, 'form' | 'words'> & { language: Language }) {
  const words = copy[language].confirm;
  const { comment, preview, partner } = form;
  const rows: [string, Child][] = [
    [words.name, <bdi>{form.name}</bdi>],
    [words.email, <bdi>{form.email}</bdi>],
    [words.zip, form.zip],
    [words.place, form.placeLabel ?? words.placeUnknown],
  ];
  if (form.street) rows.splice(2, 0, [words.street, <bdi>{form.street}</bdi>]);
  if (publicName) {
    const shown = <PublicPreview preview={preview} nothing={publicName.notShown} language={language} />;
    rows.push([publicName.shown, shown]);
  }
  if (comment && preview.entry?.comment !== comment) {
    rows.push([words.comment, <bdi>{comment}</bdi>]);
  }
  rows.push([words.informed, form.keepInformed ? words.yes : words.no]);
  if (partner) {
    const mayWrite = message(words.partner, { partner: partner.name }, language);
    rows.push([mayWrite, partner.mayWrite ? words.yes : words.no]);
  }
  rows.push([words.source, form.sourceName ?? words.noSource]);
  return <Held rows={rows} />;
}
