import { ICONS, type IconName, type IconShape } from './icon-paths.ts';

interface IconProps {
  name: IconName;
  /** Text alternative; without it the icon is decoration beside a text that says the same. */
  label?: string | undefined;
  /** Edge length in px. */
  size?: number;
  className?: string | undefined;
}

export function Icon({ name, label, size = 18, className }: IconProps) {
  const shape: IconShape = ICONS[name];
  const paths = (
    <>
      {shape.line && (
        <path
          d={shape.line}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {shape.fill && <path d={shape.fill} fill="currentColor" fillRule="evenodd" />}
    </>
  );
  if (label === undefined) {
    return (
      <svg viewBox="0 0 20 20" width={size} height={size} className={className} aria-hidden="true">
        {paths}
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} className={className} role="img" aria-label={label}>
      <title>{label}</title>
      {paths}
    </svg>
  );
}
