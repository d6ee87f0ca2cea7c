import type { CostKind } from '../../core/cost-kinds.ts';
import type { CueFault } from '../../core/warnings.ts';
import type { WarningWords } from '../words/warnings.ts';
import { counted, fileNamed, format, theFile } from './format.ts';

const { number, bytes, duration, plural } = format;

/** What is wrong with a cue of a WebVTT file. */
const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': 'el archivo no empieza por WEBVTT',
  'no-times': 'no tiene tiempos, como 00:01.000 --> 00:02.500',
  'bad-times': 'sus tiempos no son como 00:01.000 --> 00:02.500',
  'ends-early': 'su final va antes que su inicio',
};

/** What can be left out of a page because it costs too much. */
const COSTS: Readonly<Record<CostKind, string>> = {
  depth: 'elementos anidados a demasiada profundidad',
  levels: 'elementos anidados a demasiada profundidad',
  elements: 'demasiados elementos',
  frames: 'demasiados marcos',
  media: 'demasiados vídeos y sonidos',
  cells: 'celdas de tabla que abarcan demasiado',
  pixels: 'lienzos e imágenes demasiado grandes',
  marks: 'texto con demasiados signos combinados o escrituras',
  quotes: 'demasiadas comillas',
  drawing: 'dibujos que se repiten demasiado',
  columns: 'columnas dentro de columnas',
  effects: 'filtros, animaciones y capas de demasiados elementos',
  wrapping: 'líneas equilibradas en elementos anidados a demasiada profundidad',
  matching: 'reglas de estilo para demasiados elementos',
  placing: 'demasiados elementos flotantes o de cuadrícula en un mismo elemento',
  motion: 'transiciones de demasiados elementos',
  rules: 'reglas de estilo anidadas a demasiada profundidad',
  values: 'estilos con demasiados valores',
  blur: 'desenfoques demasiado amplios',
  strokes: 'demasiadas líneas en un lienzo',
  fonts: 'fuentes demasiado grandes',
  families: 'demasiadas fuentes',
};

