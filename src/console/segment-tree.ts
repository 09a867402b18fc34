/**
 * Values by patterns of segments, found without trying one pattern after the other: a look-up costs about as much
 * as the address is long, however many patterns there are.
 */
export interface SegmentTree<Value> {
  /** The value of a pattern; `make` is asked for it when the pattern is new. */
  at(pattern: string[], make: () => Value): Value;
  /** The values of every pattern that fits. */
  find(segments: string[]): Value[];
}

interface Node<Value> {
  fixed: Map<string, Node<Value>>;
  /** `Volume*`: segments that start so. */
  starting: [start: string, Node<Value>][];
  /** `*`: any one segment. */
  any: Node<Value> | null;
  /** What is found where the segments end here, and where any more may follow (`**`). */
  end?: Value;
  open?: Value;
}

const createNode = <Value>(): Node<Value> => ({ fixed: new Map(), starting: [], any: null });

/** An empty tree. */
export function createSegmentTree<Value>(): SegmentTree<Value> {
  const root = createNode<Value>();
  return {
    at(pattern, make) {
      const isOpen = pattern.at(-1) === '**';
      const node = (isOpen ? pattern.slice(0, -1) : pattern).reduce(childFor, root);
      return isOpen ? (node.open ??= make()) : (node.end ??= make());
    },
    find(segments) {
      const found: Value[] = [];
      collect(root, segments, 0, found);
      return found;
    },
  };
}

function childFor<Value>(parent: Node<Value>, segment: string): Node<Value> {
  if (segment === '*') return (parent.any ??= createNode());
  if (!segment.endsWith('*')) {
    const child = parent.fixed.get(segment) ?? createNode<Value>();
    parent.fixed.set(segment, child);
    return child;
  }
  const start = segment.slice(0, -1);
  const known = parent.starting.find(([other]) => other === start);
  if (known) return known[1];
  const child = createNode<Value>();
  parent.starting.push([start, child]);
  return child;
}

/** Goes no deeper than the longest pattern, whatever the address is. */
function collect<Value>(node: Node<Value>, segments: string[], at: number, found: Value[]): void {
  if (node.open !== undefined) found.push(node.open);
  const segment = segments[at];
  if (segment === undefined) {
    if (node.end !== undefined) found.push(node.end);
    return;
  }
  const next = node.fixed.get(segment);
  if (next) collect(next, segments, at + 1, found);
  for (const [start, child] of node.starting)
    if (segment.startsWith(start)) collect(child, segments, at + 1, found);
  if (node.any) collect(node.any, segments, at + 1, found);
}
