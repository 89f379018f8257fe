import type { Child } from 'hono/jsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import type { Service } from '../rules.ts';
import { copy } from './copy.ts';
import { languageName } from './language-names.ts';

export type ShownService = Omit<Service, 'phones'> & {
  phones: (Service['phones'][number] & { dialed: string })[];
  /** Nobody has checked it for a while. */
  isOld: boolean;
};

export function ServiceEntry({ service, language }: { service: ShownService; language: Language }) {
  const words = copy[language];
  const { labels } = words;
  const { isExample, isOld, alert, policeNote, hours, area, place } = service;
  const text = (one: Service['name']) => one[language];
  return (
    <article class="service flow" id={service.slug}>
      <h3>{text(service.name)}</h3>
      <p class="small">
        {text(service.organization)} · {words.levels[service.level]}
      </p>
      {isExample && <p class="set-apart">{words.example}</p>}
      {isOld && <p class="set-apart">{words.old}</p>}
      {alert && <p class="set-apart">{text(alert)}</p>}
      <p>{text(service.offers)}</p>
      <p class="police">
        <b>{words.police[service.police]}</b>
        {policeNote && `. ${text(policeNote)}`}
      </p>
      <dl>
        <Entry label={labels.reach}>
          <Contact service={service} language={language} />
        </Entry>
        <Entry label={labels.helps}>{service.needs.map((need) => words.needs[need]).join('; ')}</Entry>
        <Entry label={labels.for}>
          {service.for.length > 0
            ? service.for.map((one) => words.audiences[one]).join('; ')
            : words.everyone}
        </Entry>
        <Entry label={labels.languages}>{languagesOf(service, language)}</Entry>
        <Entry label={labels.cost}>{text(service.cost)}</Entry>
        {hours && <Entry label={labels.hours}>{text(hours)}</Entry>}
        {area && <Entry label={labels.area}>{text(area)}</Entry>}
        {place?.address && (
          <Entry label={labels.place}>
            {place.address.line}, {place.address.city}, {place.address.region} {place.address.zip}
          </Entry>
        )}
        {place?.map && (
          <Entry label={labels.map}>
            <Outward href={place.map} isExample={isExample} />
          </Entry>
        )}
        <Entry label={labels.checked}>
          {message(
            words.checked,
            { date: formatDate(service.checkedOn, language), who: text(service.checkedBy) },
            language,
          )}
        </Entry>
      </dl>
    </article>
  );
}

function Entry({ label, children }: { label: string; children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Contact({ service, language }: { service: ShownService; language: Language }) {
  const words = copy[language];
  const { phones, site, isExample } = service;
  return (
    <>
      {phones.map(({ number, kind, dialed, name }) => (
        <span class="reach">
          {words.kinds[kind]}{' '}
          {isExample ? number : <a href={`${kind === 'text' ? 'sms' : 'tel'}:${dialed}`}>{number}</a>}
          {name && ` (${name[language]})`}
        </span>
      ))}
      {site && (
        <span class="reach">
          {words.labels.site} <Outward href={site} isExample={isExample} />
        </span>
      )}
    </>
  );
}

/** Other sites do not learn where the reader came from. Behind an example there is none. */
function Outward({ href, isExample }: { href: string; isExample: boolean }) {
  const host = new URL(href).hostname.replace(/^www\./, '');
  if (isExample) return host;
  return (
    <a href={href} rel="noreferrer">
      {host}
    </a>
  );
}

function languagesOf({ languages, hasInterpreters }: ShownService, language: Language): string {
  const names = languages.map((code) => languageName(code, language));
  return [...names, ...(hasInterpreters ? [copy[language].interpreters] : [])].join(', ');
}
