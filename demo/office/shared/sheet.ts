/** A cell as a page shows it. */
export interface ShownCell {
  /** what stands in it */
  readonly text: string;
  /** what one types to get it, where that is something else */
  readonly input?: string;
  readonly isBold?: boolean;
  readonly isNumber?: boolean;
}

/** A sheet as a page shows it. */
export interface ShownSheet {
  readonly name: string;
  /** how many of each a page shows */
  readonly rows: number;
  readonly columns: number;
  /** in characters, where it is set */
  readonly widths: readonly (number | null)[];
  /** by address, `B3` */
  readonly cells: Readonly<Record<string, ShownCell>>;
}
