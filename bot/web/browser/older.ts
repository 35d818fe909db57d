/** What browsers of some years ago lack and core uses; many offices still have them. */

if (!('isWellFormed' in String.prototype)) {
  Object.defineProperty(String.prototype, 'isWellFormed', {
    configurable: true,
    writable: true,
    value(this: string): boolean {
      return !/\p{Surrogate}/u.test(this);
    },
  });
}

/** Keeps this file a module. */
export {};
