/** The page's texts for scripts, in its language, with {placeholders}. */
export type Words = Record<string, string>;

export function say(words: Words, key: string, values: Record<string, string | number> = {}): string {
  return (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The values of these fields in the form, without blank ones. */
export function valuesOf(
  form: HTMLFormElement,
  isMeant: (field: string) => boolean,
): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [field, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '' || !isMeant(field)) continue;
    values[field] ??= [];
    values[field].push(value);
  }
  return values;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}

/** The controls of answers that a person can change. */
export function answerControls(within: ParentNode): Control[] {
  return [...within.querySelectorAll<Control>('[name^="answer."]:not([type=hidden])')];
}

/** Puts answers into their controls, and empties the controls that have none. */
export function fill(controls: Control[], values: Record<string, string[]>): void {
  for (const control of controls) {
    const own = values[control.name] ?? [];
    if (isTick(control))
      control.checked = own.length === 0 ? control.value === '' : own.includes(control.value);
    else control.value = own[0] ?? '';
  }
}

/** Tells the other scripts that a script has changed a control, with the event that typing would fire. */
export function tell(control: Element): void {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Announces a text that changes often only after it has settled. */
export function politely(status: HTMLElement): (text: string) => void {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = text;
    }, 900);
  };
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
