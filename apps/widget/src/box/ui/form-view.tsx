import { LIMITS } from '@vetrina/protocol/limits';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { isAttended } from '../box-actions.ts';
import type { BoxModel } from '../box-model.ts';
import {
  askedFields,
  checkForm,
  EMPTY_FORM,
  type Field,
  type FieldProblem,
  type FormValues,
  isRequired,
} from '../contact-form.ts';
import { Icon } from './icons.tsx';
import { PrivacyText } from './message-list.tsx';
import { useParts } from './parts.ts';

type Problems = Partial<Record<Field, FieldProblem>>;

interface FieldProps {
  readonly field: Field;
  readonly now: BoxModel;
  readonly values: FormValues;
  readonly problems: Problems;
  readonly required: boolean;
  change(values: FormValues): void;
}

/** I2, C5: before the chat, or instead of it while nobody is here. */
export function FormView({ now, only }: { readonly now: BoxModel; readonly only: 'form' | 'tick' }): JSX.Element {
  const { actions, box } = useParts();
  const { texts, draft } = now;
  const withMessage = only === 'form' && !isAttended(now);
  const asked = { box, only, withMessage };
  const [values, setValues] = useState<FormValues>({ ...EMPTY_FORM, message: draft });
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  // Should somebody come online meanwhile, the composer takes over what was typed.
  const change = (changed: FormValues): void => {
    setValues(changed);
    if (changed.message !== values.message) actions.typed(changed.message);
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkForm(values, asked);
    setProblems(found);
    const wrong = askedFields(asked).find((field) => found[field]);
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    else actions.submitForm(values, only, withMessage);
  };
  return (
    <form
      class="card"
      ref={form}
      noValidate
      onSubmit={submit}
      aria-label={texts.text(withMessage ? 'formOffline' : 'formTitle')}
    >
      <h2>{texts.text(withMessage ? 'formOffline' : 'formTitle')}</h2>
      {askedFields(asked).map((field) => (
        <FieldView
          key={field}
          field={field}
          now={now}
          values={values}
          problems={problems}
          required={isRequired(field, asked)}
          change={change}
        />
      ))}
      <button type="submit" class="primary" aria-label={texts.text(withMessage ? 'send' : 'startChat')}>
        {texts.text(withMessage ? 'send' : 'startChat')}
        {withMessage && <Icon name="send" />}
      </button>
    </form>
  );
}

function FieldView(props: FieldProps): JSX.Element {
  const { field, now, values, problems, required, change } = props;
  const { box } = useParts();
  const id = useId();
  const problem = problems[field];
  const attributes = {
    id,
    name: field,
    required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
  };
  const trouble = problem && (
    <p class="problem" id={`${id}-problem`}>
      {now.texts.text(problem)}
    </p>
  );
  if (field === 'agreed') {
    return (
      <div class="field">
        <label class="tick">
          <input
            {...attributes}
            type="checkbox"
            checked={values.agreed}
            onChange={(event) => change({ ...values, agreed: event.currentTarget.checked })}
          />
          <span>
            <PrivacyText words={now.texts.text('privacyAgree')} url={box.privacy.url} />
          </span>
        </label>
        {trouble}
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>
        {now.texts.text(field)}
        {!required && <small> ({now.texts.text('optional')})</small>}
      </label>
      <Input {...props} attributes={attributes} />
      {trouble}
    </div>
  );
}

function Input(props: FieldProps & { attributes: object }): ComponentChildren {
  const { field, now, values, change, attributes } = props;
  const { box } = useParts();
  if (field === 'agreed') return null;
  const common = {
    ...attributes,
    value: values[field],
    onInput: (event: { currentTarget: { value: string } }) => change({ ...values, [field]: event.currentTarget.value }),
  };
  if (field === 'message') return <textarea {...common} rows={4} dir="auto" maxLength={LIMITS.message} />;
  if (field === 'group') {
    return (
      <select {...common}>
        <option value="">{now.texts.text('choose')}</option>
        {box.groups.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  const line = { ...common, maxLength: LIMITS[field], dir: 'auto' } as const;
  switch (field) {
    case 'name':
      return <input {...line} type="text" autocomplete="name" />;
    case 'email':
      return <input {...line} type="email" autocomplete="email" />;
    case 'phone':
      return <input {...line} type="tel" autocomplete="tel" />;
  }
}
