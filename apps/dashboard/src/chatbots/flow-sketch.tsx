import type { Flow } from '@vetrina/protocol/automation/flow';
import classes from './flow-sketch.module.css';

const [BLOCK_WIDTH, BLOCK_HEIGHT] = [240, 110];
const MARGIN = 30;

/** The shape of a flow, small: decoration beside its name. */
export function FlowSketch({ flow: { blocks, connections } }: { flow: Flow }) {
  const places = new Map(blocks.map(({ id, at }) => [id, at]));
  const width = Math.max(0, ...blocks.map(({ at }) => at.x)) + BLOCK_WIDTH;
  const height = Math.max(0, ...blocks.map(({ at }) => at.y)) + BLOCK_HEIGHT;
  return (
    <svg
      className={classes.sketch}
      viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
      aria-hidden="true"
    >
      {connections.map(({ from, exit, to }) => {
        const [start, end] = [places.get(from), places.get(to)];
        if (!start || !end) return null;
        const [x1, y1] = [start.x + BLOCK_WIDTH, start.y + BLOCK_HEIGHT / 2];
        const [x2, y2] = [end.x, end.y + BLOCK_HEIGHT / 2];
        const half = (x1 + x2) / 2;
        return <path key={`${from} ${exit}`} d={`M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`} />;
      })}
      {blocks.map(({ id, at, kind }) => (
        <rect key={id} data-kind={kind} x={at.x} y={at.y} width={BLOCK_WIDTH} height={BLOCK_HEIGHT} rx={24} />
      ))}
      {blocks.length === 0 && <rect data-empty width={BLOCK_WIDTH} height={BLOCK_HEIGHT} rx={24} />}
    </svg>
  );
}
