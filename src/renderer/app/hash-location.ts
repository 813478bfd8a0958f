import { useHashLocation } from 'wouter/use-hash-location';

type Navigate = ReturnType<typeof useHashLocation>[1];

/** Where an address names no filters it has none: those of the screen that is left must not go along. */
const whole = (to: string): string => (to.includes('?') ? to : `${to}?`);

/** The page's address: the path after the `#`, the filters of a screen before it, as `?range=today#/office/dashboard`. */
export const useAddress = (): ReturnType<typeof useHashLocation> => {
  const [location, navigate] = useHashLocation();
  const go: Navigate = (to, options) => navigate(whole(to), options);
  return [location, go];
};

/** What a link's `href` says, so that it also opens in a tab of its own. */
useAddress.hrefs = (to: string): string => {
  const [path = '', search = ''] = to.split('?');
  return `?${search}#${path}`;
};
