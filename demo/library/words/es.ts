import { partsOf } from '../../../src/locale/parts.ts';
import type { LibraryWords } from '../words.ts';

const { format, counted } = partsOf('es');
const { bytes, number, list } = format;
const recordings = counted('grabación', 'grabaciones');

export const spanish: LibraryWords = {
  library: 'Biblioteca',
  stays: 'Lo que guardas se queda en este navegador, en este dispositivo. No se envía a ningún sitio.',
  search: 'Buscar nombres, etiquetas, ID de sesión y direcciones',
  import: 'Importar',
  export: 'Exportar todo',
  deleteAll: 'Eliminar todo',
  open: 'Abrir',
  openNamed: (name) => `Abrir ${name}`,
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  tagsOf: (name) => `Etiquetas de ${name}`,
  addTag: 'Añadir una etiqueta',
  addTagTo: (name) => `Añadir una etiqueta a ${name}`,
  removeTag: (tag) => `Quitar la etiqueta ${tag}`,
  unnamed: 'Grabación sin nombre',
  recordings,
  found: counted('grabación encontrada', 'grabaciones encontradas'),
  files: counted('archivo', 'archivos'),
  used: (used) => `${bytes(used)} en uso en este dispositivo`,
  usedOf: (used, quota) => `${bytes(used)} en uso de ${bytes(quota)} que ofrece el navegador`,
  nothingKept: 'Todavía no has guardado nada',
  howToKeep:
    'Abre una grabación y elige «Guardar en este dispositivo», o importa una biblioteca exportada antes.',
  nothingFound: 'Ninguna grabación coincide con la búsqueda.',
  askRemove: (name) => `¿Quitar «${name}» de este dispositivo?`,
  askDeleteAll: (count) => `¿Eliminar ${recordings(count)} de este dispositivo?`,
  cannotBeUndone: 'No se puede deshacer. Tus archivos en otros lugares se conservan.',
  deletedAll: 'Se ha eliminado todo.',
  removed: (name) => `Se ha quitado «${name}».`,
  importing: 'Importando…',
  exporting: 'Exportando…',
  exported: (count) => `Entregado al navegador en un solo archivo: ${recordings(count)}.`,
  imported: ({ kept, known }) =>
    `${counted('grabación importada', 'grabaciones importadas')(kept)}.${known > 0 ? ` Ya guardadas: ${number(known)}.` : ''}`,
  damaged: (count, names) =>
    `No se han podido leer, por estar dañadas o faltar en el archivo ZIP: ${recordings(count)}${names.length > 0 ? ` (${list(names)})` : ''}.`,
  problems: {
    'full':
      'No hay espacio suficiente en este dispositivo, o el navegador no ofrece más. No se ha perdido nada. Quita grabaciones o libera espacio y vuelve a intentarlo.',
    'unavailable':
      'Este navegador no guarda nada aquí. Puede deberse a una ventana privada o a ajustes que bloquean los datos de sitios. Aun así puedes reproducir grabaciones.',
    'unreadable':
      'No se ha podido leer un archivo. Quizá se ha movido o modificado. Ábrelo de nuevo y después guárdalo.',
    'not-an-archive':
      'No es una biblioteca: no es un archivo ZIP, o está dañado. Importa un archivo creado con «Exportar todo». Para guardar una grabación, ábrela y elige «Guardar en este dispositivo».',
    'no-list': (found, more) =>
      `Este archivo ZIP no es una biblioteca: no contiene library.json, sino ${list([...found, ...(more > 0 ? [`${number(more)} más`] : [])])}. Si son grabaciones, abre el archivo en el reproductor y elige «Guardar en este dispositivo».`,
    'bad-list':
      'La lista de grabaciones de este archivo ZIP, library.json, no se puede leer. Abre el archivo en el reproductor: encuentra las grabaciones que contiene.',
    'later-version':
      'Una versión posterior de este visor ha creado esta biblioteca. Recarga el visor y vuelve a intentarlo.',
    'changed': 'El archivo de esta dirección ya es otro. Cárgalo de nuevo y después guárdalo.',
    'gone': 'Esta grabación ya no está guardada. Se quitó en otra pestaña.',
  },
};
