import { Button } from '../../../web/components/button.tsx';
import { ariaOf, Checkbox, FieldFrame, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { writeCopy } from './write-copy.ts';

export type PublishProps = {
  /** In words, if it is published by itself. */
  at: string | null;
  zone: string;
  /** Texts that people have signed and that the draft changes. */
  signed: {
    slug: string;
    title: string;
    languages: Language[];
    /** Words that people have answered. */
    reworded: { before: string; after: string }[];
  }[];
  /** Whether something in the draft has a last day that has passed. */
  asksToClose: boolean;
  values: Record<string, string>;
  errors: Partial<Record<string, string>>;
};

type Props = { frame: ConsoleFrame; version: number; publish: PublishProps };

export function PublishForm({ frame, version, publish }: Props) {
  const { shell, formToken, campaign } = frame;
  const { language } = shell;
  const words = writeCopy[language].publish;
  const { values, errors, signed, asksToClose, at, zone } = publish;
  const field = (name: string) => ({
    name,
    language,
    value: values[name] ?? '',
    error: errors[name] ?? null,
  });
  return (
    <section class="flow" id="publish">
      <h2>{words.heading}</h2>
      <p class="hint">{words.back}</p>
      <ConsoleForm
        shell={shell}
        formToken={formToken}
        action={`/organize/campaigns/${campaign.slug}/write/publish`}
        class="flow"
      >
        <input type="hidden" name="seen" value={version} />
        {signed.map((text) => (
          <Signed text={text} values={values} errors={errors} language={language} />
        ))}
        <TextField {...field('note')} label={words.note} hint={words.noteHint} optional />
        {asksToClose && (
          <Checkbox
            name="close_now"
            label={words.closeNow}
            language={language}
            checked={values.close_now === 'yes'}
            error={null}
          />
        )}
        <Button name="decision" value="now" working={words.publishing}>
          {words.now}
        </Button>
        {at === null ? (
          <fieldset class="grouped">
            <legend>{words.at}</legend>
            <p class="hint">{message(words.atHint, { zone }, language)}</p>
            <FieldFrame {...field('day')} label={words.day}>
              <input
                id="day"
                name="day"
                type="date"
                value={values.day ?? ''}
                {...ariaOf({ ...field('day'), label: words.day })}
              />
            </FieldFrame>
            <FieldFrame {...field('time')} label={words.time}>
              <input id="time" name="time" type="time" value={values.time ?? '09:00'} class="short" />
            </FieldFrame>
            <Button name="decision" value="later" secondary>
              {words.later}
            </Button>
          </fieldset>
        ) : (
          <>
            <p>{message(words.is, { when: at }, language)}</p>
            <Button name="decision" value="not" secondary>
              {words.not}
            </Button>
          </>
        )}
      </ConsoleForm>
    </section>
  );
}

function Signed({
  text,
  values,
  errors,
  language,
}: {
  text: PublishProps['signed'][number];
  values: Record<string, string>;
  errors: PublishProps['errors'];
  language: Language;
}) {
  const words = writeCopy[language].signed;
  const kind = `kind-${text.slug}`;
  return (
    <fieldset id={kind} class="grouped">
      <legend>{message(words.heading, { title: text.title }, language)}</legend>
      <p>{words.lead}</p>
      {text.reworded.length > 0 && (
        <>
          <p>{words.answered}</p>
          <ul>
            {text.reworded.map((change) => (
              <li>
                <del>{change.before}</del> → <ins>{change.after}</ins>
              </li>
            ))}
          </ul>
        </>
      )}
      {errors[kind] && <p class="error">{errors[kind]}</p>}
      {(['spelling', 'meaning'] as const).map((value) => (
        <p class="tick">
          <input
            type="radio"
            id={`${kind}-${value}`}
            name={kind}
            value={value}
            checked={value === (values[kind] ?? '')}
          />
          <label for={`${kind}-${value}`}>{words[value]}</label>
        </p>
      ))}
      {text.languages.map((spoken) => (
        <TextField
          name={`note-${text.slug}-${spoken}`}
          label={message(words.note, { language: writeCopy[language].languages[spoken] }, language)}
          hint={words.noteHint}
          language={language}
          value={values[`note-${text.slug}-${spoken}`] ?? ''}
          error={errors[`note-${text.slug}-${spoken}`] ?? null}
        />
      ))}
    </fieldset>
  );
}
