import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  line: string;
  counted: string;
  cancelled: string;
  hours: string;
  subject: string;
  how: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'the event',
      reason: 'a campaign that asks the {committee} for something invites people',
    },
    line: '{when}. {place}.',
    counted: '{n, plural, =0 {Fewer than five people have} other {# people have}} signed up and confirmed.',
    cancelled: 'Canceled.',
    hours: 'Volunteers of this campaign have reported {hours} hours in all.',
    subject: 'coming: {title}',
    how: 'Events are public and still to come. People who signed up are counted once, after they confirmed by email, and stand beside the signatures: they are never added to them. Fewer than five are not given as a number. Hours of volunteers are what they reported themselves, and move on only when five more people at one event have reported.',
  },
  es: {
    section: {
      named: 'el evento',
      reason: 'una campaña que pide algo a {committee} invita a la gente',
    },
    line: '{when}. {place}.',
    counted:
      '{n, plural, =0 {Menos de cinco personas se inscribieron y confirmaron.} other {# personas se inscribieron y confirmaron.}}',
    cancelled: 'Cancelado.',
    hours: 'Quienes hacen voluntariado en esta campaña han informado {hours} horas en total.',
    subject: 'próximamente: {title}',
    how: 'Los eventos son públicos y están por venir. Quienes se inscribieron cuentan una vez, cuando confirmaron por correo, y están al lado de las firmas: nunca se suman a ellas. Si son menos de cinco no se da la cifra. Las horas de voluntariado son las que la gente informó, y solo avanzan cuando informan cinco personas más en un evento.',
  },
};
