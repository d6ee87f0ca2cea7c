/** In the names of what is nobody else's business, written as words. */
const SECRET =
  /pass ?(word|wd|phrase|code)|\b(pass|pwd|pin|otp|cvv2?|cvc2?|csc|iban|ssn)\b|secret|token|credential|api ?key|one time|card|security (code|number)|social security/i;
/** What they hold stands in the page and was not typed. */
const NOT_TYPED = new Set(['button', 'submit', 'reset', 'image', 'checkbox', 'radio']);
/** What browsers are told to fill in there. */
const FILLED_IN = /\b(cc-|current-password|new-password|one-time-code)/;

/** Where texts of the page are typed by the user. */
export const EDITED = '[contenteditable]:not([contenteditable="false" i])';

/** Whether something goes by a name as passwords, cards and tokens do: `cardNumber`, `api_key`, `Password`. */
export function namesSecret(name: string): boolean {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replace(/[-_.:[\]]+/g, ' ');
  return SECRET.test(words);
}

/** What is recorded of a field, as rrweb's `maskInputFn` is asked. */
export function maskInput(text: string, element: HTMLElement, isEveryMasked: boolean): string {
  if (NOT_TYPED.has((element as HTMLInputElement).type)) return text;
  return isEveryMasked || isSecret(element) ? '*'.repeat(text.length) : text;
}

function isSecret(element: HTMLElement): boolean {
  const { type, labels } = element as HTMLInputElement;
  // The property is empty where a browser does not know the word.
  const filledIn = element.getAttribute('autocomplete') ?? '';
  // rrweb marks passwords, which stay some when they are shown.
  if (type === 'password' || 'rrIsPassword' in element.dataset || FILLED_IN.test(filledIn)) return true;
  const names = ['id', 'name', 'placeholder', 'aria-label'].map((name) => element.getAttribute(name) ?? '');
  const labelled = [...(labels ?? [])].map(({ textContent }) => textContent);
  return [...names, ...labelled].some(namesSecret);
}

/** An address without the values of parameters that go by such names. */
export function maskAddress(href: string): string {
  return href.replace(/([?&#;][^=&#;?]+=)[^&#;]*/g, (whole, name: string) =>
    namesSecret(name) ? `${name}*` : whole,
  );
}
