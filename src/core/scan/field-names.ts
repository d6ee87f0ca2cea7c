/**
 * What stands between the name of a field and its value, as the source of an expression: in JSON, queries, headers,
 * markup, code, lists of names and values, and parts of a form.
 */
export const IS =
  '(?:\\]?["\']?[ \\t]{0,3}(?:[:=]>?|>(?=[^<>]{1,128}<)|["\'],? ?["\']?value["\']?\\s?[:=])[ \\t]{0,3}["\']?|(?<=form-data; name="[\\w-]{1,40})" )';
