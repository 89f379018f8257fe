import assets from '../../../../web/assets.gen.json';
import { Button } from '../../../../web/components/button.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { TextField } from '../../../../web/components/field.tsx';
import { ConsoleForm } from '../../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../../web/console/frame-props.ts';
import { formatNumber, message } from '../../../../web/language.ts';
import { linkFrom } from '../../../../web/shell.ts';
import { mostListed } from '../rules.ts';
import { doorCopy } from './copy.ts';

export type DoorPageProps = {
  frame: ConsoleFrame;
  event: string;
  when: string;
  /** The other times of the event. */
  others: { when: string; href: string }[];
  /** Where the steps go. */
  path: string;
  codes: { code: string; shown: string; isIn: boolean }[];
  checkedIn: number;
  withPlace: number;
  walkIns: number;
  /** Of a number that a form without a script counts: pressing twice counts once. */
  device: string;
  /** What the phone keeps stands under this name, and goes at `until` or, once all is sent, at `over`. */
  store: { name: string; over: number; until: number };
  returned: { field: 'code' | 'people'; value: string; error: string } | null;
};

/** The list at the door, by code. With a script it works without a network. */
export function DoorPage(props: DoorPageProps) {
  const { frame, event, when, others, path, store, returned } = props;
  const { language } = frame.shell;
  const words = doorCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={returned !== null}>
      <div class="flow">
        {returned && (
          <ErrorSummary language={language} lines={[{ href: `#${returned.field}`, text: returned.error }]} />
        )}
        <h1>{words.title}</h1>
        <p>
          <b>{event}</b>
          <br />
          {when}
        </p>
        {others.length > 0 && (
          <ul class="plain">
            {others.map((one) => (
              <li>
                <a href={linkFrom(frame.shell, one.href)}>{one.when}</a>
              </li>
            ))}
          </ul>
        )}
        <p>{words.lead}</p>
        <div
          class="flow"
          data-door
          data-name={store.name}
          data-over={store.over}
          data-until={store.until}
          data-path={path}
          data-walk-ins={props.walkIns}
          data-check-in={words.checkIn}
          data-undo={words.undo}
          data-sent={words.sent}
          data-waits={words.waits}
          data-unknown={words.unknown}
          data-wrong={words.wrong}
          data-signed-out={words.signedOut}
          data-leaving={words.leaving}
        >
          <Counts {...props} />
          <p role="status" data-sync data-script hidden />
          <CodeForm {...props} />
          <WalkInForm {...props} />
          <CodeList {...props} />
        </div>
        <p class="small">{words.after}</p>
      </div>
      <script type="module" src={assets.doorJs} />
    </ConsolePage>
  );
}

function Counts({ frame, checkedIn, withPlace, walkIns }: DoorPageProps) {
  const { language } = frame.shell;
  const words = doorCopy[language];
  return (
    <p>
      <b data-in-all>{formatNumber(checkedIn, language)}</b>{' '}
      {message(words.came, { n: formatNumber(withPlace, language) }, language)}
      <br />
      <b data-walk-in-all>{formatNumber(walkIns, language)}</b> {words.walkIns}
    </p>
  );
}

function CodeForm({ frame, path, returned }: DoorPageProps) {
  const { language } = frame.shell;
  const words = doorCopy[language];
  const held = returned?.field === 'code' ? returned : null;
  return (
    <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={path}>
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        language={language}
        value={held?.value ?? ''}
        error={held?.error ?? null}
        autocomplete="off"
        width="short"
      />
      <Button working={words.working}>{words.checkIn}</Button>
    </ConsoleForm>
  );
}

function WalkInForm({ frame, path, device, returned }: DoorPageProps) {
  const { language } = frame.shell;
  const words = doorCopy[language];
  const held = returned?.field === 'people' ? returned : null;
  return (
    <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={path}>
      <input type="hidden" name="device" value={device} />
      <div data-no-script>
        <TextField
          name="people"
          label={words.people}
          hint={words.peopleHint}
          language={language}
          value={held?.value ?? ''}
          error={held?.error ?? null}
          inputmode="numeric"
          autocomplete="off"
          width="short"
        />
        <Button secondary working={words.working}>
          {words.add}
        </Button>
      </div>
      <p class="choices" data-script hidden>
        <span>{words.people}</span>
        <button class="button secondary" type="submit" data-by="1">
          {words.one}
        </button>
        <button class="button secondary" type="submit" data-by="-1">
          {words.less}
        </button>
      </p>
    </ConsoleForm>
  );
}

function CodeList({ frame, path, codes, withPlace }: DoorPageProps) {
  const { language } = frame.shell;
  const words = doorCopy[language];
  return (
    <section class="flow" aria-labelledby="codes">
      <h2 id="codes">{words.list}</h2>
      {codes.length === 0 ? <p>{words.empty}</p> : <p class="small">{words.listHint}</p>}
      {withPlace > mostListed && (
        <p class="small">{message(words.listCut, { n: formatNumber(mostListed, language) }, language)}</p>
      )}
      <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={path}>
        <ul class="door-list">
          {codes.map(({ code, shown, isIn }) => (
            <li data-code={code} data-in={isIn ? '' : undefined}>
              <b translate="no">{shown}</b>{' '}
              <button
                class={isIn ? 'button secondary' : 'button'}
                type="submit"
                name={isIn ? 'out' : 'in'}
                value={code}
              >
                {isIn ? words.undo : words.checkIn}
                <span class="unseen"> {shown}</span>
              </button>
            </li>
          ))}
        </ul>
      </ConsoleForm>
    </section>
  );
}
