/**
 * Makes a part of the stand-in say so when the program asks it for something that it does not have, instead of going on with
 * undefined. Symbols are let through: the language itself asks for them; so is `then`, for which every `await` asks.
 */
export const onlyOffered = <T extends object>(name: string, part: T): T =>
  new Proxy(part, {
    get: (target, key) => {
      if (typeof key === 'string' && key !== 'then' && !(key in target)) throw new Error(`the stand-in for Electron has no ${name}.${key}`);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' && !isClass(value) ? value.bind(target) : value;
    },
  });

const isClass = (value: unknown): boolean => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
