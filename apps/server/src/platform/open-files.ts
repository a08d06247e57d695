/**
 * How many files this process may have open, sockets included; infinite where the system sets no limit. Node has raised
 * the soft limit to the hard one by itself.
 */
export function openFileLimit(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' && soft > 0 ? soft : Number.POSITIVE_INFINITY;
}
