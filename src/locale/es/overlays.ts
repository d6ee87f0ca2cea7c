import type { AssetWords, OverlayWords } from '../words/overlays.ts';
import { counted, format } from './format.ts';

const { percent, bytes, duration } = format;

export const overlays: OverlayWords = {
  nothingToPlay: 'Ninguna grabación',
  openRecording: 'Abrir una grabación',
  dropHere: 'Suelta una grabación aquí',
  orPaste: 'o pégala',
  chooseFile: 'Elegir un archivo',
  acceptedFiles:
    'Abre grabaciones de sesiones de PostHog (una exportación, una descarga de la API o un archivo ZIP) y eventos de rrweb, comprimidos o no. Puedes abrir varios archivos a la vez.',
  staysHere: 'Nada sale de este ordenador.',
  dropToOpen: 'Suelta para abrir',
  loading: 'Cargando la grabación',
  bytesRead: (loaded) => `${bytes(loaded)} leídos`,
  bytesOf: (loaded, total, share) => `${bytes(loaded)} de ${bytes(total)}, ${percent(share)}`,
  waiting: 'Cargando este momento…',
  notOnPaper: 'La página grabada no estaba cargada al imprimir.',
  ended: 'La grabación ha terminado',
  retry: 'Reintentar',
  chooseAnother: 'Elegir otro archivo',
  skipped: (clock) => `Omitido: ${clock}`,
  skippedAloud: (seconds) => `Omitido: ${duration(Math.round(seconds))} sin actividad`,
  passedOver: (seconds) => `Omitido: ${duration(seconds)} sin página grabada.`,
};

export const assets: AssetWords = {
  notLoaded: 'Sin cargar',
  blocked: {
    image: counted('imagen', 'imágenes'),
    stylesheet: counted('hoja de estilo', 'hojas de estilo'),
    font: counted('fuente', 'fuentes'),
    media: counted('vídeo o sonido', 'vídeos y sonidos'),
    frame: counted('marco', 'marcos'),
  },
  blockedFrom: (things, sites) => `Sin cargar: ${things} de ${counted('sitio', 'sitios')(sites)}`,
  showSites: 'Mostrar los sitios',
  load: 'Cargar de todos modos',
  loadMeans: 'Si lo cargas, estos sitios podrán ver que alguien ha abierto esta grabación.',
  dismiss: 'Descartar',
};
