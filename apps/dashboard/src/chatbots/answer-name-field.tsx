import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface AnswerNameFieldProps {
  label: string;
  hint?: string;
  hideLabel?: boolean;
  value: string;
  onChange: (name: string) => void;
}

/** The name under which an answer is kept. Whatever is typed becomes one; while there is none, the old one holds. */
export function AnswerNameField({ label, hint, hideLabel = false, value, onChange }: AnswerNameFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label, placeholder: label } : { label })}
      description={hint}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onBlur={() => setTyped(value)}
      onChange={(event) => {
        const name = answerNameOf(event.currentTarget.value);
        setTyped(name);
        if (name !== '') onChange(name);
      }}
    />
  );
}

/** "Order No." → "order_no_". */
function answerNameOf(typed: string): string {
  return typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30);
}
