// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Done, ImportPreview, StoredBackup } from '../../../src/platform/review-requests.ts';
import { longestBackup } from '../../../src/review/backup.ts';
import type { ImportChanges } from '../../../src/review/plan-import.ts';
import { Data, type DataProps } from '../../../src/ui/parts/review/Data.tsx';
import { button, choose, enter, field, one, pending, press, settle, show, text } from './manage-tools.ts';

const at = (day: number, hour = 9) => new Date(2026, 10, day, hour, 5).getTime();
const backup = (day: number, why: StoredBackup['why'] = 'daily'): StoredBackup => ({
  made: at(day),
  why,
  cards: 1204,
  answers: 1,
  size: 9,
});
const changes: ImportChanges = {
  cardsAdded: 1204,
  cardsUpdated: 3,
  cardsRemoved: 0,
  answersAdded: 5120,
  answersRemoved: 2,
  setsAdded: ['red'],
  setsRemoved: [],
  singlesChanged: 4,
  settingsChanged: [],
  unknownCards: 1,
};
const nothing: ImportChanges = {
  ...changes,
  cardsAdded: 0,
  cardsUpdated: 0,
  answersAdded: 0,
  answersRemoved: 0,
  setsAdded: [],
  singlesChanged: 0,
  unknownCards: 0,
};

let asked: [name: string, ...words: unknown[]][] = [];
beforeEach(() => {
  asked = [];
});
afterEach(() => show(null));

/** An answer, with what was asked written down. */
const says =
  <Answer,>(name: string, answer: Answer | Promise<Answer>) =>
  (...words: unknown[]) => {
    asked.push([name, ...words]);
    return Promise.resolve(answer);
  };
const done: Done = { done: true };
const preview: ImportPreview = { made: at(18), changes };
const draw = (props: Partial<DataProps> = {}) =>
  show(
    <Data
      load={() => Promise.resolve([backup(20), backup(21, 'before-import')])}
      onExport={says('export', 'sidecar.json')}
      onImportFile={says('file', done)}
      onPreview={says('preview', preview)}
      onConfirm={says('confirm', done)}
      onRestore={says('restore', done)}
      onAnkiExport={says('anki', 'anki.txt')}
      onAnkiImport={says('read', { facts: 1200, suspended: 1, unknown: 3, problems: 0 })}
      onDeleteAll={says('delete', done)}
      onBack={() => {}}
      {...props}
    />,
  );
const file = new File(['{}'], 'backup.json');
const picker = () => field('Choose a backup file');
const alert = () => text(one('.alert[role=alert]'));
const outcomes = () => [...document.querySelectorAll('.outcome')].map((each) => text(each)).join('');
const table = () =>
  [...document.querySelectorAll('.changes tr')].map((row) =>
    [...row.children].map((cell) => text(cell)).join('|'),
  );

describe('export', () => {
  test('says what the file is called', async () => {
    await draw();
    await press('Export everything');
    expect(asked).toEqual([['export']]);
    expect(text(one('.buttons [role=status]'))).toBe('Exported as sidecar.json');
  });
  test('runs once at a time', async () => {
    const later = pending<string>();
    await draw({ onExport: says('export', later.promise) });
    await press('Export everything');
    await press('Export everything');
    expect(asked).toHaveLength(1);
    expect(button('Export everything').getAttribute('aria-disabled')).toBe('true');
    await settle(() => later.answer('a.json'));
    expect(button('Export everything').hasAttribute('aria-disabled')).toBe(false);
  });
  test('tells where it failed', async () => {
    await draw({ onExport: () => Promise.reject(new Error('gone')) });
    await press('Export everything');
    expect(alert()).toContain('Nothing was exported');
  });
});

