import { authenticate, register } from '@passwordless-id/webauthn/dist/esm/client.js';
import type { Ceremony } from '../console/passkey-form.tsx';

/** Shows the forms that need a passkey, and lets the browser ask for one before they are sent. */
export function offerPasskeys(): void {
  if (!window.PublicKeyCredential) return;
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = part.querySelector('form');
    if (form?.parentElement) form.parentElement.hidden = false;
    form?.addEventListener('submit', (event) => {
      const field = form.elements.namedItem('credential');
      if (!(field instanceof HTMLInputElement) || field.value !== '') return;
      event.preventDefault();
      event.stopPropagation();
      void ask(part, form, field);
    });
  }
}

async function ask(part: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  const told = part.querySelector<HTMLElement>('.error');
  try {
    field.value = JSON.stringify(await performed(JSON.parse(part.dataset.passkey ?? '{}')));
    form.submit();
  } catch {
    if (told) told.textContent = part.dataset.failed ?? '';
  }
}

function performed(ceremony: Ceremony): Promise<unknown> {
  const { challenge, keys } = ceremony;
  if (ceremony.kind === 'show') {
    return authenticate({ challenge, allowCredentials: keys, userVerification: 'required' });
  }
  return register({
    challenge,
    user: ceremony.user,
    userVerification: 'required',
    discoverable: 'preferred',
    attestation: false,
  });
}
