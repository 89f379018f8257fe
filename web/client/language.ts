/** The link to the other language takes along what was entered in a form that was fresh when its page was made. */
export function takeAlongEntered(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-form]');
  const form = document.getElementById(link?.dataset.form ?? '');
  if (!link || !(form instanceof HTMLFormElement)) return;
  link.addEventListener('click', (event) => {
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (opensElsewhere || ![...form.elements].some(isEntered)) return;
    event.preventDefault();
    const button = document.createElement('button');
    button.name = 'step';
    button.value = 'language';
    button.formAction = link.dataset.to ?? '';
    button.hidden = true;
    form.append(button);
    form.requestSubmit(button);
    button.remove();
  });
}

function isEntered(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const first = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return control.value !== first?.value;
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
}
