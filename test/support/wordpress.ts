/**
 * What WordPress makes of an oEmbed answer, by its documented rules. Only a quote with a link and a frame remain of the
 * HTML, with few attributes. The frame gets a sandbox and a secret, and is hidden while there is a quote.
 */
export function embeddedByWordPress(html: string): string {
  const [, quote = ''] = /(<blockquote>.*?<\/blockquote>)/s.exec(html) ?? [];
  const [, attributes = ''] = /<iframe ([^>]*)><\/iframe>/.exec(html) ?? [];
  if (!attributes) throw new Error('WordPress shows nothing without a frame');
  const allowed = /\b(src|width|height|frameborder|marginwidth|marginheight|scrolling|title)="[^"]*"/g;
  const kept = (attributes.match(allowed) ?? [])
    .join(' ')
    .replace(/src="([^"]*)"/, `src="$1#?secret=${secret}"`);
  const hidden = quote && 'style="position: absolute; clip: rect(1px, 1px, 1px, 1px);"';
  return `${quote.replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`)}
    <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" ${hidden} data-secret="${secret}" ${kept}></iframe>`;
}

const secret = 'Ab12Cd34Ef';

/** A page that handles WordPress's messages: heights from 200 to 1,000, and links only to the frame's own host. */
export const wordPress = `<script>
  addEventListener('message', ({ data, source }) => {
    if (!data || !/^[a-zA-Z0-9]+$/.test(data.secret)) return;
    for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
    for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
      if (frame.contentWindow !== source) continue;
      frame.removeAttribute('style');
      if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
      const isOwn = data.message === 'link' && new URL(data.value).host === new URL(frame.src).host;
      if (isOwn && document.activeElement === frame) location.href = data.value;
    }
  });
</script>`;

/** What remains of pasted code if its author may use neither scripts nor frames nor custom elements. */
export function strippedForAuthors(html: string): string {
  return html
    .replace(/<script[^>]*>.*?<\/script>/gs, '')
    .replace(/<\/?(iframe|undersigned-widget)[^>]*>/g, '')
    .replace(/ data-[a-z]+(="[^"]*")?/g, '');
}
