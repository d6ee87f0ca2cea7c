import type { ErrorWords, RuleWords } from '../words/errors.ts';
import { counted, format, theFile } from './format.ts';

const { number, bytes } = format;

const SIGN_IN =
  'Si allí hace falta iniciar sesión, haz que se envíen las cookies: crossorigin="use-credentials" en el reproductor, o la respuesta de tu propio fetch() en lugar de la dirección.';

const EXPORT =
  'Abre la sesión en la reproducción de sesiones de PostHog, expórtala desde el menú y abre ese archivo.';

export const errors: ErrorWords = {
  headings: {
    'network': 'No se pudo descargar la grabación',
    'not-a-recording': 'Esto no es una grabación de sesión',
    'unsupported-version': 'Esta grabación tiene una versión desconocida',
    'corrupt': 'La grabación está dañada',
    'empty': 'La grabación está vacía',
    'unplayable': 'La grabación no se puede reproducir',
    'aborted': 'Se detuvo la carga',
    'too-large': 'La grabación es demasiado grande',
  },
  advice: {
    'network': 'Inténtalo de nuevo, o elige un archivo de este ordenador.',
    'not-a-recording':
      'Elige una exportación de PostHog, una descarga de la API, un archivo ZIP o eventos grabados por rrweb.',
    'unsupported-version':
      'Se pueden abrir las versiones 2023-04-28 y 2022-12-02. Exporta la grabación de nuevo, o usa una versión más reciente de este reproductor.',
    'corrupt': 'Descárgala o expórtala de nuevo. Puede que esté incompleta.',
    'empty': 'Elige otro archivo, o exporta la sesión de nuevo.',
    'unplayable': 'Si venía en varias partes, ábrelas juntas. Si no, exporta la sesión de nuevo.',
    'aborted': 'Inténtalo de nuevo, o elige otro archivo.',
    'too-large':
      'Elige una grabación más corta o una sola parte de esta. La página que incrusta el reproductor puede subir el límite (limits).',
  },
  adviceFor: {
    'not-an-address': 'Comprueba la dirección, o elige un archivo de este ordenador.',
    'unreachable': 'Descarga el archivo y ábrelo aquí.',
    'file-address': 'Suelta el archivo aquí, o elígelo.',
    'refused': 'Comprueba la dirección, y si has iniciado sesión allí.',
    'signed-out': SIGN_IN,
    'sign-in-page': SIGN_IN,
    'no-file': 'Comprueba su ruta, y si tienes permiso para leerlo.',
    'sources-list':
      'Descarga los snapshots de cada fuente que nombra (la misma dirección con ?source=blob_v2&start_blob_key=…&end_blob_key=…) y ábrelos juntos.',
    'deleted': 'Elige otra grabación.',
    'metadata-only': 'Descarga sus snapshots, o exporta la grabación.',
    'recordings-list': EXPORT,
    'analytics-events': EXPORT,
    'har': 'Ábrelo en el panel de red de las herramientas de desarrollo de un navegador.',
    'playwright-trace': 'Ábrelo con «npx playwright show-trace».',
    'server-error': 'Corrige lo que indica, y descarga la grabación de nuevo.',
    'no-events': 'Expórtala de nuevo cuando PostHog haya terminado de procesar la sesión.',
    'nothing-to-load': 'Define src, o llama a load() con una grabación.',
    'damaged-snapshot': 'Descarga o exporta la sesión de nuevo.',
    'sandboxed':
      'La página que la contiene debe permitir el origen a su marco: sandbox="allow-scripts allow-same-origin".',
    'page-not-built': 'Exporta la sesión de nuevo, o elige otro archivo.',
    'invalid-rule': 'Tiene que corregirlo la página que incrusta el reproductor.',
    'not-webvtt': 'Una pista de texto empieza por WEBVTT y tiene tiempos como 00:01.000 --> 00:02.500.',
    'bomb': 'Elige otro archivo.',
  },
  found: {
    'not-an-address': ({ address }) => `«${address}» no es una dirección que se pueda cargar.`,
    'unreachable': ({ address }) =>
      `No se pudo cargar la dirección ${address}: no hay conexión, o su servidor no permite que esta página la lea (CORS).`,
    'file-address': ({ address }) =>
      `${address} es un archivo de un disco, que los navegadores no dejan leer a ninguna página por su dirección.`,
    'refused': ({ address, status, answer }) =>
      answer === undefined
        ? `La dirección ${address} respondió «${status}».`
        : `La dirección ${address} respondió «${status}» y dice: «${answer}».`,
    'signed-out': ({ address, status }) =>
      `La dirección ${address}, pedida sin cookies, respondió «${status}».`,
    'no-file': ({ file, detail }) => `${theFile(file)} no se pudo leer (${detail}).`,
    'sources-list': ({ file }) =>
      `${theFile(file)} enumera las fuentes de una grabación, pero no la contiene.`,
    'deleted': 'PostHog respondió que esta grabación se ha eliminado.',
    'metadata-only': ({ file }) =>
      `${theFile(file)} describe una grabación (su duración, sus clics y la persona), pero no la contiene.`,
    'recordings-list': ({ file }) => `${theFile(file)} enumera grabaciones, pero no las contiene.`,
    'analytics-events': ({ file }) =>
      `${theFile(file)} contiene eventos de analítica o las filas de una consulta, y no una grabación de sesión.`,
    'har': ({ file }) =>
      `${theFile(file)} es un HAR, un registro de solicitudes de red, y no una grabación de sesión.`,
    'playwright-trace': ({ file }) =>
      `${theFile(file)} es una traza de Playwright, y no una grabación de sesión.`,
    'server-error': ({ file, answer }) =>
      `${theFile(file)} contiene el error de un servidor en lugar de una grabación: «${answer}».`,
    'media': ({ file, medium }) => {
      const media = { image: 'una imagen', video: 'un vídeo', pdf: 'un PDF' };
      return `${theFile(file)} es ${media[medium]}, y no una grabación de sesión.`;
    },
    'archive': ({ file, files }) =>
      `${theFile(file)} es un archivo comprimido. Entre ${counted('archivo', 'archivos')(files)} no hay ninguna grabación de sesión.`,
    'html': ({ file }) =>
      `${theFile(file)} es una página HTML, quizá de inicio de sesión o de error, y no una grabación de sesión.`,
    'sign-in-page': ({ address }) =>
      `Pedida sin cookies, la dirección lleva a una página, quizá para iniciar sesión (${address}), y no a una grabación de sesión.`,
    'text': ({ file, start }) =>
      `${theFile(file)} es un texto que empieza por «${start}», y no una grabación de sesión.`,
    'binary': ({ file }) => `${theFile(file)} contiene datos binarios, y no una grabación de sesión.`,
    'other-json': ({ file, keys }) => {
      const names = keys.map((key) => `«${key}»`).join(', ');
      const found = names === '' ? 'JSON sin eventos' : `un objeto JSON con las claves ${names}`;
      return `${theFile(file)} es ${found}, y no una grabación de sesión.`;
    },
    'not-webvtt': ({ file, line }) =>
      `${theFile(file)} no es WebVTT: no se pudo leer la línea ${number(line)}, y no hay ninguna entrada.`,
    'unknown-version': ({ file, version }) =>
      `${theFile(file)} dice ser de la versión «${version}», cuyo formato se desconoce.`,
    'cut-off': ({ file }) => `${theFile(file)} se interrumpe antes de su primer evento.`,
    'damaged-packing': ({ file }) =>
      `${theFile(file)} está comprimido y dañado. No se pudo leer nada de su contenido.`,
    'unreadable': ({ file, detail }) => `${theFile(file)} no se pudo leer (${detail}).`,
    'empty-file': ({ file }) => `${theFile(file)} está vacío.`,
    'no-events': ({ file }) => `${theFile(file)} no contiene eventos.`,
    'nothing-to-load': 'No hay nada que cargar.',
    'single-event': ({ file }) =>
      `${theFile(file)} contiene un solo evento. Una grabación necesita al menos dos.`,
    'no-snapshot': ({ file, events }) =>
      `${theFile(file)} contiene ${number(events)} eventos, pero ningún snapshot completo de una página por el que empezar.`,
    'damaged-snapshot': ({ file }) =>
      `${theFile(file)} contiene un snapshot completo de una página, pero está dañado y no se puede descodificar.`,
    'page-not-built': ({ detail }) => `No se pudo construir la página grabada (${detail}).`,
    'sandboxed': 'Esta página está en un marco en el que no se puede proteger ninguna página grabada.',
    'stopped': 'La carga se detuvo antes de leer la grabación.',
    'closed': 'La grabación se cerró.',
    'too-many-bytes': ({ limit }) =>
      `La grabación contiene más de ${bytes(limit)} de datos, que es el límite.`,
    'too-many-events': ({ limit }) =>
      `La grabación contiene más de ${counted('evento', 'eventos')(limit)}, que es el límite.`,
    'bomb': ({ file, ratio }) =>
      `${theFile(file)}, al descomprimirse, ocupa más de ${number(ratio)} veces su tamaño, como no lo hace ninguna grabación.`,
  },
};

export const rules: RuleWords = {
  'not-a-selector': ({ rule }) =>
    `«${rule}» no es un selector válido. Son válidos, por ejemplo, #id, .class e input[type="email"].`,
  'unsupported-selector': ({ rule, part }) =>
    `«${rule}» usa ${part}, que no se admite. Se admiten tipos, clases, identificadores, atributos, los combinadores " ", ">", "+", "~" y :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() y lo mismo con -of-type y -last-.`,
  'not-a-pattern': ({ rule }) => `«${rule}» no es una expresión regular válida.`,
  'too-short': ({ rule }) =>
    `«${rule}» es demasiado corto para quitarlo en todas partes. Usa al menos dos caracteres.`,
  'not-a-range': () => 'Escribe los tiempos como 1:02. El final debe ir después del inicio.',
};
