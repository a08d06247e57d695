/** Placeholder until support exists. */
export function SupportDoor() {
  return null;
}
