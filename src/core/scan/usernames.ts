import { IS } from './field-names.ts';
import { FORM_PLACES, type LeakContext, type LeakRule } from './leak.ts';

const FIELD =
  '(?:(?<![a-z])(?:user[_-]?(?:name|login)|login(?:[_-]?(?:name|id))?)|(?<=[a-z_-])(?:username|user_name)|benutzer(?:name|kennung)?|nom[_-]?d[_-]?utilisateur|(?<![a-z])identifiant|usuario|utente|nickname|screen[_-]?name|gebruikersnaam|(?:имя[_ ]?пользователя|логин)|用户名|ユーザー?名)';
/** Words that programs and forms write where a name would stand. */
const NO_NAME =
  /^(?:true|false|null|undefined|none|yes|no|on|off|string|text|number|object|required|optional|invalid|taken|unknown|empty|missing|error|failed|success|changed|email|password|guest|anonymous|default|enabled|disabled|google|github|facebook|apple|form|page|button|click|click|input|value|name|id|at|or|with|is|must|should|please|not|the|your?|with|username[\w-]*|user|login|log|sign|enter|name|benutzername)$/i;

/** What fields hold that ask for the name by which somebody signs in. */
export const USERNAME_RULES: readonly LeakRule[] = [
  {
    kind: 'username',
    name: 'username',
    pattern: new RegExp(
      `${FIELD}${IS}(?<value>[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{2,63})(?![\\w@(\\[/:-]| \\p{L})`,
      'giu',
    ),
    hint: /[Uu][Ss][Ee][Rr]|[Ll]ogin|LOGIN|[Nn]ame|NAME|tilisateur|dentifiant|suario|tente|enutzer|пользователя|огин|用户名|ユーザ/,
    check: isName,
  },
];

function isName(value: string, { place, before }: LeakContext): boolean {
  if (NO_NAME.test(value) || /^(?:v?\d[\d.]*|[\da-f-]{16,})$/i.test(value)) return false;
  if (!FORM_PLACES.has(place)) return /\p{L}/u.test(value) && /[\d_.]/.test(value) && !value.endsWith('.');
  if (place === 'attribute') return false;
  if (place === 'address' || place === 'network-address') return /[?&#;][^?&#;]*$/.test(before);
  if (place === 'console') return /[\d_.-]/.test(value);
  return !/^(?:\p{Lu}\p{Ll}+)$/u.test(value) || place === 'input';
}
