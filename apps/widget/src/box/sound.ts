/** Two soft notes, made on the spot: no file to fetch, none for a page's policy to forbid. */
const NOTES = [
  { hertz: 660, from: 0 },
  { hertz: 880, from: 0.11 },
] as const;
const SECONDS = 0.35;
const LOUDNESS = 0.08;

/** Rings, if the browser lets a page that was not touched yet make a sound; otherwise nothing. */
export function soundOf(w: Window & typeof globalThis): () => void {
  let context: AudioContext | undefined;
  return () => {
    // Asking before the visitor has touched the page would only leave a warning in its console.
    if (w.navigator.userActivation?.hasBeenActive === false) return;
    try {
      context ??= new w.AudioContext();
      const now = context.currentTime;
      for (const { hertz, from } of NOTES) playNote(context, hertz, now + from);
      if (context.state === 'suspended') context.resume().catch(() => undefined);
    } catch {
      // A browser without sound is as good.
    }
  };
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + SECONDS);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + SECONDS);
}
