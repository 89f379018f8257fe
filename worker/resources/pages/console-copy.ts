import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Services',
  lead: 'When each service was last checked, the oldest first. After 90 days its entry says that it is old. After 180 days residents do not see it.',
  public: 'The directory as residents see it',
  services: 'Services ({n})',
  states: 'Services by state',
  state: 'State',
  service: 'Service',
  checked: 'Last checked',
  none: 'The kit names no service yet.',
  of: {
    hidden: 'Not shown: older than 180 days',
    old: 'Older than 90 days',
    fresh: 'Fresh',
    example: 'Example',
  },
  forms: {
    services: 'Edit the services',
    assets: 'Edit what the town has',
    referral: 'Edit the steps',
  },
  assets: {
    caption: 'What the town has ({n})',
    name: 'Name',
    kind: 'Kind',
    seen: 'Who sees it',
    shown: 'Shown to everybody',
    hidden: 'Only organizers',
    none: 'The kit names nothing that the town has.',
  },
  steps: {
    heading: 'The steps for helpers',
    none: 'The kit has no steps.',
    never: 'Nobody has reviewed them yet.',
    reviewed: 'Reviewed on {date} by {who}.',
  },
};

export const consoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Servicios',
    lead: 'Cuándo se comprobó cada servicio por última vez, primero los más antiguos. Después de 90 días su entrada dice que es antigua. Después de 180 días los residentes no la ven.',
    public: 'El directorio tal como lo ven los residentes',
    services: 'Servicios ({n})',
    states: 'Servicios por estado',
    state: 'Estado',
    service: 'Servicio',
    checked: 'Última comprobación',
    none: 'El kit todavía no nombra ningún servicio.',
    of: {
      hidden: 'No se muestra: más de 180 días',
      old: 'Más de 90 días',
      fresh: 'Al día',
      example: 'Ejemplo',
    },
    forms: {
      services: 'Editar los servicios',
      assets: 'Editar lo que tiene la ciudad',
      referral: 'Editar los pasos',
    },
    assets: {
      caption: 'Lo que tiene la ciudad ({n})',
      name: 'Nombre',
      kind: 'Tipo',
      seen: 'Quién lo ve',
      shown: 'Se muestra a todos',
      hidden: 'Solo la organización',
      none: 'El kit no nombra nada de lo que tiene la ciudad.',
    },
    steps: {
      heading: 'Los pasos para quien ayuda',
      none: 'El kit no tiene pasos.',
      never: 'Nadie los ha revisado todavía.',
      reviewed: 'Revisados el {date} por {who}.',
    },
  },
};
