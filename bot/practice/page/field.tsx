/** One field of a form, by the kind of its element. */
import { useId, useState } from 'react';
import { type Obj, objsOf, strOf } from '../workspace/json.ts';
import { optionsOf, type SeenField, type SeenOption, takesSeveral, wordsOf } from '../workspace/seen.ts';
import { base64Of } from './composer.tsx';
import { useRoom } from './room.ts';

/** What stands in a field. */
export interface Filled {
  readonly typed: string;
  readonly chosen: readonly Obj[];
  readonly files: readonly Obj[];
}

interface FieldProps {
  readonly field: SeenField;
  readonly filled: Filled;
  readonly error: string;
  readonly change: (next: Filled) => void;
}

export function FieldOf(props: FieldProps) {
  const { field, error } = props;
  const { say } = useRoom();
  const id = useId();
  const group = field.type === 'radio_buttons' || takesSeveral(field.type);
  const label = (
    <>
      {field.label}
      {field.optional && !isNeededSometimes(field) && <small> {say('optional')}</small>}
    </>
  );
  return (
    <div className="field" data-block={field.block} data-wrong={error !== ''}>
      {group ? (
        <fieldset aria-describedby={`${id}-more`}>
          <legend>{label}</legend>
          <Element {...props} id={id} />
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <Element {...props} id={id} />
        </>
      )}
      <div id={`${id}-more`}>
        {error !== '' && <p className="error">{error}</p>}
        {field.hint !== '' && <p className="hint">{field.hint}</p>}
      </div>
    </div>
  );
}

/** A label that says itself when the field must be filled has no 选填 beside it. */
const isNeededSometimes = ({ label, hint }: SeenField): boolean => /必填|须填|needed/u.test(`${label}${hint}`);

function Element({ field, filled, change, error, id }: FieldProps & { readonly id: string }) {
  const { say } = useRoom();
  const { element, type } = field;
  const typed = (text: string) => change({ ...filled, typed: text });
  const shared = {
    id,
    'aria-invalid': error !== '',
    'aria-describedby': `${id}-more`,
    placeholder: wordsOf(element.placeholder),
    value: filled.typed,
    onChange: (event: { target: { value: string } }) => typed(event.target.value),
  };
  switch (type) {
    case 'plain_text_input':
      return element.multiline === true ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />;
    case 'number_input':
      return <input type="text" inputMode="decimal" {...shared} />;
    case 'datepicker':
      return <input type="date" {...shared} />;
    case 'timepicker':
      return <input type="time" {...shared} />;
    case 'radio_buttons':
      return <Radios id={id} element={element} filled={filled} change={change} />;
    case 'static_select':
    case 'external_select':
      return (
        <select
          id={id}
          aria-invalid={error !== ''}
          value={strOf(filled.chosen[0]?.value)}
          onChange={(event) => {
            const option = optionsOf(element).find(({ value }) => value === event.target.value);
            change({ ...filled, chosen: option === undefined ? [] : [option.option] });
          }}
        >
          <option value="">{wordsOf(element.placeholder) || say('choose')}</option>
          {optionsOf(element).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'checkboxes':
    case 'multi_static_select':
      return <Several element={element} filled={filled} change={change} />;
    case 'file_input':
      return <FileField id={id} element={element} filled={filled} change={change} />;
    default:
      return <input type="text" {...shared} />;
  }
}

type PartProps = Pick<FieldProps, 'filled' | 'change'> & { readonly element: Obj };

function Radios({ id, element, filled, change }: PartProps & { readonly id: string }) {
  const now = strOf(filled.chosen[0]?.value);
  return (
    <div className="options">
      {optionsOf(element).map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            checked={now === option.value}
            onChange={() => change({ ...filled, chosen: [option.option] })}
          />
          <OptionWords option={option} />
        </label>
      ))}
    </div>
  );
}

/** Many options can be searched. */
function Several({ element, filled, change }: PartProps) {
  const { say } = useRoom();
  const [typed, setTyped] = useState('');
  const all = optionsOf(element);
  const now = new Set(filled.chosen.map(({ value }) => strOf(value)));
  const shown = all.filter(({ label }) => label.includes(typed.trim()));
  function toggle(option: SeenOption) {
    const next = now.has(option.value)
      ? filled.chosen.filter(({ value }) => value !== option.value)
      : all.filter(({ value }) => now.has(value) || value === option.value).map((each) => each.option);
    change({ ...filled, chosen: next });
  }
  return (
    <div className="several" data-many={all.length > 12}>
      {all.length > 12 && (
        <div className="several-head">
          <input
            type="search"
            value={typed}
            placeholder={say('findOption')}
            aria-label={say('findOption')}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span>
            {say('chosen')} {now.size}/{all.length}
          </span>
        </div>
      )}
      <div className="options">
        {shown.map((option) => (
          <label key={option.value}>
            <input type="checkbox" checked={now.has(option.value)} onChange={() => toggle(option)} />
            <OptionWords option={option} />
          </label>
        ))}
      </div>
    </div>
  );
}

const OptionWords = ({ option }: { option: SeenOption }) => (
  <span>
    {option.label}
    {option.description !== '' && <small>{option.description}</small>}
  </span>
);

function FileField({ id, element, filled, change }: PartProps & { readonly id: string }) {
  const { act } = useRoom();
  const kinds = Array.isArray(element.filetypes) ? element.filetypes.map((kind) => `.${kind}`).join(',') : undefined;
  return (
    <>
      <input
        id={id}
        type="file"
        accept={kinds}
        multiple={Number(element.max_files ?? 1) > 1}
        onChange={async (event) => {
          const files = await Promise.all(
            [...(event.target.files ?? [])].map(async (file) => ({
              name: file.name,
              base64: base64Of(new Uint8Array(await file.arrayBuffer())),
            })),
          );
          const answer = await act({ kind: 'file', files });
          change({ ...filled, files: objsOf(answer.files) });
        }}
      />
      {filled.files.length > 0 && <p className="hint">{filled.files.map(({ name }) => strOf(name)).join('、')}</p>}
    </>
  );
}
