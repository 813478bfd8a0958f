import type { ReportColumn } from '../../../contract/report-tables.ts';

/** The fixed parts of an .xlsx file (ECMA-376): a zip of XML documents. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Places in the list of cell formats of `styles`. */
export const STYLE = {
  plain: 0,
  header: 1,
  money: 2,
  count: 3,
  rate: 4,
  day: 5,
  instant: 6,
  totalText: 7,
  totalMoney: 8,
  totalCount: 9,
} as const;

/** XML 1.0 has no control characters but tab and line ends, and no half of a pair. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text in XML: what XML cannot hold is left out, and no cell holds more than Excel allows. */
export const xml = (text: string): string =>
  text
    .slice(0, 32_767)
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const textCell = (text: string, style: number = STYLE.plain): string =>
  text === '' ? `<c s="${style}"/>` : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;

export const numberCell = (value: number, style: number): string => `<c s="${style}"><v>${value}</v></c>`;

const WIDTHS: Readonly<Record<ReportColumn['kind'], number>> = {
  id: 10,
  text: 26,
  count: 11,
  money: 14,
  rate: 11,
  day: 13,
  instant: 18,
  hour: 8,
  reason: 20,
};

/** Up to the rows: the header stays in sight, and the columns are wide enough. */
export const sheetStart = (columns: readonly ReportColumn[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

export const sheetEnd = '</sheetData></worksheet>';

/** Two columns of words. */
export const factsSheet = (facts: readonly (readonly [string, string])[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${facts
    .map(([label, value]) => `<row>${textCell(label, STYLE.totalText)}${textCell(value)}</row>`)
    .join('')}</sheetData></worksheet>`;

/** A sheet's name has no more than 31 characters, and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

export const workbook = (sheets: readonly string[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map((name, at) => `<sheet name="${xml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

export const workbookRelations = (count: number): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${Array.from(
    { length: count },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  ).join('')}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

export const packageRelations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const contentTypes = (count: number): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  ).join('')}</Types>`;

/** Number formats are of the file, how they look is the reader's own country's. */
export const styles = (decimals: number): string => {
  const amount = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const format = (numFmt: number, font = 0, more = '') =>
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${more === '' ? 0 : more}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>`;
  const TOP = '1';
  const BOTTOM = '2';
  const cellFormats = [
    format(0),
    format(0, 1, BOTTOM),
    format(164),
    format(3),
    format(167),
    format(165),
    format(166),
    format(0, 1, TOP),
    format(164, 1, TOP),
    format(3, 1, TOP),
  ];
  const border = (top: string, bottom: string) => `<border><left/><right/>${top}${bottom}<diagonal/></border>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="${amount}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="167" formatCode="0.##%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="3">${border('<top/>', '<bottom/>')}${border('<top style="thin"/>', '<bottom/>')}${border('<top/>', '<bottom style="thin"/>')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs></styleSheet>`;
};
