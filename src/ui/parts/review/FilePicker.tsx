import { useState } from 'preact/hooks';
import { longestBackup } from '../../../review/backup.ts';
import { Icon } from '../Icon.tsx';

export interface FilePickerProps {
  label: string;
  /** File name endings: `.json`. */
  accept: string;
  isOff: boolean;
  onFile: (file: File) => void;
  /** Said of what was not read. */
  onRefused: (why: string) => void;
}

/** Why a file is not even read, or null. */
function faultIn(files: File[]): string | null {
  const [file] = files;
  if (!file || files.length > 1) return 'One file at a time. Nothing was read.';
  if (file.size <= longestBackup) return null;
  const megabytes = Math.ceil(file.size / 1e6).toLocaleString('en-US');
  return `${file.name} has ${megabytes} MB; Sidecar reads up to ${longestBackup / 1e6} MB. Nothing was read. Choose a file that Sidecar or Anki exported.`;
}

/** Chooses a file, or takes one that is dropped. */
export function FilePicker({ label, accept, isOff, onFile, onRefused }: FilePickerProps) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | undefined | null) => {
    const list = [...(files ?? [])];
    if (isOff || !list.length) return;
    const fault = faultIn(list);
    if (fault) onRefused(fault);
    else for (const file of list) onFile(file);
  };
  return (
    <label
      class={`drop${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        class="unseen"
        type="file"
        accept={accept}
        aria-disabled={isOff || undefined}
        onClick={(event) => isOff && event.preventDefault()}
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Icon name="page" />
      <span>
        <strong>{label}</strong> or drop it here
      </span>
    </label>
  );
}
