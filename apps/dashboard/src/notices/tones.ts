import type { Notice } from '@vetrina/protocol/messages/inbox';

/** One note: Hz, when it begins and how long it sounds, s. */
interface Note {
  readonly pitch: number;
  readonly at: number;
  readonly lasts: number;
}

const C5 = 523.25;
const E5 = 659.25;
const G5 = 783.99;
const LOUDNESS = 0.12;

/** What is made heard. */
type Reason = Notice['because'] | 'view-entered';

/** C8: each reason has its own few notes: rising for somebody new, one for another message, two for an assignment. */
const TONES: Readonly<Record<Reason, readonly Note[]>> = {
  'new-conversation': [
    { pitch: C5, at: 0, lasts: 0.18 },
    { pitch: E5, at: 0.12, lasts: 0.18 },
    { pitch: G5, at: 0.24, lasts: 0.4 },
  ],
  'new-message': [{ pitch: E5, at: 0, lasts: 0.28 }],
  assigned: [
    { pitch: G5, at: 0, lasts: 0.18 },
    { pitch: C5, at: 0.14, lasts: 0.35 },
  ],
  'view-entered': [
    { pitch: C5, at: 0, lasts: 0.16 },
    { pitch: G5, at: 0.12, lasts: 0.3 },
  ],
};

let context: AudioContext | null = null;

/** Plays the tone. Browsers stay silent until somebody has pressed something on the page once; then nothing happens. */
export async function playTone(because: Reason): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume().catch(() => undefined);
  if (context.state !== 'running') return;
  for (const note of TONES[because]) strike(context, note);
}

/** A soft bell: quickly there, slowly gone. */
function strike(audio: AudioContext, { pitch, at, lasts }: Note): void {
  const from = audio.currentTime + at;
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + lasts);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + lasts);
}
