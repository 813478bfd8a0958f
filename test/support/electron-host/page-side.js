/**
 * What Electron puts beside a page: the preload script, run before the page's own scripts, with a `require` that knows only
 * "electron" (its sandbox). Runs inside the page; everything it needs stays in this closure, out of the page's reach.
 *
 * @param makeCodec the codec's maker
 * @param names of the functions that the host put on the page's window: { invoke, receive, open }
 * @param preload the built preload script, as the body of a function of `require`, `module` and `exports`: the page's policy
 *   forbids making one out of text
 */
export const besideThePage = (makeCodec, names, preload) => {
  const { encode, decode } = makeCodec();
  const invokeHost = globalThis[names.invoke];
  const receiveFromHost = globalThis[names.receive];
  const openFromHost = globalThis[names.open];
  for (const name of Object.values(names)) delete globalThis[name];
  // Electron decides in the main process; the page sees the same refusal: no window.
  globalThis.open = (url = '', frameName = '', features = '') => {
    void openFromHost(String(new URL(url, globalThis.location.href)), frameName, features);
    return null;
  };
  // As in Electron, frames inside a page get nothing.
  if (globalThis.top !== globalThis.self) return;

  const only = (name, offered) =>
    new Proxy(offered, {
      get: (target, key) => {
        if (typeof key === 'string' && !Object.hasOwn(target, key)) throw new Error(`the stand-in for Electron has no ${name}.${key}`);
        return target[key];
      },
    });

  const listeners = new Map();
  const ipcRenderer = only('ipcRenderer', {
    invoke: async (channel, ...args) => {
      const answer = decode(await invokeHost(channel, encode(args)));
      if (answer.failed !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.failed}`);
      return answer.value;
    },
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off: (channel, listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
    },
  });

  const bridged = (value) => {
    if (typeof value === 'function') return (...args) => bridged(value(...args));
    if (value === null || typeof value !== 'object' || value instanceof Promise) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, bridged(entry)])));
  };
  const contextBridge = only('contextBridge', {
    exposeInMainWorld: (key, api) => {
      Object.defineProperty(globalThis, key, { value: bridged(api), enumerable: true, writable: false, configurable: false });
    },
  });

  const listen = async (isFirst) => {
    const messages = decode(await receiveFromHost(isFirst));
    for (const [channel, ...args] of messages) {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    }
    void listen(false);
  };
  void listen(true);

  const requireInSandbox = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return only('electron', { contextBridge, ipcRenderer });
  };
  preload(requireInSandbox, { exports: {} }, {});
};
