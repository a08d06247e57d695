import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface KeptFieldProps {
  label: string;
  hint?: string;
  value: string;
  maxLength?: number;
  /** Takes over what is right of what is typed. */
  onChange: (text: string) => void;
}

/** A text that has to be whole to be saved: letters stay as they are typed, and on leaving it shows what was taken over. */
export function KeptField({ label, hint, value, maxLength, onChange }: KeptFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // Undone or changed from elsewhere: what is typed is out of date.
  useEffect(() => setTyped((now) => (now?.trim() === value ? now : null)), [value]);
  return (
    <TextInput
      aria-label={label}
      placeholder={hint ?? label}
      {...(maxLength !== undefined && { maxLength })}
      value={typed ?? value}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
}