describe('import', () => {
  test('shows what would change, before anything does', async () => {
    await draw();
    await choose(picker(), file);
    expect(asked).toEqual([
      ['file', file],
      ['preview', 'merge'],
    ]);
    expect(text(one('.dry-run h4'))).toBe('backup.json');
    expect(text(one('caption'))).toBe('What the file of 18 Nov 2026, 09:05 would change');
    expect(table()).toEqual([
      '|Added|Changed|Removed',
      'Cards with progress|1,204|3|0',
      'Answers|5,120||2',
      'Services and topics|1||0',
      'Single notes and limits||4|',
      'Settings||0|',
    ]);
    expect(text()).toContain('1 card of the file is not in this version of Sidecar: kept, but not asked.');
    expect(text(one('.dry-run [role=status]'))).toBe('Merge: 1,204 cards added, 3 changed, 0 removed.');
    expect(text()).toContain('Nothing has changed yet.');
  });
  test('replacing is worked out anew, and named with its settings', async () => {
    await draw({
      onPreview: (mode) =>
        Promise.resolve(
          mode === 'merge'
            ? preview
            : { made: at(18), changes: { ...changes, cardsRemoved: 7, settingsChanged: ['retention'] } },
        ),
    });
    await choose(picker(), file);
    await settle(() => field('Replace').click());
    expect(table()[1]).toBe('Cards with progress|1,204|3|7');
    expect(text()).toContain('Settings: share to remember.');
    await press('Import');
    expect(asked.at(-1)).toEqual(['confirm', 'replace']);
  });
  test('of two quick choices the last one counts', async () => {
    const [first, second] = [pending<ImportPreview>(), pending<ImportPreview>()];
    const answers = [Promise.resolve(preview), first.promise, second.promise];
    await draw({ onPreview: () => answers.shift() ?? Promise.reject(new Error('too many')) });
    await choose(picker(), file);
    await settle(() => field('Replace').click());
    await press('Import');
    expect(asked.filter(([name]) => name === 'confirm')).toEqual([]);
    await settle(() => field('Merge').click());
    await settle(() => second.answer({ made: at(18), changes: nothing }));
    await settle(() => first.answer({ made: at(18), changes }));
    expect(text()).toContain('Nothing would change.');
    expect(field('Merge').checked).toBe(true);
  });
  test('is done when it is confirmed, says so and reads the backups again', async () => {
    let reads = 0;
    await draw({
      load: () => {
        reads += 1;
        return Promise.resolve([]);
      },
    });
    await choose(picker(), file);
    await press('Import');
    expect(asked.at(-1)).toEqual(['confirm', 'merge']);
    expect(outcomes()).toBe('Imported. What was here before is the newest backup.');
    expect(reads).toBe(2);
    expect(picker()).toBeTruthy();
  });
  test('the focus follows to the dry run and back', async () => {
    await draw();
    expect(text(document.activeElement ?? document.body)).toBe('Your data');
    await choose(picker(), file);
    expect(text(document.activeElement ?? document.body)).toBe('backup.json');
    await press('Cancel');
    expect(document.activeElement).toBe(picker());
  });
  test('Cancel changes nothing', async () => {
    await draw();
    await choose(picker(), file);
    await press('Cancel');
    expect(document.querySelector('.dry-run')).toBeNull();
    expect(asked.map(([name]) => name)).toEqual(['file', 'preview']);
  });
  test('a dry run that comes after Cancel is left aside', async () => {
    const late = pending<ImportPreview>();
    await draw({ onPreview: (mode) => (mode === 'merge' ? Promise.resolve(preview) : late.promise) });
    await choose(picker(), file);
    await settle(() => field('Replace').click());
    await press('Cancel');
    await settle(() => late.answer(preview));
    expect(document.querySelector('.dry-run')).toBeNull();
  });
  test.each<[string, Partial<DataProps>]>([
    ['the file', { onImportFile: says('file', { refused: 'This file stops in the middle.' }) }],
    ['the dry run', { onPreview: says('preview', { refused: 'This file stops in the middle.' }) }],
  ])('what is refused of %s is told, and another file can be chosen', async (_, props) => {
    await draw(props);
    await choose(picker(), file);
    expect(alert()).toContain('Nothing was imported');
    expect(alert()).toContain('This file stops in the middle.');
    expect(document.querySelector('.dry-run')).toBeNull();
    expect(picker().hasAttribute('aria-disabled')).toBe(false);
  });
  test('a refused confirmation leaves the dry run', async () => {
    await draw({ onConfirm: says('confirm', { refused: 'Storage is full.' }) });
    await choose(picker(), file);
    await press('Import');
    expect(alert()).toContain('Storage is full.');
    expect(one('.dry-run')).toBeTruthy();
    expect(outcomes()).toBe('');
  });
  test('a file over 100 MB is refused before it is read', async () => {
    const sized = (size: number) =>
      Object.defineProperty(new File(['x'], 'large.json'), 'size', { value: size });
    await draw();
    await choose(picker(), sized(longestBackup + 1));
    expect(asked).toEqual([]);
    expect(alert()).toContain('large.json has 101 MB; Sidecar reads up to 100 MB. Nothing was read.');
    const fits = sized(longestBackup);
    await choose(picker(), fits);
    expect(asked[0]).toEqual(['file', fits]);
  });
  test('a file can be dropped, but not two', async () => {
    const drop = (...files: File[]) =>
      settle(() => {
        const event = new Event('drop', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: { files } });
        one('.drop').dispatchEvent(event);
        expect(event.defaultPrevented).toBe(true);
      });
    await draw();
    await drop(file, file);
    expect(asked).toEqual([]);
    expect(alert()).toContain('One file at a time.');
    await drop(file);
    expect(asked[0]).toEqual(['file', file]);
  });
});

