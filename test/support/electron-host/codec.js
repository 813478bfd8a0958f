/**
 * Writes what structured clone can carry as JSON text and reads it back: what crosses between Electron's processes crosses
 * here between the browser's page and Node. Self-contained, because its text also runs inside the page.
 */
export const makeCodec = () => {
  const toBase64 = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const write = (value, within) => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (value === null || typeof value !== 'object') return value;
    if (within.includes(value)) throw new Error('the stand-in for Electron does not carry circular values');
    const inside = [...within, value];
    if (Array.isArray(value)) return Array.from(value, (entry) => write(entry, inside));
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, entry]) => [write(key, inside), write(entry, inside)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map((entry) => write(entry, inside)) };
    if (value instanceof Error) return { $: 'error', v: { name: value.name, message: value.message } };
    if (value instanceof ArrayBuffer) return { $: 'bytes', c: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      return { $: 'bytes', c: value.constructor.name, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    return { $: 'object', v: Object.keys(value).map((key) => [key, write(value[key], inside)]) };
  };

  const bytesAs = (kind, bytes) => {
    if (kind === 'ArrayBuffer') return bytes.buffer;
    // Node's Buffer arrives in a page as plain bytes, as it does in Electron.
    const View = kind === 'Buffer' ? Uint8Array : globalThis[kind];
    return new View(bytes.buffer, 0, bytes.byteLength / (View.BYTES_PER_ELEMENT ?? 1));
  };

  const read = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(read);
    switch (value.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(value.v);
      case 'bigint':
        return BigInt(value.v);
      case 'date':
        return new Date(value.v);
      case 'map':
        return new Map(value.v.map(([key, entry]) => [read(key), read(entry)]));
      case 'set':
        return new Set(value.v.map(read));
      case 'error':
        return Object.assign(new Error(value.v.message), { name: value.v.name });
      case 'bytes':
        return bytesAs(value.c, fromBase64(value.v));
      default: {
        // Defined, not assigned: a key called __proto__ stays a key, as structured clone keeps it.
        const object = {};
        for (const [key, entry] of value.v) {
          Object.defineProperty(object, key, { value: read(entry), enumerable: true, configurable: true, writable: true });
        }
        return object;
      }
    }
  };

  return {
    /** Throws, as structured clone does, on what cannot be carried: functions, symbols, DOM nodes. */
    encode: (value) => JSON.stringify(write(structuredClone(value), [])),
    decode: (text) => read(JSON.parse(text)),
  };
};
