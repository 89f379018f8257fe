import { message } from '../language.ts';
import type { Shell } from '../shell.ts';
import { copy } from './copy.ts';

export type SocialProps = {
  shell: Shell;
  title: string;
  description: string;
  /** The site's address, without a slash at the end: these links must be absolute. */
  site: string;
  /** The path of the card's image. */
  image: string;
};

/** For the head of a page: the preview of its link where it is shared. */
export function Social({ shell, title, description, site, image }: SocialProps) {
  const { language, path } = shell;
  const properties = {
    'og:type': 'website',
    'og:title': title,
    'og:description': description,
    'og:url': site + path,
    'og:image': `${site}${image}?lang=${language}`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': message(copy[language].card, { title }, language),
    'og:locale': language === 'es' ? 'es_US' : 'en_US',
  };
  return (
    <>
      {Object.entries(properties).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
