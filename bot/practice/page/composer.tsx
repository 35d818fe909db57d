/** Where one writes: words, a command, a file. Enter sends, unless a Chinese word is still being composed. */
import { useEffect, useRef, useState } from 'react';
import { useRoom } from './room.ts';

interface Attached {
  readonly name: string;
  readonly base64: string;
}

export function Composer({
  channel,
  thread,
  placeholder,
}: {
  channel: string;
  thread: string | null;
  placeholder: string;
}) {
  const { state, lang, act, say } = useRoom();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  // Who opens a thread came to write in it.
  useEffect(() => {
    if (thread !== null) field.current?.focus({ preventScroll: true });
  }, [thread]);

  // Slack takes no commands inside threads, and neither do we.
  const typing = thread === null && text.startsWith('/') && !text.includes('\n');
  const offered = typing ? state.commands.filter(({ line }) => line[lang].startsWith(text) && line[lang] !== text) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  async function send() {
    if (busy || (text.trim() === '' && files.length === 0)) return;
    setBusy(true);
    const typed = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim());
    const done =
      thread === null && typed !== null
        ? await act({ kind: 'command', channel, name: typed[1] ?? '', text: typed[2] ?? '' })
        : await act({ kind: 'write', channel, thread, text, files });
    setBusy(false);
    if (done.problem === undefined) {
      setText('');
      setFiles([]);
    }
    field.current?.focus();
  }

  function complete(line: string) {
    // What stands in brackets is for the reader to fill in.
    setText(line.replace(/<.*$/, ''));
    setAt(0);
    field.current?.focus();
  }

  function keys(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (chosen !== undefined && (event.key === 'Tab' || (event.key === 'Enter' && !text.includes(' ')))) {
      event.preventDefault();
      complete(chosen.line[lang]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  async function attach(list: FileList | null) {
    const read = [...(list ?? [])].map(async (file) => ({
      name: file.name,
      base64: base64Of(new Uint8Array(await file.arrayBuffer())),
    }));
    setFiles([...files, ...(await Promise.all(read))]);
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {offered.length > 0 && (
        <div className="offered">
          {offered.map((command, place) => (
            <button
              type="button"
              key={command.line.en}
              data-chosen={command === chosen}
              onMouseEnter={() => setAt(place)}
              onClick={() => complete(command.line[lang])}
            >
              <b>{command.line[lang]}</b>
              <span>{command.words[lang]}</span>
            </button>
          ))}
        </div>
      )}
      {files.length > 0 && (
        <ul className="attached">
          {files.map((file) => (
            <li key={file.name}>
              {file.name}
              <button type="button" onClick={() => setFiles(files.filter((each) => each !== file))}>
                {say('removeFile')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div className="composer-foot">
        <button
          type="button"
          className="icon"
          title={say('attach')}
          aria-label={say('attach')}
          onClick={() => picker.current?.click()}
        >
          <span aria-hidden="true">＋</span>
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            void attach(event.target.files);
            event.target.value = '';
          }}
        />
        <button
          type="submit"
          className="button"
          data-style="primary"
          disabled={busy || (text.trim() === '' && files.length === 0)}
        >
          {say('send')}
        </button>
      </div>
    </form>
  );
}

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}
