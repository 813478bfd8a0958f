import { useEffect, useState } from 'react';

/** The time now, renewed at each full minute. */
export const useClock = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(
        () => {
          setNow(new Date());
          wait();
        },
        60_000 - (Date.now() % 60_000) + 20,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return now;
};
