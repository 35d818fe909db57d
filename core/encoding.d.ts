/**
 * The two classes of the WHATWG Encoding Standard that core may name. They are pure functions over bytes and exist in
 * Node, in workerd and in every browser; everything else of the platform (network, clock, chance) stays unnameable here.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
