import { Button } from '../../../web/components/button.tsx';
import { DistrictField, type DistrictQuestion, packedZips } from '../../../web/components/district-field.tsx';
import { Checkbox, TextArea, TextField } from '../../../web/components/field.tsx';
import { errorOf, type FieldError } from '../../../web/components/field-errors.ts';
import { personCopy } from '../../../web/components/person-copy.ts';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { type Action, wordsOf } from './words.ts';

export type Correction = DistrictQuestion & {
  values: Record<string, string>;
  errors: FieldError[];
  showDistrict: boolean;
};

type CorrectFormProps = {
  shell: Shell;
  kind: Action['kind'];
  token: string;
  correction: Correction;
  partner: string | null;
};

export function CorrectForm({ shell, kind, token, correction, partner }: CorrectFormProps) {
  const { language } = shell;
  const words = wordsOf(language, kind).my.correct;
  const { values, errors } = correction;
  const field = (name: string) => ({
    name,
    language,
    value: values[name] ?? '',
    error: errorOf(language, errors, name),
  });
  const ticked = (name: string) => ({ ...field(name), checked: values[name] === 'yes' });
  const labels = personCopy[language];
  return (
    <>
      <h2>{words.heading}</h2>
      <form
        class="fields"
        id="correct"
        method="post"
        action={linkFrom(shell, `/my/${token}/correct`)}
        novalidate
      >
        <p class="small">{words.email}</p>
        <div class="pair fields">
          <TextField {...field('given_name')} label={labels.givenName} autocomplete="given-name" />
          <TextField
            {...field('family_name')}
            label={labels.familyName}
            autocomplete="family-name"
            optional
          />
        </div>
        {kind === 'petition' && <Checkbox {...ticked('show_name')} label={words.showName} />}
        <TextField
          {...field('zip')}
          label={labels.zip}
          inputmode="numeric"
          autocomplete="postal-code"
          width="short"
        />
        <div data-zips={packedZips(correction.districtZips)} hidden={!correction.showDistrict}>
          <DistrictField
            {...field('district')}
            districts={correction.districts}
            lookupUrl={correction.lookupUrl}
          />
        </div>
        {kind === 'petition' && (
          <TextArea
            {...field('comment')}
            label={labels.comment}
            hint={labels.commentHint}
            rows={4}
            optional
          />
        )}
        <Checkbox {...ticked('keep_informed')} label={labels.keepInformed} />
        {partner && (
          <Checkbox
            {...ticked('partner_contact')}
            label={message(labels.partnerContact, { partner }, language)}
          />
        )}
        <Button working={words.working}>{words.button}</Button>
      </form>
    </>
  );
}

type EndFormProps = { shell: Shell; kind: Action['kind']; token: string; act: 'withdraw' | 'erase' };

/** Opening it is the question, the button inside is the answer: no script needed to ask twice. */
export function EndForm({ shell, kind, token, act }: EndFormProps) {
  const words = wordsOf(shell.language, kind).my[act];
  return (
    <>
      <h2>{words.heading}</h2>
      <details>
        <summary>{words.open}</summary>
        <form class="fields" method="post" action={linkFrom(shell, `/my/${token}/${act}`)}>
          <p>{words.text}</p>
          <Button working={words.working} secondary>
            {words.button}
          </Button>
        </form>
      </details>
    </>
  );
}
