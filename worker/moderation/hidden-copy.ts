import type { Language } from '../../web/language.ts';
import type { HiddenReason } from './look-rules.ts';

/** Why a text is not shown, in words for its owner. */
const en: Record<HiddenReason, string> = {
  'off-topic': 'The reason given: it is not about this.',
  insult: 'The reason given: it insults or threatens somebody.',
  personal: 'The reason given: it tells something private about a person.',
  advertising: 'The reason given: it advertises something or leads to another site.',
  'false-name': 'The reason given: it does not look like a person’s name.',
  other: 'The reason given: it does not fit on this page.',
};

export const hiddenWhy: Record<Language, Record<HiddenReason, string>> = {
  en,
  es: {
    'off-topic': 'El motivo indicado: no trata de este asunto.',
    insult: 'El motivo indicado: insulta o amenaza a alguien.',
    personal: 'El motivo indicado: cuenta algo privado de una persona.',
    advertising: 'El motivo indicado: hace publicidad o lleva a otro sitio.',
    'false-name': 'El motivo indicado: no parece el nombre de una persona.',
    other: 'El motivo indicado: no es adecuado para esta página.',
  },
};
