import { likelyAddress } from '../typo-rules.ts';

/** Asks for another domain where one looks mistyped; pressing the answer takes it over. */
export function askForLikelyAddress(): void {
  const field = document.querySelector<HTMLInputElement>('input[type=email]');
  const asked = document.querySelector<HTMLElement>('[data-meant]');
  const words = asked?.dataset.meant;
  if (!field || !asked || !words) return;
  const ask = () => {
    const likely = likelyAddress(field.value);
    asked.replaceChildren(...(likely ? question(words, likely) : []));
  };
  asked.addEventListener('click', (event) => {
    const answer = (event.target as Element).closest('button');
    if (!answer) return;
    field.value = answer.value;
    ask();
    field.focus();
  });
  field.addEventListener('change', ask);
  // Also once the browser has put back what was typed before.
  addEventListener('pageshow', ask);
  if (field.value !== '') ask();
}

/** "Did you mean {address}?", the address as a button. */
function question(words: string, address: string): (string | HTMLElement)[] {
  const [before = '', after = ''] = words.split('{address}');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.value = button.textContent = address;
  return [before, button, after];
}
