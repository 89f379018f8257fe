import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame, ConsoleRole } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { peopleCopy } from './people-copy.ts';

type Person = {
  id: string;
  email: string;
  role: ConsoleRole;
  isReader: boolean;
  /** In words. Null for never, or for access that has not ended. */
  since: string;
  used: string | null;
  ended: string | null;
  passkeys: number;
};

export type PeoplePageProps = {
  frame: ConsoleFrame;
  people: Person[];
  typed: { email: string; role: ConsoleRole; isWrong: boolean };
};

const roles: ConsoleRole[] = ['viewer', 'moderator', 'editor', 'owner'];

export function PeoplePage({ frame, people, typed }: PeoplePageProps) {
  const { shell } = frame;
  const words = peopleCopy[shell.language];
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title} isError={typed.isWrong}>
      <div class="flow">
        <ErrorSummary
          language={shell.language}
          lines={typed.isWrong ? [{ href: '#email', text: words.invite.error }] : []}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ConsoleList
          shell={shell}
          caption={words.caption}
          columns={[columns.who, columns.role, columns.since, columns.used, columns.keys, columns.change].map(
            (label) => ({ label }),
          )}
          rows={people.map((person) => [
            <span class="address">
              {person.email} {person.isReader && words.you}
            </span>,
            words.roles[person.role].split(':', 1)[0],
            person.since,
            person.ended
              ? message(words.ended, { date: person.ended }, shell.language)
              : (person.used ?? words.never),
            String(person.passkeys),
            <Change frame={frame} person={person} />,
          ])}
        />
        <Invite frame={frame} typed={typed} />
      </div>
    </ConsolePage>
  );
}

function pathOf({ campaign }: ConsoleFrame, path: string): string {
  return `/organize/campaigns/${campaign.slug}/people${path}`;
}

function Change({ frame, person }: { frame: ConsoleFrame; person: Person }) {
  const words = peopleCopy[frame.shell.language];
  if (person.ended) return null;
  const form = { shell: frame.shell, formToken: frame.formToken };
  return (
    <details>
      <summary>
        {words.columns.change} <span class="unseen">{person.email}</span>
      </summary>
      <ConsoleForm {...form} action={pathOf(frame, `/${person.id}`)} class="flow">
        <input type="hidden" name="seen" value={person.role} />
        <label for={`role-${person.id}`}>{words.role}</label>
        <select id={`role-${person.id}`} name="role">
          {roles.map((role) => (
            <option value={role} selected={role === person.role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
        <p class="choices">
          <Button name="decision" value="change" secondary working={words.working}>
            {words.save}
          </Button>
          <Button name="decision" value="end" secondary working={words.working}>
            {words.end}
          </Button>
        </p>
        {!person.isReader && person.passkeys > 0 && (
          <p>
            <Button name="decision" value="recover" secondary working={words.working}>
              {words.recover}
            </Button>
          </p>
        )}
        {!person.isReader && person.passkeys > 0 && <p class="hint">{words.recoverHint}</p>}
      </ConsoleForm>
    </details>
  );
}

function Invite({ frame, typed }: { frame: ConsoleFrame; typed: PeoplePageProps['typed'] }) {
  const { language } = frame.shell;
  const words = peopleCopy[language];
  return (
    <section class="flow">
      <h2>{words.invite.heading}</h2>
      <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={pathOf(frame, '')}>
        <TextField
          name="email"
          type="email"
          label={words.invite.email}
          hint={words.invite.hint}
          language={language}
          value={typed.email}
          error={typed.isWrong ? words.invite.error : null}
        />
        <Select
          name="role"
          label={words.role}
          language={language}
          value={typed.role}
          options={roles.map((value) => ({ value, label: words.roles[value] }))}
          error={null}
        />
        <Button working={words.working}>{words.invite.button}</Button>
      </ConsoleForm>
    </section>
  );
}

/**
 * `changed`: the campaign would have no owner, or somebody else changed it first. `inside`: the invited person has a
 * role already. `elsewhere`: the person also works on a campaign that this organizer does not own.
 */
export type PeopleRefusal = 'changed' | 'inside' | 'elsewhere';

export function PeopleRefusedPage({ frame, why }: { frame: ConsoleFrame; why: PeopleRefusal }) {
  const words = peopleCopy[frame.shell.language].refused;
  return (
    <ConsolePage frame={frame} title={words.title} isError>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.texts[why]}</p>
        <p>
          <a href={linkFrom(frame.shell, pathOf(frame, ''))}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}