describe('backups', () => {
  test('are listed from the newest on, with why and how much', async () => {
    await draw();
    expect([...document.querySelectorAll('.backups li > div')].map((each) => text(each))).toEqual([
      '21 Nov 2026, 09:05Before an import · 1,204 cards · 1 answer',
      '20 Nov 2026, 09:05Daily · 1,204 cards · 1 answer',
    ]);
  });
  test('are restored with one press, which is told', async () => {
    await draw();
    await press('Restore the backup of 20 Nov 2026, 09:05');
    expect(asked).toEqual([['restore', at(20)]]);
    expect(outcomes()).toContain('Restored. Everything is as on 20 Nov 2026, 09:05.');
  });
  test('a refusal is told instead', async () => {
    await draw({ onRestore: says('restore', { refused: 'This backup is damaged.' }) });
    await press('Restore the backup of 20 Nov 2026, 09:05');
    expect(alert()).toContain('This backup is damaged.');
    expect(outcomes()).toBe('');
  });
  test('none are said to be none, and nothing is said before they are read', async () => {
    const later = pending<StoredBackup[]>();
    await draw({ load: () => later.promise });
    expect(text()).not.toContain('No backup yet');
    await settle(() => later.answer([]));
    expect(text()).toContain('No backup yet.');
  });
  test('that cannot be read are asked for again', async () => {
    let turn = 0;
    await draw({
      load: () => (turn++ ? Promise.resolve([backup(20)]) : Promise.reject(new Error('gone'))),
    });
    expect(alert()).toContain('The backups could not be read');
    await press('Try again');
    expect(document.querySelector('.alert')).toBeNull();
    expect(document.querySelectorAll('.backups li')).toHaveLength(1);
  });
});

describe('Anki', () => {
  test('progress is read first, then comes the export', async () => {
    await draw();
    expect([...document.querySelectorAll('.steps h4')].map((each) => text(each))).toEqual([
      'Read progress from Anki',
      'Export to Anki',
    ]);
    expect(text()).toContain('replaces their tags in Anki');
    await choose(field('Choose Anki’s file'), new File(['#separator:tab'], 'anki.txt'));
    expect(asked).toEqual([['read', '#separator:tab']]);
    expect(outcomes()).toBe(
      '1,200 notes and limits in review, 1 card suspended.Left out: 3 cards no longer in Sidecar.',
    );
    await press('Export for Anki');
    expect(text()).toContain('Exported as anki.txt');
  });
  test('a file that is not Anki’s is refused in words', async () => {
    await draw({ onAnkiImport: says('read', { refused: 'This is not a text file exported by Anki.' }) });
    await choose(field('Choose Anki’s file'), new File(['x'], 'x.txt'));
    expect(alert()).toContain('This is not a text file exported by Anki.');
    expect(outcomes()).toBe('');
  });
});

describe('delete all', () => {
  const submit = () => press('Delete all');
  test.each(['', 'delet', 'deleted'])('does nothing for “%s”, and says why', async (typed) => {
    await draw();
    await enter(field('Type delete to confirm'), typed);
    await submit();
    expect(asked).toEqual([]);
    expect(text(one('.fault'))).toBe('Type the word delete. Nothing was deleted.');
    expect(field('Type delete to confirm').getAttribute('aria-invalid')).toBe('true');
  });
  test('deletes when the word is typed, and empties the field', async () => {
    await draw();
    await enter(field('Type delete to confirm'), ' Delete ');
    await submit();
    expect(asked).toEqual([['delete']]);
    expect(outcomes()).toBe('Deleted. The newest backup brings it back.');
    expect(field('Type delete to confirm').value).toBe('');
  });
  test('asks once, however often it is pressed meanwhile', async () => {
    const later = pending<Done>();
    await draw({ onDeleteAll: says('delete', later.promise) });
    await enter(field('Type delete to confirm'), 'delete');
    await submit();
    await submit();
    expect(asked).toHaveLength(1);
    expect(button('Delete all').getAttribute('aria-disabled')).toBe('true');
  });
  test('a refusal is told', async () => {
    await draw({ onDeleteAll: says('delete', { refused: 'Storage is full.' }) });
    await enter(field('Type delete to confirm'), 'delete');
    await submit();
    expect(alert()).toContain('Nothing was deleted');
    expect(outcomes()).toBe('');
  });
});
