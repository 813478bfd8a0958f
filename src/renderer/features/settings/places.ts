/** Time zones by their names, with the one in force even where the browser does not list it. */
export const zoneChoices = (chosen: string): readonly { value: string; name: string }[] =>
  [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen])].sort().map((value) => ({ value, name: value.replaceAll('_', ' ') }));

/** Currencies by code and name in the language of the screens. */
export const currencyChoices = (language: string, chosen: string): readonly { value: string; name: string }[] => {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  return [...new Set([...Intl.supportedValuesOf('currency'), chosen])]
    .sort()
    .map((value) => ({ value, name: `${value} · ${names.of(value)}` }));
};
