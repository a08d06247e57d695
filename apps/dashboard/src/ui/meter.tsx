import classes from './meter.module.css';

interface MeterProps {
  value: number;
  /** What there is in all; more than that is shown as full. */
  max: number;
  /** The same in words, which stand beside it for everybody else. */
  label: string;
}

/** How much of something limited is used. */
export function Meter({ value, max, label }: MeterProps) {
  return <meter className={classes.meter} min={0} max={max} value={Math.min(value, max)} aria-label={label} />;
}
