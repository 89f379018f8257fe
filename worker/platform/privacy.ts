import type { Language } from '../../web/language.ts';
import { privacyCopy } from './pages/privacy-copy.ts';
import type { Settings } from './settings.ts';

/** What the platform itself does with what people enter and with their connections. */
export function platformPrivacy({
  language,
  settings: { resend, turnstile, limits, environment },
}: {
  language: Language;
  settings: Pick<Settings, 'resend' | 'turnstile' | 'limits' | 'environment'>;
}) {
  const { kept, given, until } = privacyCopy[language];
  return {
    kept: [kept.nothing, ...(limits ? [kept.connections] : [])],
    given: [
      ...(environment === 'production' ? [given.host] : []),
      resend ? given.resend : given.noMail,
      ...(turnstile ? [given.turnstile] : []),
    ],
    until: limits ? [until.connections] : [],
  };
}
