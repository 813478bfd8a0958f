/** The letters beyond ASCII that these tests look for, by the number of their code page and their byte (Epson's tables). */
const LETTERS: Readonly<Record<string, string>> = {
  '0:130': 'é',
  '0:134': 'å',
  '0:156': '£',
  '19:155': 'ø',
  '19:213': '€',
  '18:136': 'ł',
};

interface PrintedLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

export interface PrintedPaper {
  readonly lines: PrintedLine[];
  readonly pulses: number;
  readonly cuts: number;
  /** Whether the pulse came before the first line. */
  readonly pulseFirst: boolean;
}

/** What commands a printer finds in the bytes, whatever the letters between them are. An unknown one is an error. */
export const commandsIn = (bytes: Uint8Array): Pick<PrintedPaper, 'pulses' | 'cuts'> => {
  const { pulses, cuts } = readEscPos(bytes, '?');
  return { pulses, cuts };
};

/** What an ESC/POS printer makes of the bytes. An unknown command is an error: a real printer would print it as letters. */
export const readEscPos = (bytes: Uint8Array, unknownLetter?: string): PrintedPaper => {
  const lines: PrintedLine[] = [];
  let [page, size, bold, text, pulses, cuts] = [0, 1, false, '', 0, 0];
  let largest = 1;
  let wasBold = false;
  let pulseFirst = false;
  let at = 0;
  const take = (count: number): number[] => [...bytes.subarray(at, (at += count))];
  while (at < bytes.length) {
    const [byte = 0] = take(1);
    if (byte === 0x1b) {
      const [command = 0] = take(1);
      if (command === 0x40) [page, size, bold] = [0, 1, false];
      else if (command === 0x45) bold = (take(1)[0] ?? 0) === 1;
      else if (command === 0x74) page = take(1)[0] ?? 0;
      else if (command === 0x4d || command === 0x61) take(1);
      else if (command === 0x70) {
        take(3);
        pulses += 1;
        pulseFirst = lines.length === 0;
      } else throw new Error(`unknown ESC ${command}`);
    } else if (byte === 0x1d) {
      const [command = 0, value = 0] = take(2);
      if (command === 0x21) size = (value & 7) + 1;
      else if (command === 0x56) cuts += 1;
      else throw new Error(`unknown GS ${command}`);
    } else if (byte === 0x1c) take(1);
    else if (byte === 0x0a) {
      lines.push({ text, size: largest, bold: wasBold });
      [text, largest, wasBold] = ['', 1, false];
    } else if (byte >= 0x20) {
      const letter = byte < 0x80 ? String.fromCharCode(byte) : (LETTERS[`${page}:${byte}`] ?? unknownLetter);
      if (letter === undefined) throw new Error(`letter ${byte} of code page ${page}`);
      text += letter;
      if (letter !== ' ') [largest, wasBold] = [Math.max(largest, size), wasBold || bold];
    } else throw new Error(`unknown control ${byte}`);
  }
  return { lines, pulses, cuts, pulseFirst };
};

export const textsOf = (paper: PrintedPaper): string[] =>
  paper.lines.map((line) => line.text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
