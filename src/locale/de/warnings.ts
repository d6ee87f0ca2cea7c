import type { CostKind } from '../../core/cost-kinds.ts';
import type { CueFault } from '../../core/warnings.ts';
import type { WarningWords } from '../words/warnings.ts';
import { counted, fileNamed, format, theFile } from './format.ts';

const { number, bytes, duration, plural } = format;

/** What is wrong with a cue of a WebVTT file. */
const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': 'Die Datei beginnt nicht mit WEBVTT',
  'no-times': 'Zeiten wie 00:01.000 --> 00:02.500 fehlen',
  'bad-times': 'Die Zeiten sehen nicht aus wie 00:01.000 --> 00:02.500',
  'ends-early': 'Das Ende liegt vor dem Anfang',
};

/** What can be left out of a page because it costs too much. */
const COSTS: Readonly<Record<CostKind, string>> = {
  depth: 'zu tief verschachtelte Elemente',
  levels: 'zu tief verschachtelte Elemente',
  elements: 'zu viele Elemente',
  frames: 'zu viele Frames',
  media: 'zu viele Videos und Töne',
  cells: 'Tabellenzellen, die zu weit reichen',
  pixels: 'zu große Canvas-Elemente und Bilder',
  marks: 'Text mit zu vielen Zeichenkombinationen oder Schriftsystemen',
  quotes: 'zu viele Anführungszeichen',
  drawing: 'Zeichnungen, die sich zu oft wiederholen',
  columns: 'Spalten in Spalten',
  effects: 'Filter, Animationen und Ebenen zu vieler Elemente',
  wrapping: 'ausgeglichene Zeilen in zu tief verschachtelten Elementen',
  matching: 'Stilregeln für zu viele Elemente',
  placing: 'zu viele Floats oder Rasterelemente in einem Element',
  motion: 'Übergänge zu vieler Elemente',
  rules: 'zu tief verschachtelte Stilregeln',
  values: 'Stile mit zu vielen Werten',
  blur: 'zu große Unschärfen',
  strokes: 'zu viele Linien auf einem Canvas',
  fonts: 'zu große Schriftarten',
  families: 'zu viele Schriftarten',
};

