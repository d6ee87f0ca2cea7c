import type { CostKind } from '../../core/cost-kinds.ts';
import type { CueFault } from '../../core/warnings.ts';
import type { WarningWords } from '../words/warnings.ts';
import { counted, fileNamed, format, theFile } from './format.ts';

const { number, bytes, duration, plural } = format;

/** What is wrong with a cue of a WebVTT file. */
const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': 'le fichier ne commence pas par WEBVTT',
  'no-times': 'il y manque des temps, comme 00:01.000 --> 00:02.500',
  'bad-times': 'ses temps ne sont pas de la forme 00:01.000 --> 00:02.500',
  'ends-early': 'sa fin vient avant son début',
};

/** What can be left out of a page because it costs too much. */
const COSTS: Readonly<Record<CostKind, string>> = {
  depth: 'éléments trop imbriqués',
  levels: 'éléments trop imbriqués',
  elements: 'trop d’éléments',
  frames: 'trop de cadres',
  media: 'trop de vidéos et de sons',
  cells: 'cellules de tableau trop étendues',
  pixels: 'canvas et images trop grands',
  marks: 'texte avec trop de signes combinés ou d’écritures',
  quotes: 'trop de guillemets',
  drawing: 'dessins qui se répètent trop souvent',
  columns: 'colonnes dans des colonnes',
  effects: 'filtres, animations et calques de trop d’éléments',
  wrapping: 'lignes équilibrées dans des éléments trop imbriqués',
  matching: 'règles de style pour trop d’éléments',
  placing: 'trop d’éléments flottants ou de grille dans un même élément',
  motion: 'transitions de trop d’éléments',
  rules: 'règles de style trop imbriquées',
  values: 'styles avec trop de valeurs',
  blur: 'flous trop larges',
  strokes: 'trop de traits sur un canvas',
  fonts: 'polices trop volumineuses',
  families: 'trop de polices',
};

