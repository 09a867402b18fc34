/** The library's own types do not reach us through its `exports`. */
declare module 'vlq' {
  export function encode(value: number | number[]): string;
  export function decode(text: string): number[];
}
