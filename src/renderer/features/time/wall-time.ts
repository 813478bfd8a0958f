const formats = new Map<string, Intl.DateTimeFormat>();

/** What the shop's clock shows at an instant, as `<input type="datetime-local">` writes it: `2026-03-29T08:02`. */
export const wallText = (instant: string, timeZone: string): string => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

/**
 * The instant at which the shop's clock shows the text; null when it is no time. Of two (the clocks were set back) the
 * earlier; a time that the clocks skipped is the same distance after the skip.
 */
export const instantOfWall = (text: string, timeZone: string): string | null => {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return null;
  const offsetAt = (ms: number) => Date.parse(`${wallText(new Date(ms).toISOString(), timeZone)}Z`) - Math.floor(ms / 60_000) * 60_000;
  const before = wall - offsetAt(wall - 86_400_000);
  const after = wall - offsetAt(wall + 86_400_000);
  const shows = (ms: number) => ms + offsetAt(ms) === wall;
  return new Date(shows(before) || !shows(after) ? before : after).toISOString();
};

/** Hours and minutes between two instants, as people say them: `8:05`. */
export const durationText = (from: string, to: string): string => {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
