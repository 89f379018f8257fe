import type { Language } from '../../../web/language.ts';

const en = {
  kept: 'If you sign up for an event: the time, whether you have a place, and what you wrote about your safety, stored encrypted. Only an owner or an editor of the campaign can open what you wrote, and each time is written down. If a shift asks for it: to which norms you agreed and which lessons of the training you finished, and when. The certificate itself is not stored.',
  shown: 'Who signed up for an event is shown on no public page, only how many.',
  until: 'What you wrote about your safety is deleted a week after the event.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: 'Si se inscribe en un evento: el horario, si tiene lugar, y lo que escribió sobre su seguridad, cifrado. Solo una persona dueña o editora de la campaña puede abrir lo que escribió, y cada vez queda anotado. Si un turno lo pide: qué normas aceptó y qué lecciones de la formación terminó, y cuándo. El certificado mismo no se guarda.',
    shown: 'Quién se inscribió en un evento no aparece en ninguna página pública, solo cuántas personas.',
    until: 'Lo que escribió sobre su seguridad se borra una semana después del evento.',
  },
};
