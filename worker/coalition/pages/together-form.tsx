import { Button } from '../../../web/components/button.tsx';
import type { SummaryLine } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { type Language, message } from '../../../web/language.ts';
import type { EntryError, EntryKind } from '../entry-rules.ts';
import { togetherCopy } from './together-copy.ts';

export type EntryFieldsProps = {
  language: Language;
  kind: EntryKind;
  values: Record<string, string>;
  errors: readonly EntryError[];
  /** To whom an organizer can credit an idea; null for a partner, whose idea it is. */
  partners: readonly { value: string; label: string }[] | null;
};

/** The fields of a form that adds to one of the lists. */
export function EntryFields({ language, kind, values, errors, partners }: EntryFieldsProps) {
  const words = togetherCopy[language];
  const of = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return {
      ...{ name, language, value: values[name] ?? '', label: labelOf(name, kind, language) },
      error: error ? errorText(error, kind, language) : null,
    };
  };
  const on = of('on');
  const hint = { agenda: undefined, idea: partners ? undefined : words.idea.hint, notes: words.notes.hint }[
    kind
  ];
  return (
    <>
      {kind === 'notes' && <DayField {...on} />}
      <TextArea {...of(kind)} hint={hint} rows={{ agenda: 2, idea: 4, notes: 12 }[kind]} />
      {kind === 'agenda' && (
        <>
          <TextField {...of('who')} hint={words.agenda.whoHint} optional />
          <DayField {...on} optional />
        </>
      )}
      {kind === 'idea' && partners && (
        <Select {...of('partner')} options={[{ value: '', label: words.idea.team }, ...partners]} />
      )}
      <p>
        <Button name="step" value={`add-${kind}`} working={words.working}>
          {words[kind].add}
        </Button>
      </p>
    </>
  );
}

type DayProps = Omit<Parameters<typeof FieldFrame>[0], 'children'> & { value: string };

function DayField(props: DayProps) {
  return (
    <FieldFrame {...props}>
      <input id={props.name} name={props.name} type="date" value={props.value} {...ariaOf(props)} />
    </FieldFrame>
  );
}

function labelOf(field: string, kind: EntryKind, language: Language): string {
  const { agenda, idea, notes } = togetherCopy[language];
  const labels: Record<string, string> = {
    ...{ agenda: agenda.label, idea: idea.label, notes: notes.label },
    ...{ who: agenda.who, on: kind === 'notes' ? notes.on : agenda.on, partner: idea.whose },
  };
  return labels[field] ?? togetherCopy[language][kind].heading;
}

function errorText({ field, code }: EntryError, kind: EntryKind, language: Language): string {
  const values = { field: labelOf(field, kind, language) };
  return message(togetherCopy[language].errors[code], values, language);
}

export function summaryOfEntry(
  errors: readonly EntryError[],
  kind: EntryKind,
  language: Language,
): SummaryLine[] {
  return errors.map((error) => ({ href: `#${error.field}`, text: errorText(error, kind, language) }));
}
