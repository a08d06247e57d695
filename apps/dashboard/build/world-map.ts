import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoPermissibleObjects, geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Plugin } from 'vite';

const WORLD_MAP = 'virtual:world-map';

/** Units of the drawing: tenths of what a px is on a map 960 px wide. */
const WIDTH = 9_600;

/** Turned so far that the edge of the paper runs through the Bering Strait, and cuts no country in two. */
const CUT = -11;

type Atlas = Parameters<typeof feature>[0];
type Land = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { name: string }>;

/** Land without a number of its own, by its name in the atlas; what the location database calls people from there. */
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' };

/** Where a country stands that the atlas draws as a part of another, or not at all: longitude, latitude. */
const ELSEWHERE: Readonly<Record<string, readonly [number, number]>> = {
  ...{ BQ: [-68.3, 12.2], CC: [96.8, -12.2], CX: [105.7, -10.5], GF: [-53.1, 4], GI: [-5.4, 36.1] },
  ...{ GP: [-61.6, 16.2], MQ: [-61, 14.7], RE: [55.5, -21.1], SJ: [16, 78.5], TV: [179.2, -8.5], YT: [45.2, -12.8] },
};

/**
 * The world as paths to draw, made when the dashboard is built: the browser is sent neither geography nor the mathematics
 * of projections. Public-domain shapes of Natural Earth, from `world-atlas`; equal-earth, so that areas can be compared.
 */
export function worldMap(): Plugin {
  return {
    name: 'world-map',
    resolveId: (id) => (id === WORLD_MAP ? `\0${WORLD_MAP}` : null),
    load: (id) => (id === `\0${WORLD_MAP}` ? `export const WORLD = ${JSON.stringify(drawn())};` : null),
  };
}

function drawn() {
  // Nobody lives on Antarctica, and on a flat map it is a fifth of the paper.
  const shapes = landsOf('countries-110m.json').filter((land) => codeOf(land) !== 'AQ');
  const all = { type: 'FeatureCollection', features: shapes } as const;
  const projection = geoEqualEarth().rotate([CUT, 0]).fitWidth(WIDTH, all);
  const path = geoPath(projection);
  const height = Math.ceil(path.bounds(all)[1][1]);
  // The finer atlas knows the small ones too. Smallest first: islands apart share the code of their country, which has the
  // last word.
  const lands = landsOf('countries-50m.json').sort((a, b) => geoArea(a) - geoArea(b));
  const labels = Object.fromEntries(
    lands.flatMap((land) => {
      const code = codeOf(land);
      return code === null || code === 'AQ' ? [] : [[code, rounded(projection(middleOf(land)))]];
    }),
  );
  for (const [code, place] of Object.entries(ELSEWHERE)) labels[code] = rounded(projection([...place]));
  const countries = shapes.map((land) => ({ code: codeOf(land), path: inSteps(path(land) ?? '') }));
  return { width: WIDTH, height, countries, labels };
}

function landsOf(file: string): Land[] {
  const text = readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8');
  const atlas = JSON.parse(text) as Atlas;
  const { countries } = atlas.objects;
  if (countries?.type !== 'GeometryCollection') throw new Error(`${file} holds no countries`);
  return feature(atlas, countries).features as Land[];
}

/** ISO 3166-1 alpha-2. Unicode's own table of regions knows their numbers. */
function codeOf({ id, properties }: Land): string | null {
  if (id === undefined) return UNNUMBERED[properties.name] ?? null;
  return new Intl.Locale(`und-${id}`).region ?? null;
}

/** The middle of the largest part: France's is in France, whatever belongs to it overseas. */
function middleOf({ geometry }: Land): [number, number] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates) => ({ type: 'Polygon', coordinates }) satisfies GeoPermissibleObjects);
  return geoCentroid(polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a)));
}

const rounded = (point: readonly [number, number] | null) => point?.map(Math.round) ?? null;

/** `M1.2,3L4,5Z` in whole units and relative steps, which are half as long to send. */
function inSteps(path: string): string {
  return path
    .split('M')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = ring.replace('Z', '').split('L');
      const [first, ...rest] = points.map((point) => point.split(',').map(Number).map(Math.round)) as [
        number,
        number,
      ][];
      if (first === undefined) return '';
      let [x, y] = first;
      const steps = rest.flatMap(([toX, toY]) => {
        const step = [toX - x, toY - y] as const;
        [x, y] = [toX, toY];
        return step[0] === 0 && step[1] === 0 ? [] : [step.join(' ')];
      });
      // An island smaller than a unit is none.
      return steps.length === 0 ? '' : `M${first.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
    })
    .join('');
}
