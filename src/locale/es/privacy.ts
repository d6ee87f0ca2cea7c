import type { PrivacyWords } from '../words/privacy.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const privacy: PrivacyWords = {
  privacy: 'Privacidad',
  onScreen: (count) => `Privacidad, ${count} ocultos en pantalla`,
  overlaysOff: 'Privacidad, marcas desactivadas',
  showMasks: 'Marcar lo que está oculto en la página',
  masks: {
    blocked: {
      name: 'Bloqueado',
      many: 'elementos bloqueados',
      count: counted('elemento bloqueado', 'elementos bloqueados'),
      meaning: 'Solo se grabó su tamaño.',
    },
    text: {
      name: 'Texto enmascarado',
      many: 'textos enmascarados',
      count: counted('texto enmascarado', 'textos enmascarados'),
      meaning: 'El grabador sustituyó sus caracteres por asteriscos.',
    },
    input: {
      name: 'Campo enmascarado',
      many: 'campos enmascarados',
      count: counted('campo enmascarado', 'campos enmascarados'),
      meaning: 'El grabador sustituyó lo que se escribió por asteriscos.',
    },
    exposed: {
      name: 'No enmascarado del todo',
      many: 'campos no enmascarados del todo',
      count: counted('campo no enmascarado del todo', 'campos no enmascarados del todo'),
      meaning:
        'El grabador sustituyó lo que se escribió por asteriscos, pero la grabación también lo contiene en claro. «Compartir una copia censurada» lo quita.',
    },
    ignored: {
      name: 'Campo ignorado',
      many: 'campos ignorados',
      count: counted('campo ignorado', 'campos ignorados'),
      meaning: 'Se indicó al grabador que no grabara lo que se escribe aquí.',
    },
    network: {
      name: 'Solicitud censurada',
      many: 'solicitudes censuradas',
      count: counted('solicitud censurada', 'solicitudes censuradas'),
      meaning: 'Se quitó una cabecera, el cuerpo o parte de la dirección. No está en la página.',
    },
    canvas: {
      name: 'Lienzo no grabado',
      many: 'lienzos no grabados',
      count: counted('lienzo no grabado', 'lienzos no grabados'),
      meaning: 'Lo que se dibujó aquí no se grabó.',
    },
    frame: {
      name: 'Marco no grabado',
      many: 'marcos no grabados',
      count: counted('marco no grabado', 'marcos no grabados'),
      meaning: 'Una página de otro sitio, cuyo interior el grabador no puede ver.',
    },
    covered: {
      name: 'Oculto por esta página',
      many: 'elementos ocultos por esta página',
      count: counted('elemento oculto por esta página', 'elementos ocultos por esta página'),
      meaning: 'Se grabó, pero se indicó a este reproductor que no lo muestre.',
    },
    redacted: {
      name: 'Quitado de esta copia',
      many: 'elementos quitados de esta copia',
      count: counted('elemento quitado de esta copia', 'elementos quitados de esta copia'),
      meaning: 'La grabación lo contenía. Se quitó al crear esta copia, y no está en este archivo.',
    },
  },
  hiddenOnScreen: (what) => `Oculto en pantalla: ${what}`,
  hiddenOnTimeline: (seconds) => `Hay algo oculto durante ${duration(Math.round(seconds))} de la grabación`,
  hiddenAt: (kinds) => `Oculto: ${kinds}`,
  kinds: 'Qué está oculto',
  now: 'Ahora',
  total: 'Total',
  occurrences: 'Apariciones',
  notOnPage: 'No está en la página',
  outOfSight: 'Fuera de la vista en este momento',
  nothing: 'No se encontró ningún indicio de contenido oculto.',
  searching: 'Buscando en la grabación…',
  later: 'Los totales aparecen cuando se ha cargado toda la grabación.',
  position: (index, total) => `${number(index)} de ${number(total)}`,
  previous: 'Aparición anterior',
  next: 'Aparición siguiente',
};
