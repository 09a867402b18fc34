/**
 * Hands a text to the learner as a file.
 * @returns the file's name
 */
export function download(name: string, text: string): string {
  const url = URL.createObjectURL(new Blob([text]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(url));
  return name;
}
