import { WORLD } from 'virtual:world-map';
import { useElementSize } from '@mantine/hooks';
import { memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type CountryFigure, radiusOf } from './map-figures.ts';
import { type Point, spreadCircles } from './spread-circles.ts';
import { useMapView } from './use-map-view.ts';
import type { Arrival } from './use-places.ts';
import classes from './world-drawing.module.css';

interface WorldDrawingProps {
  figures: readonly CountryFigure[];
  arrivals: readonly Arrival[];
  /** What the picture says, in words. */
  summary: string;
  onCountry: (code: string) => void;
}

/** A circle this wide has room for its number, px. */
const ROOMY = 9;
/** Around each circle, px: half of its edge, which is drawn half outside of it. */
const GAP = 0.75;
/** How far from its country a circle may be pushed by its neighbours, px. */
const FARTHEST = 26;

/**
 * The picture of who is where. It says nothing that the table beside it does not: to screen readers it is one image, and
 * what is pressed in it is pressed in the table by keyboard.
 */
export function WorldDrawing({ figures, arrivals, summary, onCountry }: WorldDrawingProps) {
  const { t } = useTranslation();
  const { ref: frame, width, height } = useElementSize();
  const box = useRef<SVGSVGElement>(null);
  // The picture is drawn as large as fits: a px is the larger of the two.
  const unit = width === 0 || height === 0 ? 10 : Math.max(WORLD.width / width, WORLD.height / height);
  const map = useMapView(box, WORLD, unit);
  const { scale, x, y } = map.view;
  const press = (target: EventTarget): void => {
    const code = target instanceof SVGElement ? target.dataset.code : undefined;
    if (code !== undefined && !map.hasSlipped()) onCountry(code);
  };
  return (
    <div
      ref={frame}
      role="group"
      aria-label={t('desk.map.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows, + and - move the map, as a scrolled region is moved
      tabIndex={0}
      className={classes.frame}
      onKeyDown={map.onKeyDown}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every country that can be pressed is a button in the table */}
      <svg
        ref={box}
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
        className={classes.world}
        data-near={!map.isWhole || undefined}
        onClick={(event) => press(event.target)}
        {...map.pointer}
      >
        <g transform={`translate(${x} ${y}) scale(${scale})`}>
          <Lands figures={figures} />
          <Rings arrivals={arrivals} px={unit / scale} />
          <Circles figures={figures} px={unit / scale} grow={Math.min(1, 0.55 + scale * 0.15)} />
        </g>
      </svg>
      <div className={classes.tools}>
        <IconButton
          icon="plus"
          label={t('desk.map.nearer')}
          hint={t('desk.map.nearer')}
          onClick={() => map.zoom(1.6)}
        />
        <IconButton
          icon="minus"
          label={t('desk.map.farther')}
          hint={t('desk.map.farther')}
          isIdle={map.isWhole}
          onClick={() => map.zoom(1 / 1.6)}
        />
        <IconButton
          icon="globe"
          label={t('desk.map.whole')}
          hint={t('desk.map.whole')}
          isIdle={map.isWhole}
          onClick={map.reset}
        />
      </div>
    </div>
  );
}

/** Drawn anew only when numbers change, not while the map is moved. */
const Lands = memo(function Lands({ figures }: { figures: readonly CountryFigure[] }) {
  const hint = useHint();
  const known = useMemo(() => new Map(figures.map((figure) => [figure.code, figure])), [figures]);
  return WORLD.countries.map(({ code, path }) => {
    const figure = code === null ? undefined : known.get(code);
    return (
      <path
        key={path}
        d={path}
        className={classes.land}
        data-level={figure?.level}
        data-code={figure?.code}
        data-hint={figure && hint(figure)}
      />
    );
  });
});

interface CirclesProps {
  figures: readonly CountryFigure[];
  px: number;
  /** Seen whole, neighbours need room; from near, a finger does. */
  grow: number;
}

const Circles = memo(function Circles({ figures, px, grow }: CirclesProps) {
  const format = useFormat();
  const hint = useHint();
  // The large ones first: a small one in front of them can still be pressed.
  const circles = useMemo(() => placed(figures, px, grow), [figures, px, grow]);
  return circles.map(({ figure, radius, spot: [x, y] }) => (
    <g key={figure.code} transform={`translate(${x} ${y})`} className={classes.place}>
      <circle r={radius * px} strokeWidth={1.5 * px} data-code={figure.code} data-hint={hint(figure)} />
      {radius >= ROOMY && (
        <text fontSize={10 * px} dy={3.5 * px}>
          {format.short(figure.count)}
        </text>
      )}
    </g>
  ));
});

interface PlacedCircle {
  readonly figure: CountryFigure;
  /** px. */
  readonly radius: number;
  readonly spot: Point;
}

function placed(figures: readonly CountryFigure[], px: number, grow: number): readonly PlacedCircle[] {
  const most = figures[0]?.count ?? 1;
  const circles = figures.flatMap((figure) => {
    const at = WORLD.labels[figure.code];
    return at === undefined ? [] : [{ figure, at, radius: radiusOf(figure.count, most) * grow }];
  });
  const spots = spreadCircles(
    circles.map(({ at, radius }) => ({ at, radius: (radius + GAP) * px })),
    FARTHEST * px,
  );
  return circles.map(({ figure, at, radius }, index) => ({ figure, radius, spot: spots[index] ?? at }));
}

/** Somebody came: a ring that spreads once. Who asks for less motion is shown none. */
function Rings({ arrivals, px }: { arrivals: readonly Arrival[]; px: number }) {
  return arrivals.map(({ key, code }) => {
    const at = WORLD.labels[code];
    if (at === undefined) return null;
    return <circle key={key} cx={at[0]} cy={at[1]} r={30 * px} strokeWidth={2 * px} className={classes.ring} />;
  });
}

function useHint(): (figure: CountryFigure) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ code, count }) =>
    t('desk.map.people', { count, number: format.number(count), country: format.country(code) });
}
