/** The part of Cloudscape's published token file that is used. */
export interface TokenFile {
  tokens: Record<string, { $value: string | Record<string, string> }>;
}

/** Of each pair of values: what stands in the light block, and what the dark or reduced-motion block changes. */
const [base, dark, still] = [['light', 'compact', 'default'], ['dark'], ['disabled']];

/**
 * Writes the tokens that styles mention as CSS variables, in two blocks: light, and what is different in the dark.
 * @param styles every stylesheet, as one text
 * @throws Error naming a token that Cloudscape does not have
 */
export function tokenBlocks(styles: string, { tokens }: TokenFile): string {
  const names = [
    ...new Set(
      [...styles.matchAll(/var\(--((?:color|space|shadow|motion|border|font|line)-[a-z0-9-]+)/g)].map(
        ([, name]) => name ?? '',
      ),
    ),
  ].sort();
  const lines = (modes: string[] | undefined = []) =>
    names.flatMap((name) => {
      const value = tokens[name]?.$value;
      if (value === undefined)
        throw new Error(`Cloudscape has no token ${name}; see shared tokens or use another`);
      if (typeof value === 'string') return modes === base ? [`--${name}:${value}`] : [];
      const mode = modes.find((candidate) => candidate in value);
      return mode ? [`--${name}:${value[mode]}`] : [];
    });
  return [
    `:root{${lines(base).join(';')}}`,
    `:root.dark{${lines(dark).join(';')}}`,
    `@media(prefers-reduced-motion:reduce){:root{${lines(still).join(';')}}}`,
  ].join('\n');
}
