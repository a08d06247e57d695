import { readFileSync } from 'node:fs';

/** What Linux says about a process: CPU time of all its threads in ms, resident memory in bytes. NaN elsewhere. */
export interface Usage {
  readonly cpuMs: number;
  readonly memory: number;
}

/** Clock ticks of `/proc` are a hundredth of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

export function usageOf(pid: number): Usage {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may hold blanks; fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK, memory: Number(kilobytes) * 1_024 };
  } catch {
    return { cpuMs: Number.NaN, memory: Number.NaN };
  }
}
