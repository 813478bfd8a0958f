/**
 * What a print says, and nothing of how: A4, an 80 mm roll or a printer's own language show the same document. All texts
 * are finished: translated, money and times written out.
 */
export interface PaperDocument {
  /** Language of the texts, for the reader's software. */
  readonly language: string;
  /** Who speaks: the shop's name. */
  readonly issuer: string;
  /** Under the name: what else identifies the shop. */
  readonly issuer_lines?: readonly string[];
  readonly title: string;
  /** On a sheet: lying on its side, for wide tables. */
  readonly landscape?: boolean;
  /** What tells this paper from its neighbours: "Shift 12". */
  readonly subject: string;
  /** What nobody may overlook: "COPY 1", "NOT PAID". At least twice as large as the largest amount. */
  readonly marks?: readonly string[];
  readonly blocks: readonly Block[];
  /** Stands at the foot of every page. */
  readonly footer: string;
}

export type Block = Figures | Facts | Statement | Table | Note | Beside | Goods | Message | Signature;

/** The few numbers that are read first. */
export interface Figures {
  readonly kind: 'figures';
  readonly figures: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Circumstances: when, by whom. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
  readonly heading?: string;
  /** Each takes a line of its own, whatever the paper's width. */
  readonly wide?: boolean;
}

/**
 * Amounts that lead to one another. `sum` closes what is above it, `result` is what it is all for, `large` is read across
 * the counter. An empty heading is none.
 */
export interface Statement {
  readonly kind: 'statement';
  readonly heading: string;
  readonly lines: readonly (Fact & { readonly weight?: 'sum' | 'result' | 'large' })[];
}

export interface Column {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Long words: takes what room is left, and goes on in the next line. The first column does so by itself. */
  readonly wraps?: boolean;
}

/** The first column takes the room that the others leave. */
export interface Table {
  readonly kind: 'table';
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Many columns: smaller letters and gaps. */
  readonly dense?: boolean;
  /** Stands in for the rows when there are none. */
  readonly empty: string;
  readonly total?: readonly string[];
  /** What a reader must know of these figures. */
  readonly note?: string;
}

export interface Note {
  readonly kind: 'note';
  readonly heading: string;
  readonly text: string;
}

/** Blocks that may stand side by side where the paper is wide enough; otherwise one after the other. */
export interface Beside {
  readonly kind: 'beside';
  readonly blocks: readonly Block[];
}

/** What was sold or came back, line by line, each with what belongs to it underneath. The amounts add up. */
export interface Goods {
  readonly kind: 'goods';
  readonly lines: readonly {
    readonly quantity: string;
    readonly name: string;
    readonly amount: string;
    readonly under: readonly string[];
  }[];
}

/** Said to whoever holds the paper: "Thank you". In the middle. */
export interface Message {
  readonly kind: 'message';
  readonly text: string;
}

/** Room to sign, and who is to. */
export interface Signature {
  readonly kind: 'signature';
  readonly label: string;
}
