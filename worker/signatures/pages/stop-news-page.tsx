import { Button } from '../../../web/components/button.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';

const en = {
  title: 'Stop the news',
  lead: 'The campaign may email you news about “{title}”. Press the button to get no more. Your signature stays and still counts.',
  button: 'Stop the news',
  working: 'Stopping…',
  stopped: 'You get no news',
  stoppedLead: 'The campaign sends you no news about “{title}”. Your signature stays and still counts.',
  own: 'Your own page',
};

const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'No recibir más noticias',
    lead: 'La campaña puede enviarle noticias por correo sobre «{title}». Presione el botón para no recibir más. Su firma se queda y sigue contando.',
    button: 'No recibir más noticias',
    working: 'Un momento…',
    stopped: 'Usted no recibe noticias',
    stoppedLead: 'La campaña no le envía noticias sobre «{title}». Su firma se queda y sigue contando.',
    own: 'Su propia página',
  },
};

type StopNewsPageProps = {
  shell: Shell;
  href: string;
  ownHref: string;
  title: string;
  /** Whether the news still comes. */
  isWanted: boolean;
};

export function StopNewsPage({ shell, href, ownHref, title, isWanted }: StopNewsPageProps) {
  const { language } = shell;
  const words = copy[language];
  const heading = isWanted ? words.title : words.stopped;
  return (
    <Layout shell={shell} title={heading} noindex>
      <div class="flow column">
        <h1>{heading}</h1>
        <p class="lead">{message(isWanted ? words.lead : words.stoppedLead, { title }, language)}</p>
        {isWanted && (
          <form method="post" action={linkFrom(shell, href)}>
            <Button working={words.working}>{words.button}</Button>
          </form>
        )}
        <p>
          <a href={linkFrom(shell, ownHref)}>{words.own}</a>
        </p>
      </div>
    </Layout>
  );
}
