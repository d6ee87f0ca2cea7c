/** Notes that are written in the player. */
export interface NoteWords {
  readonly notes: string;
  /** @param count in numbers and as it is shown: `99+` */
  readonly counted: (count: number, shown: string) => string;
  readonly text: string;
  /** Of the text of a note that is changed. */
  readonly changed: (time: string) => string;
  readonly hint: string;
  readonly from: string;
  readonly to: string;
  /** Where a note has no end. */
  readonly moment: string;
  readonly here: string;
  /** @param field `from` or `to` */
  readonly hereFor: (field: string) => string;
  readonly add: string;
  readonly change: string;
  readonly edit: (time: string) => string;
  readonly remove: (time: string) => string;
  readonly undo: string;
  readonly nothing: string;
  readonly done: Readonly<Record<'added' | 'changed' | 'removed' | 'saved', string>>;
  readonly unsaved: string;
  readonly unsavedElsewhere: (count: number) => string;
  readonly save: string;
  readonly open: string;
  readonly openHint: string;
  /** After `openHint`, where files can be dropped. */
  readonly dropHint: string;
}
