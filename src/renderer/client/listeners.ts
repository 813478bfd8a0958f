/** A set of listeners to one kind of news. */
export const makeListeners = <T>() => {
  const listeners = new Set<(news: T) => void>();
  return {
    add: (listener: (news: T) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (news: T) => {
      for (const listener of listeners) listener(news);
    },
  };
};
