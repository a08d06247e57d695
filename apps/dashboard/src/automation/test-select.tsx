import { NativeSelect } from '@mantine/core';
import type { NUMBER_TESTS, TEXT_TESTS } from '@vetrina/protocol/automation/conditions';
import { useTranslation } from 'react-i18next';

type Test = (typeof TEXT_TESTS)[number] | (typeof NUMBER_TESTS)[number];

interface TestSelectProps<One extends Test> {
  label: string;
  value: One;
  tests: readonly One[];
  onChange: (test: One) => void;
}

/** How a condition tests. */
export function TestSelect<One extends Test>({ label, value, tests, onChange }: TestSelectProps<One>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      data={tests.map((test: Test) => ({ value: test, label: t(`automation.test.${test}`) }))}
      onChange={(event) => {
        const test = tests.find((each) => each === event.currentTarget.value);
        if (test) onChange(test);
      }}
    />
  );
}
