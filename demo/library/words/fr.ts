import { partsOf } from '../../../src/locale/parts.ts';
import type { LibraryWords } from '../words.ts';

const { format, counted } = partsOf('fr');
const { bytes, number, list } = format;
const recordings = counted('enregistrement', 'enregistrements');

export const french: LibraryWords = {
  library: 'Bibliothèque',
  stays: 'Ce que vous gardez reste dans ce navigateur, sur cet appareil. Rien n’est envoyé.',
  search: 'Rechercher des noms, étiquettes, identifiants de session et adresses',
  import: 'Importer',
  export: 'Tout exporter',
  deleteAll: 'Tout supprimer',
  open: 'Ouvrir',
  openNamed: (name) => `Ouvrir ${name}`,
  remove: 'Retirer',
  removeNamed: (name) => `Retirer ${name}`,
  tagsOf: (name) => `Étiquettes de ${name}`,
  addTag: 'Ajouter une étiquette',
  addTagTo: (name) => `Ajouter une étiquette à ${name}`,
  removeTag: (tag) => `Retirer l’étiquette ${tag}`,
  unnamed: 'Enregistrement sans nom',
  recordings,
  found: counted('enregistrement trouvé', 'enregistrements trouvés'),
  files: counted('fichier', 'fichiers'),
  used: (used) => `${bytes(used)} utilisés sur cet appareil`,
  usedOf: (used, quota) => `${bytes(used)} utilisés sur ${bytes(quota)} offerts par le navigateur`,
  nothingKept: 'Rien n’est encore gardé',
  howToKeep:
    'Ouvrez un enregistrement et choisissez «\u00a0Garder sur cet appareil\u00a0», ou importez une bibliothèque exportée auparavant.',
  nothingFound: 'Aucun enregistrement ne correspond à la recherche.',
  askRemove: (name) => `Retirer «\u00a0${name}\u00a0» de cet appareil\u00a0?`,
  askDeleteAll: (count) => `Supprimer ${recordings(count)} de cet appareil\u00a0?`,
  cannotBeUndone: 'Cette action est définitive. Vos fichiers rangés ailleurs restent.',
  deletedAll: 'Tout a été supprimé.',
  removed: (name) => `«\u00a0${name}\u00a0» a été retiré.`,
  importing: 'Importation…',
  exporting: 'Exportation…',
  exported: (count) => `Remis au navigateur dans un seul fichier\u00a0: ${recordings(count)}.`,
  imported: ({ kept, known }) =>
    `${counted('enregistrement importé', 'enregistrements importés')(kept)}.${known > 0 ? ` Déjà gardés\u00a0: ${number(known)}.` : ''}`,
  damaged: (count, names) =>
    `Illisibles, car endommagés ou absents de l’archive\u00a0: ${recordings(count)}${names.length > 0 ? ` (${list(names)})` : ''}.`,
  problems: {
    'full':
      'Il n’y a pas assez de place sur cet appareil, ou le navigateur n’en offre pas davantage. Rien n’est perdu. Retirez des enregistrements ou libérez de l’espace, puis réessayez.',
    'unavailable':
      'Ce navigateur ne garde rien ici, peut-être à cause d’une fenêtre privée ou de réglages qui bloquent les données de sites. Vous pouvez tout de même lire des enregistrements.',
    'unreadable':
      'Un fichier n’a pas pu être lu. Il a peut-être été déplacé ou modifié. Ouvrez-le de nouveau, puis gardez-le.',
    'not-an-archive':
      'Ce n’est pas une bibliothèque\u00a0: ce fichier n’est pas une archive ZIP, ou elle est endommagée. Importez un fichier créé par «\u00a0Tout exporter\u00a0». Pour garder un enregistrement, ouvrez-le et choisissez «\u00a0Garder sur cet appareil\u00a0».',
    'no-list': (found, more) =>
      `Cette archive n’est pas une bibliothèque\u00a0: elle ne contient pas library.json, mais ${list([...found, ...(more > 0 ? [`${number(more)} de plus`] : [])])}. Si ce sont des enregistrements, ouvrez l’archive dans le lecteur et choisissez «\u00a0Garder sur cet appareil\u00a0».`,
    'bad-list':
      'La liste des enregistrements de cette archive, library.json, est illisible. Ouvrez l’archive dans le lecteur\u00a0: il y trouve les enregistrements.',
    'later-version':
      'Cette bibliothèque a été créée par une version plus récente de cette page. Rechargez la page, puis réessayez.',
    'changed': 'Le fichier à cette adresse n’est plus le même. Chargez-le de nouveau, puis gardez-le.',
    'gone': 'Cet enregistrement n’est plus gardé. Il a été retiré dans un autre onglet.',
  },
};
