/** Tells every problem of a form, and leads to the first field that has one. */
export function showFirstProblem(form: Element, tellAll: () => void): void {
  tellAll();
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
