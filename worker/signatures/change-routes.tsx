import { type Context, Hono } from 'hono';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { shellOf, withForm } from '../campaigns/shell.ts';
import { districtQuestionOf } from '../places/labels.ts';
import { candidateDistricts } from '../places/rules.ts';
import { privatePage } from '../platform/http/security.ts';
import { sourceNameOf } from './confirm-view.tsx';
import { contactOf } from './contact-rules.ts';
import { ChangePage } from './pages/change-page.tsx';
import { type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';
import { type Returned, takeCorrections } from './take-corrections.ts';
import { isToConfirm, toConfirm } from './to-confirm.ts';
import { linkedAction, valuesOf } from './view.tsx';

type LinkContext = Context<SupporterLinkEnv>;

/** Where the owner of a form changes what it says, before they confirm it. */
export function changeRoutes(kinds: ActionKinds) {
  const routes = new Hono<SupporterLinkEnv>();

  const show = (c: LinkContext, returned: Returned | null, status: 200 | 422 | 503 = 200) =>
    c.html(changePage(c, kinds, returned), status);

  routes.use('/confirm/:token/change', privatePage, supporterLink('confirm'));
  routes.get('/confirm/:token/change', (c) => (isToConfirm(c) ? show(c, null) : toConfirm(c)));
  routes.post('/confirm/:token/change', (c) =>
    isToConfirm(c)
      ? takeCorrections(c, {
          isConfirmed: false,
          done: () => toConfirm(c),
          giveBack: (returned, status) => show(c, returned, status),
          settled: () => toConfirm(c),
        })
      : toConfirm(c),
  );

  return routes;
}

async function changePage(c: LinkContext, kinds: ActionKinds, returned: Returned | null) {
  const { language, link } = c.var;
  const { token, signature, person, context } = link;
  const { action, city, sources, campaign } = context;
  const path = `/confirm/${token}/change`;
  const words = await kindNamed(kinds, action.kind).supporterWords();
  const held = person ? { ...valuesOf(signature, person), street: person.street, by_source: 'yes' } : {};
  return (
    <ChangePage
      shell={withForm(shellOf(c, campaign, path), {
        form: 'correct',
        action: path,
        enter: 'save',
        isChecked: (returned?.errors.length ?? 0) > 0,
      })}
      words={words[language]}
      path={`/confirm/${token}`}
      action={linkedAction(context, language)}
      correction={{
        ...districtQuestionOf(city, language),
        values: returned?.values ?? held,
        errors: returned?.errors ?? [],
        showDistrict: candidateDistricts(signature.zip ?? '', city).kind === 'open',
        noDetails: campaign.care.noDetails?.[language] ?? null,
      }}
      partner={contactOf(signature, sources)?.name[language] ?? null}
      asksStreet={action.asksStreet}
      sourceName={sourceNameOf(signature, context, language)}
    />
  );
}