export const warnings: WarningWords = {
  'missing-meta': plural({
    one: '# página se grabó sin su tamaño y se muestra con el tamaño conocido más cercano.',
    other: '# páginas se grabaron sin su tamaño y se muestran con el tamaño conocido más cercano.',
  }),
  'duplicates': counted('evento duplicado ignorado.', 'eventos duplicados ignorados.'),
  'wild-timestamps': counted(
    'evento tenía una fecha muy alejada de los demás y se acercó a sus vecinos.',
    'eventos tenían una fecha muy alejada de los demás y se acercaron a sus vecinos.',
  ),
  'clock-jump': 'Se cambió el reloj del dispositivo grabado. La reproducción continúa sin el salto.',
  'seconds': counted(
    'evento no estaba fechado en milisegundos y se convirtió.',
    'eventos no estaban fechados en milisegundos y se convirtieron.',
  ),
  'duplicate-nodes': counted(
    'nodo tenía el mismo número que otro y recibió uno propio.',
    'nodos tenían el mismo número que otro y recibieron uno propio.',
  ),
  'extension-stripped': (_, { names }) =>
    `Se quitó lo que las extensiones del navegador habían añadido a la página: ${names.join(', ')}.`,
  'synthetic-snapshot': counted(
    'pantalla se grabó sin una página alrededor y recibió una.',
    'pantallas se grabaron sin una página alrededor y recibieron una.',
  ),
  'unknown-version': (_, { version }) =>
    `La exportación dice ser de la versión «${version}». Se leyó como versión 2023-04-28, cuyo formato tiene.`,
  'undecodable': counted(
    'evento no se pudo descodificar y se omitió.',
    'eventos no se pudieron descodificar y se omitieron.',
  ),
  'bad-line': counted('línea no se pudo leer y se omitió.', 'líneas no se pudieron leer y se omitieron.'),
  'truncated': 'El archivo se interrumpe a la mitad. Se reproduce todo lo anterior.',
  'broken-off': (_, found) => `${found} Se reproduce todo lo leído hasta ahí.`,
  'trailing-garbage': 'Tras el final de la grabación, el archivo contiene otros datos, que se omitieron.',
  'bad-block': counted(
    'bloque comprimido está dañado. Lo que no se pudo leer se omitió.',
    'bloques comprimidos están dañados. Lo que no se pudo leer se omitió.',
  ),
  'missing-chunks': counted(
    'lote de eventos está incompleto y se omitió.',
    'lotes de eventos están incompletos y se omitieron.',
  ),
  'oversized': (count, { limitBytes }) =>
    `${counted('evento superaba', 'eventos superaban')(count)} el límite de ${bytes(limitBytes)} y ${count === 1 ? 'se omitió' : 'se omitieron'}.`,
  'too-large': (_, found) => `${found} El resto se omitió.`,
  'too-deep': counted(
    'elemento estaba anidado a más profundidad de la que un navegador puede mostrar y se omitió.',
    'elementos estaban anidados a más profundidad de la que un navegador puede mostrar y se omitieron.',
  ),
  'too-costly': (count, { kinds }) =>
    `${counted('parte de las páginas se omitió', 'partes de las páginas se omitieron')(count)}, porque bloquearía esta pestaña del navegador: ${format.list([...new Set(kinds.map((kind) => COSTS[kind]))])}.`,
  'cut-text': counted(
    'texto u hoja de estilo era más largo de lo que un navegador puede mostrar y se cortó.',
    'textos u hojas de estilo eran más largos de lo que un navegador puede mostrar y se cortaron.',
  ),
  'second-recorder': counted(
    'evento de otro grabador en la misma ventana, como el de un marco, se omitió.',
    'eventos de otro grabador en la misma ventana, como el de un marco, se omitieron.',
  ),
  'unreplayable': counted(
    'cambio no se pudo aplicar a la página y se omitió.',
    'cambios no se pudieron aplicar a la página y se omitieron.',
  ),
  'damaged-screens': counted(
    'pantalla se grabó como una imagen que está dañada y no se puede mostrar.',
    'pantallas se grabaron como imágenes que están dañadas y no se pueden mostrar.',
  ),
  'bad-cue': (count, { file, fault, line }) =>
    count === 1
      ? `Se omitió la línea ${number(line)} de la pista de texto ${fileNamed(file)}: ${FAULTS[fault]}.`
      : `Se omitieron ${number(count)} líneas de pistas de texto, como la línea ${number(line)} de ${fileNamed(file)}: ${FAULTS[fault]}.`,
  'track-missing': (count, found) =>
    count === 1 ? `Falta una pista de texto. ${found}` : `Faltan ${number(count)} pistas de texto. ${found}`,
  'skipped-file': (count, found) =>
    count === 1
      ? found
      : `${found} ${counted('archivo más se omitió', 'archivos más se omitieron')(count - 1)}.`,
  'repeated-file': (count, { file }) =>
    count === 1
      ? `${theFile(file)} se abrió dos veces y se leyó una.`
      : `${number(count)} archivos se abrieron dos veces y se leyeron una, como ${fileNamed(file)}.`,
  'no-first-page': (_, { seconds }) =>
    `No hay ninguna página que mostrar al principio (${duration(seconds)}).`,
  'missing-assets': (count, { sites, moreSites }) => {
    const more = moreSites > 0 ? [`${number(moreSites)} más`] : [];
    const files = counted('imagen, fuente u otro archivo', 'imágenes, fuentes y otros archivos')(count);
    return `${files} de la página no ${count === 1 ? 'está' : 'están'} en la grabación (de ${format.list([...sites, ...more])}).`;
  },
  'missing-sheets': counted(
    'hoja de estilo que usa una página no está en la grabación.',
    'hojas de estilo que usan las páginas no están en la grabación.',
  ),
  'unrecorded-frames': counted('marco de otro sitio no se grabó.', 'marcos de otros sitios no se grabaron.'),
  'assets': counted(
    'imagen u hoja de estilo se grabó aparte de su página y no se muestra.',
    'imágenes y hojas de estilo se grabaron aparte de sus páginas y no se muestran.',
  ),
  'webgl': 'Los dibujos hechos con WebGL no se muestran.',
  'canvas-not-drawn': counted(
    'paso de un dibujo no se muestra: la grabación no contiene su degradado, vídeo o imagen.',
    'pasos de dibujos no se muestran: la grabación no contiene sus degradados, vídeos o imágenes.',
  ),
  'styles-refused':
    'La política de seguridad de esta página bloquea los estilos de la página grabada. Incrusta en su lugar embed.html, que tiene su propia política.',
  'no-worker':
    'No se pudo iniciar ningún worker, así que esta página lee la grabación por sí misma. Si es grande, puede volverse lenta.',
  'cover-unmatched': (count, { selectors: [first = ''] }) =>
    count === 1
      ? `«${first}» en cover no coincide con nada de esta grabación, así que no oculta nada.`
      : `${number(count)} selectores de cover no coinciden con nada de esta grabación, así que no ocultan nada, como «${first}».`,
  'several-recordings': 'El archivo contiene varias grabaciones. Aparecen junto al botón de reproducción.',
};