export const warnings: WarningWords = {
  'missing-meta': plural({
    one: '# Seite wurde ohne ihre Größe aufgezeichnet und wird in der nächstliegenden bekannten Größe gezeigt.',
    other:
      '# Seiten wurden ohne ihre Größe aufgezeichnet und werden in der nächstliegenden bekannten Größe gezeigt.',
  }),
  'duplicates': counted('doppeltes Ereignis ignoriert.', 'doppelte Ereignisse ignoriert.'),
  'wild-timestamps': counted(
    'Ereignis lag zeitlich weit von allen anderen entfernt und wurde neben seine Nachbarn gerückt.',
    'Ereignisse lagen zeitlich weit von allen anderen entfernt und wurden neben ihre Nachbarn gerückt.',
  ),
  'clock-jump':
    'Die Uhr des aufgezeichneten Geräts wurde verstellt. Die Wiedergabe läuft ohne den Sprung weiter.',
  'seconds': counted(
    'Ereignis war nicht in Millisekunden datiert und wurde umgerechnet.',
    'Ereignisse waren nicht in Millisekunden datiert und wurden umgerechnet.',
  ),
  'duplicate-nodes': counted(
    'Knoten hatte dieselbe Nummer wie ein anderer und bekam eine eigene.',
    'Knoten hatten dieselbe Nummer wie ein anderer und bekamen eigene.',
  ),
  'extension-stripped': (_, { names }) =>
    `Was Browser-Erweiterungen der Seite hinzugefügt hatten, wurde entfernt: ${names.join(', ')}.`,
  'synthetic-snapshot': counted(
    'Bildschirm wurde ohne umgebende Seite aufgezeichnet und bekam eine.',
    'Bildschirme wurden ohne umgebende Seite aufgezeichnet und bekamen eine.',
  ),
  'unknown-version': (_, { version }) =>
    `Der Export gibt als Version „${version}“ an. Er wurde als Version 2023-04-28 gelesen, deren Format er hat.`,
  'undecodable': counted(
    'Ereignis konnte nicht dekodiert werden und wurde weggelassen.',
    'Ereignisse konnten nicht dekodiert werden und wurden weggelassen.',
  ),
  'bad-line': counted(
    'Zeile konnte nicht gelesen werden und wurde weggelassen.',
    'Zeilen konnten nicht gelesen werden und wurden weggelassen.',
  ),
  'truncated': 'Die Datei endet mittendrin. Alles bis dahin wird abgespielt.',
  'broken-off': (_, found) => `${found} Alles, was bis dahin gelesen wurde, wird abgespielt.`,
  'trailing-garbage':
    'Nach dem Ende der Aufzeichnung folgen in der Datei andere Daten, die weggelassen wurden.',
  'bad-block': counted(
    'komprimierter Block ist beschädigt. Was nicht gelesen werden konnte, wurde weggelassen.',
    'komprimierte Blöcke sind beschädigt. Was nicht gelesen werden konnte, wurde weggelassen.',
  ),
  'missing-chunks': counted(
    'Paket von Ereignissen ist unvollständig und wurde weggelassen.',
    'Pakete von Ereignissen sind unvollständig und wurden weggelassen.',
  ),
  'oversized': (count, { limitBytes }) =>
    `${counted('Ereignis war', 'Ereignisse waren')(count)} größer als die erlaubten ${bytes(limitBytes)} und ${count === 1 ? 'wurde' : 'wurden'} weggelassen.`,
  'too-large': (_, found) => `${found} Der Rest wurde weggelassen.`,
  'too-deep': counted(
    'Element war tiefer verschachtelt, als ein Browser zeigen kann, und wurde weggelassen.',
    'Elemente waren tiefer verschachtelt, als ein Browser zeigen kann, und wurden weggelassen.',
  ),
  'too-costly': (count, { kinds }) =>
    `${counted('Teil der Seiten wurde', 'Teile der Seiten wurden')(count)} weggelassen, weil sonst dieser Browser-Tab einfrieren würde: ${format.list([...new Set(kinds.map((kind) => COSTS[kind]))])}.`,
  'cut-text': counted(
    'Text oder Stylesheet war länger, als ein Browser zeigen kann, und wurde gekürzt.',
    'Texte oder Stylesheets waren länger, als ein Browser zeigen kann, und wurden gekürzt.',
  ),
  'second-recorder': counted(
    'Ereignis eines anderen Recorders im selben Fenster, etwa dem eines Frames, wurde weggelassen.',
    'Ereignisse eines anderen Recorders im selben Fenster, etwa dem eines Frames, wurden weggelassen.',
  ),
  'unreplayable': counted(
    'Änderung konnte nicht auf die Seite angewendet werden und wurde weggelassen.',
    'Änderungen konnten nicht auf die Seite angewendet werden und wurden weggelassen.',
  ),
  'damaged-screens': counted(
    'Bildschirm wurde als Bild aufgezeichnet, das beschädigt ist und nicht gezeigt werden kann.',
    'Bildschirme wurden als Bilder aufgezeichnet, die beschädigt sind und nicht gezeigt werden können.',
  ),
  'bad-cue': (count, { file, fault, line }) =>
    count === 1
      ? `Zeile ${number(line)} der Textspur ${fileNamed(file)} wurde weggelassen: ${FAULTS[fault]}.`
      : `${number(count)} Zeilen von Textspuren wurden weggelassen, etwa Zeile ${number(line)} von ${fileNamed(file)}: ${FAULTS[fault]}.`,
  'track-missing': (count, found) =>
    count === 1 ? `Eine Textspur fehlt. ${found}` : `${number(count)} Textspuren fehlen. ${found}`,
  'skipped-file': (count, found) =>
    count === 1
      ? found
      : `${found} ${counted('weitere Datei wurde', 'weitere Dateien wurden')(count - 1)} weggelassen.`,
  'repeated-file': (count, { file }) =>
    count === 1
      ? `${theFile(file)} wurde zweimal geöffnet und einmal gelesen.`
      : `${number(count)} Dateien wurden zweimal geöffnet und einmal gelesen, etwa ${fileNamed(file)}.`,
  'no-first-page': (_, { seconds }) =>
    `In der ersten Zeit (${duration(seconds)}) gibt es keine Seite zu zeigen.`,
  'missing-assets': (count, { sites, moreSites }) => {
    const more = moreSites > 0 ? [`${number(moreSites)} weiteren`] : [];
    const files = counted(
      'Bild, Schriftart oder andere Datei',
      'Bilder, Schriftarten und andere Dateien',
    )(count);
    return `${files} der Seite ${count === 1 ? 'ist' : 'sind'} nicht in der Aufzeichnung (von ${format.list([...sites, ...more])}).`;
  },
  'missing-sheets': counted(
    'Stylesheet, das eine Seite verwendet, ist nicht in der Aufzeichnung.',
    'Stylesheets, die Seiten verwenden, sind nicht in der Aufzeichnung.',
  ),
  'unrecorded-frames': counted(
    'Frame einer anderen Website wurde nicht aufgezeichnet.',
    'Frames anderer Websites wurden nicht aufgezeichnet.',
  ),
  'assets': counted(
    'Bild oder Stylesheet wurde getrennt von seiner Seite aufgezeichnet und wird nicht gezeigt.',
    'Bilder und Stylesheets wurden getrennt von ihren Seiten aufgezeichnet und werden nicht gezeigt.',
  ),
  'webgl': 'Mit WebGL Gezeichnetes wird nicht gezeigt.',
  'canvas-not-drawn': counted(
    'Schritt einer Zeichnung wird nicht gezeigt: Sein Verlauf, Film oder Bild ist nicht in der Aufzeichnung.',
    'Schritte von Zeichnungen werden nicht gezeigt: Ihre Verläufe, Filme oder Bilder sind nicht in der Aufzeichnung.',
  ),
  'styles-refused':
    'Die Sicherheitsrichtlinie dieser Seite blockiert die Stile der aufgezeichneten Seite. Stattdessen embed.html einbetten, das eine eigene Richtlinie hat.',
  'no-worker':
    'Es konnte kein Worker gestartet werden, deshalb liest diese Seite die Aufzeichnung selbst. Eine große kann sie langsam machen.',
  'cover-unmatched': (count, { selectors: [first = ''] }) =>
    count === 1
      ? `„${first}“ in cover trifft auf nichts in dieser Aufzeichnung zu und verbirgt daher nichts.`
      : `${number(count)} Selektoren in cover treffen auf nichts in dieser Aufzeichnung zu und verbergen daher nichts, etwa „${first}“.`,
  'several-recordings':
    'Die Datei enthält mehrere Aufzeichnungen. Sie sind neben der Wiedergabetaste aufgelistet.',
};
