let context: AudioContext | undefined;

/** A short tone, high for what was counted and low for what was not. A window that may not sound stays quiet. */
export function beep(tone: 'good' | 'wrong'): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  const seconds = tone === 'good' ? 0.06 : 0.25;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = tone === 'good' ? 1200 : 240;
  volume.gain.value = 0.08;
  oscillator.connect(volume).connect(context.destination);
  oscillator.start();
  oscillator.stop(context.currentTime + seconds);
}
