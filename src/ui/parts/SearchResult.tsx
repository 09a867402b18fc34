import type { Marker } from '../../search/highlight.ts';
import type { Hit } from '../../search/search.ts';
import { kindNames } from './NoteCard.tsx';

export interface SearchResultProps {
  hit: Hit;
  marker: Marker;
  /** Name of its service and title of its topic. */
  place: string;
}

/** One result: title and kind, where it stands, and the line that answers, with what was looked for marked. */
export function SearchResult({ hit, marker, place }: SearchResultProps) {
  const isLimit = hit.kind === 'limit';
  return (
    <>
      <div class="title">
        <span>
          <Marked text={hit.title} marker={marker} />
        </span>
        <span class="tag">{kindNames[hit.kind]}</span>
      </div>
      <div class="small">
        <Marked text={place} marker={marker} />
      </div>
      <div class={`line${isLimit ? ' number' : ''}`}>
        {isLimit ? hit.line : <Marked text={marker.bestLine(hit.text)} marker={marker} />}
      </div>
    </>
  );
}

function Marked({ text, marker }: { text: string; marker: Marker }) {
  return <>{marker.pieces(text).map((piece) => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>;
}
