/** What a number is called that is none of a person; the word, perhaps "number", and what separates it from the number. */
export const NUMBER_OF_A_THING = new RegExp(
  `(?:(?<!\\p{L})(?:ids?|sku|ean|gtin|upc|isbn|issn|imei|iccid|vin|doi|ref|no|nr|n[º°]|lot|room|raum|pid|mpn|hs|pin|box|postfach|key|seed|code|azn?|az)|${[
    'order|invoice|tracking|serial|reference|ticket|case|claim|part|article|item|model|version|build|batch|booking|policy|parcel|shipment|product|transaction|timestamp|coordinates?|lat|lng|lon|port|voucher|coupon|meter|member|customer|account|steam|patent|license|licence|contract',
    'bestell\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|artikel\\p{L}*|kunden\\p{L}*|sendung\\p{L}*|vertrag\\p{L}*|vorgang\\p{L}*|aktenzeichen|konto\\p{L}*|beleg\\p{L}*|gutschein\\p{L}*|serien\\p{L}*',
    'commande|facture|dossier|suivi|contrat|référence|siret|siren|pedido|factura|fatura|referencia|ordine|fattura|zam[óo]wieni\\p{L}|faktur\\p{L}|ordre|tilaus\\p{L}*|beställning\\p{L}*',
    'заказ\\p{L}{0,2}|сч[её]т\\p{L}{0,2}|инн|огрн|注文|商品|受注|伝票|订单|訂單|单号|編號|编号|주문|송장|الطلب|רכישה|הזמנה',
  ].join(
    '|',
  )})s?[ _-]?(?:numbers?|no|nr|num|n[º°]|№|id|code|numm?er|番号|号|號|번호)?[\\]"'.]{0,2}[ :=#/]{0,3}["'#(]{0,2}$|[#№]$`,
  'iu',
);

/** What makes a number a quantity or a change of one. */
export const QUANTITY_AFTER =
  /^\s{0,2}(?:%|‰|[€$£¥₹₽₩]|(?:px|ms|kb|mb|gb|tb|kg|km|m²|pts|kr|zł|kč|ft|eur(?:os?)?|usd|chf|gbp|руб|шт\p{L}{0,3}|stück|stk|people|users?|visitors?|views?|points|units|items?|steps|bytes?|events?|sessions?|sold|rows|records|files|requests|downloads|times|habitants|einwohner\p{L}?|rupees|since|sedan|seit|depuis|years?|seconds?|rooms|desktop)(?!\p{L})|万|円|元|원|人|件|回)/iu;
export const CURRENCY_BEFORE = /(?:[€$£¥₹₽₩Δ]|USD|EUR|GBP|CHF|PLN|RUB|JPY)\s?$/;
