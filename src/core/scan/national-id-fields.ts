import { IS } from './field-names.ts';
import { FORM_PLACES, type LeakRule } from './leak.ts';

/**
 * Six digits in a row, or an Italian number's. Not in addresses, which are full of numbers and have no words before
 * them.
 */
const DIGITS = /[^\d=/&?]\d(?:[ ./-]{0,2}\d){5}|[A-Za-z]{6}\d\d[A-Za-z]\d\d[A-Za-z]\d{3}[A-Za-z]/;
/** Names of fields in data that hold nothing but numbers of people. */
const NAMES =
  'ssn|social[_-]?security(?:[_-]?(?:number|no|num))?|national[_-]?(?:id|insurance)(?:[_-]?(?:number|no|num))?|nin|nino|tfn|cpf|curp|dni|nie|nif|nrc|rut|cedula|cuil|pesel|bsn|cnp|egn|amka|oib|jmbg|hetu|personnummer|f[øo]dselsn(?:umme)?r|cpr|rrn|nir|num_?secu|codice_?fiscale|steuer_?(?:id|identifikationsnummer)|svnr|sv_?nummer|ahv(?:_?n(?:umme)?r)?|tckn|tc_?kimlik(?:_?no)?|aadhaa?r(?:_?(?:number|no))?|id_?card(?:_?(?:number|no))?|identity_?(?:card|number|no)|id_?number|passport(?:[_-]?(?:number|no|num|id))?|ausweisnummer|personal_?ausweis(?:nummer)?|drivers?_?licen[cs]e(?:_?(?:number|no))?|snils|id_?karte|身份证号?|身份證';

/** The same as people write them, of states of which no rule knows a checksum. */
const WORDS =
  'curp|rfc|rut|personnummer|hetu|henkilötunnus|bsn|burgerservicenummer|pesel|cpr(?:-n(?:umme)?r)?|steuer-?(?:id|identifikationsnummer)|n(?:um[ée]ro|[º°])? ?(?:de )?s[ée]curit[ée] sociale|num[ée]ro (?:insee|national)|codice fiscale|ahv(?:-n(?:umme)?r\\.?)?|rijksregister(?:nummer)?|aadhaa?r|sin|social insurance|nino|national insurance|nhs|medicare|krankenversichertennummer|identity card|id card|cpf|dowód|dni|nie|주민등록번호|여권번호|t\\.?c\\.? ?kimlik(?: no)?|kimlik (?:no|numarası)|rodn[ée] č[íi]slo|f[øo]dselsnummer|cnp|снилс|マイナンバー|個人番号|pps(?:n| no| number)|tfn|tax file number|nif|cuil|dni|c[ée]dula|sozialversicherungsnummer|rentenversicherungsnummer|sv-?nr|versichertennummer|personalausweis(?:nummer)?|ausweisnummer|amka|αμκα|oib|jmbg|egn|егн|nric|hkid|身份证号?码?|身分證(?:字號)?|паспорт\\p{L}{0,2}|my number|ת\\.?ז|מספר זהות|driver.?s? licen[cs]e|national id|ssn|social security number';

/** What fields hold that are named after numbers of people, even where a checksum fails. */
export const NATIONAL_ID_FIELD_RULES: readonly LeakRule[] = [
  {
    kind: 'national-id',
    name: 'national-id-field',
    pattern: new RegExp(
      `(?<![a-z])(?:${NAMES})${IS}(?<value>(?=(?:[^\\d]{0,3}\\d){4})[A-Z\\d](?:[ ./-]?[A-Z\\d]){4,19})(?![\\w@]|\\.\\d)`,
      'gi',
    ),
    hint: /["' \]a-zA-Z号证證][:=>]\s{0,2}["']?[A-Za-z]{0,4}\d/,
    check: (value, { place }) => FORM_PLACES.has(place) && !/^\d{10}(?:\d{3})?$|^\d{4}-\d\d-\d\d/.test(value),
  },
  {
    kind: 'national-id',
    name: 'national-id-labelled',
    pattern: /(?<![\w.,/-])[A-Z]{0,6}\d(?:[ ./-]{0,2}[A-Z\d]){5,17}(?:\(\d\))?(?![\w@]|[.,]\d)/gi,
    hint: DIGITS,
    near: new RegExp(
      `(?<!\\p{L})(?:${WORDS})(?:[ .]{0,2}(?:no|nr|n[º°]|№|number|nummer))?[.:]?[ :#]{0,3}\\n?$`,
      'iu',
    ),
    check: (value) => DIGITS.test(` ${value}`) && !/^\d\d?[./-]\d\d?[./-]\d{4}$/.test(value),
  },
];
