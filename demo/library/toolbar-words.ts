/** The tags of the languages that the player speaks. */
export type LanguageTag = 'en' | 'de' | 'fr' | 'es' | 'zh-Hans';

/** What stands above the player: words that are there before the library is loaded. */
export interface ToolbarWords {
  readonly library: string;
  readonly keep: string;
  /** While it is being kept. */
  readonly keeping: string;
  readonly kept: string;
  readonly remove: string;
  /** The same, said without what stands beside it. */
  readonly removeKept: string;
}

const WORDS: Readonly<Record<LanguageTag, ToolbarWords>> = {
  'en': {
    library: 'Library',
    keep: 'Keep on this device',
    keeping: 'Keeping…',
    kept: 'Kept on this device',
    remove: 'Remove',
    removeKept: 'Remove from this device',
  },
  'de': {
    library: 'Bibliothek',
    keep: 'Auf diesem Gerät behalten',
    keeping: 'Wird abgelegt …',
    kept: 'Liegt auf diesem Gerät',
    remove: 'Entfernen',
    removeKept: 'Entfernen, von diesem Gerät',
  },
  'fr': {
    library: 'Bibliothèque',
    keep: 'Garder sur cet appareil',
    keeping: 'Mise en bibliothèque…',
    kept: 'Gardé sur cet appareil',
    remove: 'Retirer',
    removeKept: 'Retirer de cet appareil',
  },
  'es': {
    library: 'Biblioteca',
    keep: 'Guardar en este dispositivo',
    keeping: 'Guardando…',
    kept: 'Guardada en este dispositivo',
    remove: 'Quitar',
    removeKept: 'Quitar de este dispositivo',
  },
  'zh-Hans': {
    library: '录制库',
    keep: '保存在此设备上',
    keeping: '正在保存…',
    kept: '已保存在此设备上',
    remove: '移除',
    removeKept: '移除，不再保存在此设备上',
  },
};

/** @param tag of a table of the player */
export function toolbarWords(tag: string): ToolbarWords {
  return WORDS[tag as LanguageTag];
}
