import { type Inline, readInline } from '../../knowledge/inline-markdown.ts';

/** One line of inline Markdown as elements. Text stays text: nothing in it can become markup. */
export const InlineMarkdown = ({ text }: { text: string }) => <Pieces pieces={readInline(text)} />;

function Pieces({ pieces }: { pieces: Inline[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'strong')
          return (
            <strong>
              <Pieces pieces={piece.pieces} />
            </strong>
          );
        if (piece.kind === 'code') return <code>{piece.text}</code>;
        return piece.kind === 'em' ? <em>{piece.text}</em> : piece.text;
      })}
    </>
  );
}
