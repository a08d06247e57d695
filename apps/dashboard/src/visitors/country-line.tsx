import { useFormat } from '../ui/use-format.ts';
import classes from './cells.module.css';

interface CountryLineProps {
  country: string | null;
  city: string | null;
}

/** Country and city. The code stands in for a flag: Windows has no flag letters, and flags offend somebody somewhere. */
export function CountryLine({ country, city }: CountryLineProps) {
  const format = useFormat();
  if (!country) return null;
  const name = format.country(country);
  return (
    <span className={classes.country} title={city ? `${city}, ${name}` : name}>
      <span className={classes.code} aria-hidden="true">
        {country}
      </span>
      <span className={classes.two}>
        <span className={classes.line}>{name}</span>
        {city && <span className={classes.soft}>{city}</span>}
      </span>
    </span>
  );
}