export const warnings: WarningWords = {
  'missing-meta': plural({
    one: '# page a été enregistrée sans sa taille et est montrée à la taille connue la plus proche.',
    other:
      '# pages ont été enregistrées sans leur taille et sont montrées à la taille connue la plus proche.',
  }),
  'duplicates': counted('événement en double ignoré.', 'événements en double ignorés.'),
  'wild-timestamps': counted(
    'événement était daté loin de tous les autres et a été rapproché de ses voisins.',
    'événements étaient datés loin de tous les autres et ont été rapprochés de leurs voisins.',
  ),
  'clock-jump': 'L’horloge de l’appareil enregistré a été changée. La lecture continue sans le saut.',
  'seconds': counted(
    'événement n’était pas daté en millisecondes et a été converti.',
    'événements n’étaient pas datés en millisecondes et ont été convertis.',
  ),
  'duplicate-nodes': counted(
    'nœud avait le même numéro qu’un autre et en a reçu un à lui.',
    'nœuds avaient le même numéro qu’un autre et en ont reçu un à eux.',
  ),
  'extension-stripped': (_, { names }) =>
    `Ce que des extensions de navigateur avaient ajouté à la page a été retiré\u00a0: ${names.join(', ')}.`,
  'synthetic-snapshot': counted(
    'écran a été enregistré sans page autour et en a reçu une.',
    'écrans ont été enregistrés sans page autour et en ont reçu une.',
  ),
  'unknown-version': (_, { version }) =>
    `L’export se dit de version «\u00a0${version}\u00a0». Il a été lu comme version 2023-04-28, dont il a le format.`,
  'undecodable': counted(
    'événement n’a pas pu être décodé et a été omis.',
    'événements n’ont pas pu être décodés et ont été omis.',
  ),
  'bad-line': counted(
    'ligne n’a pas pu être lue et a été omise.',
    'lignes n’ont pas pu être lues et ont été omises.',
  ),
  'truncated': 'Le fichier s’arrête au milieu. Tout ce qui précède est lu.',
  'broken-off': (_, found) => `${found} Tout ce qui a été reçu jusque-là est lu.`,
  'trailing-garbage':
    'D’autres données suivent la fin de l’enregistrement dans le fichier et ont été omises.',
  'bad-block': counted(
    'bloc compressé est endommagé. Ce qui n’a pas pu être lu a été omis.',
    'blocs compressés sont endommagés. Ce qui n’a pas pu être lu a été omis.',
  ),
  'missing-chunks': counted(
    'lot d’événements est incomplet et a été omis.',
    'lots d’événements sont incomplets et ont été omis.',
  ),
  'oversized': (count, { limitBytes }) =>
    `${counted('événement dépassait', 'événements dépassaient')(count)} la limite de ${bytes(limitBytes)} et ${count === 1 ? 'a été omis' : 'ont été omis'}.`,
  'too-large': (_, found) => `${found} Le reste a été omis.`,
  'too-deep': counted(
    'élément était trop imbriqué pour qu’un navigateur l’affiche et a été omis.',
    'éléments étaient trop imbriqués pour qu’un navigateur les affiche et ont été omis.',
  ),
  'too-costly': (count, { kinds }) =>
    `${counted('partie des pages a été omise', 'parties des pages ont été omises')(count)}, car cet onglet du navigateur se figerait\u00a0: ${format.list([...new Set(kinds.map((kind) => COSTS[kind]))])}.`,
  'cut-text': counted(
    'texte ou feuille de style, trop long pour qu’un navigateur l’affiche, a été coupé.',
    'textes ou feuilles de style, trop longs pour qu’un navigateur les affiche, ont été coupés.',
  ),
  'second-recorder': counted(
    'événement d’un autre enregistreur dans la même fenêtre, tel que celui d’un cadre, a été omis.',
    'événements d’un autre enregistreur dans la même fenêtre, tel que celui d’un cadre, ont été omis.',
  ),
  'unreplayable': counted(
    'changement n’a pas pu être appliqué à la page et a été omis.',
    'changements n’ont pas pu être appliqués à la page et ont été omis.',
  ),
  'damaged-screens': counted(
    'écran a été enregistré comme une image endommagée, qui ne peut pas être montrée.',
    'écrans ont été enregistrés comme des images endommagées, qui ne peuvent pas être montrées.',
  ),
  'bad-cue': (count, { file, fault, line }) =>
    count === 1
      ? `La ligne ${number(line)} de la piste de texte ${fileNamed(file)} a été omise\u00a0: ${FAULTS[fault]}.`
      : `${number(count)} lignes de pistes de texte ont été omises, comme la ligne ${number(line)} de ${fileNamed(file)}\u00a0: ${FAULTS[fault]}.`,
  'track-missing': (count, found) =>
    count === 1
      ? `Une piste de texte manque. ${found}`
      : `${number(count)} pistes de texte manquent. ${found}`,
  'skipped-file': (count, found) =>
    count === 1
      ? found
      : `${found} ${counted('autre fichier a été omis', 'autres fichiers ont été omis')(count - 1)}.`,
  'repeated-file': (count, { file }) =>
    count === 1
      ? `${theFile(file)} a été ouvert deux fois et lu une seule fois.`
      : `${number(count)} fichiers ont été ouverts deux fois et lus une seule fois, comme ${fileNamed(file)}.`,
  'no-first-page': (_, { seconds }) => `Il n’y a pas de page à montrer au début (${duration(seconds)}).`,
  'missing-assets': (count, { sites, moreSites }) => {
    const more = moreSites > 0 ? [`${number(moreSites)} autres`] : [];
    const files = counted('image, police ou autre fichier', 'images, polices et autres fichiers')(count);
    return `${files} de la page ${count === 1 ? 'n’est' : 'ne sont'} pas dans l’enregistrement (de ${format.list([...sites, ...more])}).`;
  },
  'missing-sheets': counted(
    'feuille de style qu’une page utilise n’est pas dans l’enregistrement.',
    'feuilles de style que des pages utilisent ne sont pas dans l’enregistrement.',
  ),
  'unrecorded-frames': counted(
    'cadre d’un autre site n’a pas été enregistré.',
    'cadres d’autres sites n’ont pas été enregistrés.',
  ),
  'assets': counted(
    'image ou feuille de style a été enregistrée à part de sa page et n’est pas montrée.',
    'images et feuilles de style ont été enregistrées à part de leurs pages et ne sont pas montrées.',
  ),
  'webgl': 'Les dessins faits avec WebGL ne sont pas montrés.',
  'canvas-not-drawn': counted(
    'étape d’un dessin n’est pas montrée\u00a0: l’enregistrement ne contient pas son dégradé, son film ou son image.',
    'étapes de dessins ne sont pas montrées\u00a0: l’enregistrement ne contient pas leurs dégradés, films ou images.',
  ),
  'styles-refused':
    'La politique de sécurité de cette page bloque les styles de la page enregistrée. Intégrez plutôt embed.html, qui a sa propre politique.',
  'no-worker':
    'Aucun worker n’a pu démarrer, cette page lit donc elle-même l’enregistrement. S’il est volumineux, elle peut ralentir.',
  'cover-unmatched': (count, { selectors: [first = ''] }) =>
    count === 1
      ? `«\u00a0${first}\u00a0» dans cover ne correspond à rien dans cet enregistrement, et ne masque donc rien.`
      : `${number(count)} sélecteurs de cover ne correspondent à rien dans cet enregistrement, et ne masquent donc rien, comme «\u00a0${first}\u00a0».`,
  'several-recordings':
    'Le fichier contient plusieurs enregistrements. Ils sont listés à côté du bouton de lecture.',
};
