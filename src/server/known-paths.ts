import type { Operation } from '../contract/operation.ts';

/** Every path of the door with the methods it has: for 404, 405 and the redirect of a trailing slash. */
export class KnownPaths {
  readonly #paths = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>();

  constructor(operations: readonly Operation[], others: readonly (readonly [url: string, method: string])[]) {
    for (const [url, method] of [...operations.map((op) => [op.url, op.method] as const), ...others]) {
      const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
      const known = this.#paths.get(url);
      if (known) known.methods.push(method);
      else this.#paths.set(url, { pattern, methods: [method] });
    }
  }

  /** The methods of a path, or none when it is unknown. */
  methodsOf(path: string): string[] {
    const methods = [...this.#paths.values()].flatMap((known) => (known.pattern.test(path) ? known.methods : []));
    return [...new Set(methods)].sort();
  }
}
