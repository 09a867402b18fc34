/** `code`, **strong** and *emphasis*; everything else is text, whatever it looks like. */
const marks = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/;

/** One line of inline Markdown as elements. Text stays text: nothing in it can become markup. */
export function InlineMarkdown({ text }: { text: string }) {
  return (
    <>
      {text.split(marks).map((part) => {
        if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>;
        if (part.startsWith('**')) return <strong>{<InlineMarkdown text={part.slice(2, -2)} />}</strong>;
        if (part.startsWith('*') && part.length > 2) return <em>{part.slice(1, -1)}</em>;
        return part;
      })}
    </>
  );
}
