import type { SavedPageWords, ShareWords, TakeOutWords } from '../words/share.ts';
import { counted, format, moment } from './format.ts';

const { number, bytes } = format;

export const share: ShareWords = {
  share: 'Compartir una copia censurada',
  explained: 'La copia se hace en este ordenador. La grabación no cambia, y no se envía nada a ningún sitio.',
  scan: 'Buscar filtraciones',
  scanExplained:
    'Encuentra direcciones de correo, números de tarjetas, cuentas y documentos de identidad, contraseñas, claves y similares en cualquier parte de la grabación. Lo que marques se quita de la copia.',
  scanAgain: 'Buscar de nuevo',
  scanning: 'Buscando en la grabación…',
  nothingFound: 'No se encontró nada. La búsqueda no reconoce nombres, caras ni lo que significa un texto.',
  findings: 'Hallazgos',
  found: counted('valor encontrado.', 'valores encontrados.'),
  selectAll: 'Marcar todo',
  selectNone: 'Desmarcar todo',
  showAt: (what, time) => `${what}: mostrar en ${time}`,
  leakKinds: {
    'email': 'Dirección de correo',
    'phone': 'Número de teléfono',
    'card': 'Tarjeta de pago',
    'iban': 'Cuenta bancaria',
    'national-id': 'Documento de identidad',
    'username': 'Nombre de usuario',
    'password': 'Contraseña',
    'key': 'Clave secreta',
    'token': 'Token de acceso',
    'jwt': 'Token firmado (JWT)',
    'url-credential': 'Credenciales en una dirección',
    'private-address': 'Dirección de red privada',
    'masked-input': 'Valor de un campo enmascarado',
  },
  leakPlaces: {
    'text': 'en la página',
    'canvas': 'en un lienzo',
    'attribute': 'en un atributo',
    'input': 'en un campo',
    'style': 'en un estilo',
    'address': 'en la dirección de la página',
    'network-address': 'en la dirección de una solicitud',
    'network-header': 'en una cabecera de una solicitud',
    'network-body': 'en el cuerpo de una solicitud',
    'console': 'en la consola',
    'config': 'en la configuración del SDK',
    'custom': 'en un evento personalizado',
    'person': 'sobre la persona',
    'marker': 'en el nombre de un evento de analítica',
  },
  removeMore: 'Quitar más',
  pick: 'Elegir un elemento de la página',
  pickHint: 'Haz clic en un elemento para quitarlo, o ve hasta él con las flechas y pulsa Intro.',
  elementSize: (width, height) => ` · ${number(width)} × ${number(height)}`,
  elementTold: (name, width, height) => `${name}, ${number(width)} por ${number(height)} píxeles`,
  picked: 'Elementos elegidos',
  keep: (name) => `Conservar ${name}`,
  fields: {
    selectors: { label: 'Selectores CSS', hint: 'Uno por línea. Se quitan con todo su contenido.' },
    strings: { label: 'Textos', hint: 'Uno por línea. Se quitan en todas partes.' },
    patterns: { label: 'Patrones', hint: 'Expresiones regulares, una por línea.' },
    parameters: { label: 'Parámetros de URL', hint: 'Nombres, o * para todos.' },
  },
  leaveOut: 'Omitir',
  kinds: {
    'console': 'Líneas de la consola',
    'network': 'Solicitudes de red',
    'network-bodies': 'Cuerpos de solicitudes',
    'network-headers': 'Cabeceras de solicitudes',
    'config': 'Configuración del SDK',
    'custom': 'Eventos personalizados',
    'person': 'La persona',
    'masked-inputs': 'Valores de campos enmascarados hallados en otra parte',
  },
  kindHints: {
    'masked-inputs':
      'Lo que el grabador enmascaró mientras se escribía, pero que la grabación contiene en claro de todos modos.',
    'person':
      'Con los nombres, direcciones e identificadores que PostHog conoce de ella, estén donde estén. La clave pública del proyecto y los demás textos de las páginas se quedan.',
  },
  keepOnly: 'Conservar solo',
  range: {
    from: { label: 'Desde', placeholder: 'inicio', now: 'Desde aquí' },
    to: { label: 'Hasta', placeholder: 'final', now: 'Hasta aquí' },
  },
  copy: 'Hacer una copia',
  copyFormat: 'Tipo de archivo',
  copyFormats: {
    'html': {
      label: 'Página web',
      hint: 'Un único archivo HTML con el reproductor y la grabación. Se abre sin red.',
    },
    '2023-04-28': {
      label: 'Exportación de PostHog',
      hint: 'Un archivo JSON que se puede abrir aquí o importar en PostHog.',
    },
  },
  fromNow: 'Empezar en el momento mostrado',
  tracks: 'Con capítulos, subtítulos y notas',
  tracksHint:
    'Lo que quites de la grabación también se quita de ellos. «Buscar filtraciones» no los revisa: léelos antes de compartir.',
  makeCopy: 'Crear la copia',
  makingCopy: 'Creando la copia…',
  copySize: (size) => `La copia ocupa ${bytes(size)}.`,
  removed: (what) => (what.length > 0 ? `Quitado: ${what.join(', ')}.` : 'Nada coincidió con tus reglas.'),
  removedElements: counted('elemento', 'elementos'),
  removedTexts: counted('coincidencia de texto', 'coincidencias de texto'),
  removedEvents: counted('evento o solicitud', 'eventos o solicitudes'),
  byRule: 'Qué quitó cada regla',
  rules: {
    findings: 'Hallazgos marcados',
    elements: 'Elemento elegido',
    selectors: 'Selector CSS',
    strings: 'Texto',
    patterns: 'Patrón',
    urlParameters: 'Parámetro de URL',
    range: 'Fuera de lo que se conserva',
  },
  matchedNothing: 'Sin coincidencias',
  idleRules: counted('regla no coincidió con nada.', 'reglas no coincidieron con nada.'),
  skipped: counted(
    'texto de un elemento quitado es demasiado corto o común para buscarlo en otra parte.',
    'textos de elementos quitados son demasiado cortos o comunes para buscarlos en otra parte.',
  ),
  check: 'Revisar la copia',
  checkExplained: 'Tu grabación, y todo lo que has rellenado aquí, se quedan como están.',
  openCopy: 'Abrir la copia',
  openOriginal: 'Volver a la grabación',
  copyOpen: 'Estás viendo la copia.',
  scanCopy: 'Examinar la copia',
  scanCopyAgain: 'Examinar la copia de nuevo',
  findingsInCopy: 'Hallazgos en la copia',
  notRedacted: 'No se quitó nada: quien reciba la copia verá todo lo que se grabó.',
  saveCopy: 'Guardar la copia',
  saveSummary: 'Guardar una lista de lo que se quitó',
};

export const savedPage: SavedPageWords = {
  title: (startedAt) => `Grabación de sesión, ${moment(startedAt)}`,
  redacted:
    'Esta página reproduce una grabación de sesión que se censuró antes de guardarla. Funciona sin red y no envía nada a ningún sitio.',
  notRedacted:
    'Esta página reproduce una grabación de sesión que NO se censuró: contiene todo lo que se grabó. Funciona sin red y no envía nada a ningún sitio.',
};

export const takeOut: TakeOutWords = {
  format: 'Formato',
  copy: 'Copiar',
  save: 'Guardar',
  making: 'Creando la copia…',
  told: {
    'nothing': '',
    'copied': 'Copiado.',
    'not-copied': 'El navegador no permitió copiar. Guárdalo como archivo.',
  },
};
