import { Button } from '../../../web/components/button.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';

const en = {
  title: 'Stop the news',
  lead: 'The campaign “{campaign}” may email you its news. Press the button to get no more of it. What you signed stays and still counts.',
  button: 'Stop the news',
  working: 'Working…',
  stopped: 'You get no news',
  stoppedLead: 'The campaign “{campaign}” sends you no news. What you signed stays and still counts.',
  choose: 'Or choose',
  chooseAgain: 'Get news again',
  by: 'You get the news if it is about one of these, or about the whole campaign and one of them is checked.',
  save: 'Save',
  own: 'Your own page',
};

const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'No recibir más noticias',
    lead: 'La campaña «{campaign}» puede enviarle noticias por correo. Presione el botón para no recibir más. Lo que firmó se queda y sigue contando.',
    button: 'No recibir más noticias',
    working: 'Un momento…',
    stopped: 'Usted no recibe noticias',
    stoppedLead: 'La campaña «{campaign}» no le envía noticias. Lo que firmó se queda y sigue contando.',
    choose: 'O elija',
    chooseAgain: 'Recibir noticias otra vez',
    by: 'Recibe las noticias que tratan de lo que marque aquí, y las de toda la campaña si marca al menos una.',
    save: 'Guardar',
    own: 'Su propia página',
  },
};

type PreferencesPageProps = {
  shell: Shell;
  href: string;
  ownHref: string;
  campaign: string;
  /** What the inbox has signed in this campaign; none once the data is erased. */
  actions: { slug: string; title: string; isWanted: boolean }[];
};

export function PreferencesPage({ shell, href, ownHref, campaign, actions }: PreferencesPageProps) {
  const { language } = shell;
  const words = copy[language];
  const isWanted = actions.some((action) => action.isWanted);
  const heading = isWanted ? words.title : words.stopped;
  return (
    <Layout shell={shell} title={heading} noindex>
      <div class="flow column">
        <h1>{heading}</h1>
        <p class="lead">{message(isWanted ? words.lead : words.stoppedLead, { campaign }, language)}</p>
        {isWanted && (
          <form method="post" action={linkFrom(shell, href)}>
            <Button name="decision" value="stop" working={words.working}>
              {words.button}
            </Button>
          </form>
        )}
        {actions.length > 0 && (!isWanted || actions.length > 1) && (
          <>
            <h2>{isWanted ? words.choose : words.chooseAgain}</h2>
            <p>{words.by}</p>
            <form method="post" action={linkFrom(shell, href)}>
              {actions.map((action) => (
                <div class="field tick">
                  <input
                    id={`wanted-${action.slug}`}
                    name="wanted"
                    type="checkbox"
                    value={action.slug}
                    checked={action.isWanted}
                  />
                  <label for={`wanted-${action.slug}`}>{action.title}</label>
                </div>
              ))}
              <Button secondary name="decision" value="choose" working={words.working}>
                {words.save}
              </Button>
            </form>
          </>
        )}
        <p>
          <a href={linkFrom(shell, ownHref)}>{words.own}</a>
        </p>
      </div>
    </Layout>
  );
}
