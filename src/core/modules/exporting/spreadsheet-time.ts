/** Days since 30 December 1899, which is how spreadsheets keep dates. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Of a business day, `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS;

/** No zone changes its clock but at a quarter of an hour. */
const QUARTER_MS = 900_000;

/** What a clock on the shop's wall shows at a UTC instant, as such a number, to the second. The zone is asked once a quarter of an hour. */
export const wallClockNumbers = (timeZone: string): ((instant: string) => number) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  let quarter = Number.NaN;
  let offset = 0;
  return (instant) => {
    const ms = Math.floor(Date.parse(instant) / 1000) * 1000;
    const here = Math.floor(ms / QUARTER_MS);
    if (here !== quarter) {
      quarter = here;
      const part = Object.fromEntries(format.formatToParts(new Date(ms)).map(({ type, value }) => [type, Number(value)]));
      const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
      offset = wall - ms;
    }
    return (ms + offset - EPOCH) / DAY_MS;
  };
};
