/** Sounds made on the phone: rain, waves and a low hum, each a small net of Web Audio nodes. */

/** The sounds there are. */
export const SOUNDS = ["rain", "waves", "hum"] as const;
export type SoundName = (typeof SOUNDS)[number];

/** Seconds of noise that repeat; long enough that nobody hears the repeat. */
const NOISE_SECONDS = 8;
const RAMP_SECONDS = 0.8;

/** One sound at a time; it starts softly and stops at once. */
export class Player {
  readonly #make: () => AudioContext;
  #playing: { readonly context: AudioContext; readonly gain: GainNode } | null = null;

  constructor(make: () => AudioContext) {
    this.#make = make;
  }

  /** Play `name` in place of what was played. */
  play(name: SoundName, loudness: number): void {
    this.stop();
    const context = this.#make();
    const gain = new GainNode(context, { gain: 0 });
    gain.connect(context.destination);
    nodes[name](context).connect(gain);
    this.#playing = { context, gain };
    this.setLoudness(loudness);
  }

  /** Change the loudness without a click. */
  setLoudness(loudness: number): void {
    if (this.#playing === null) return;
    const { context, gain } = this.#playing;
    gain.gain.setTargetAtTime(loudness, context.currentTime, RAMP_SECONDS / 3);
  }

  /** Be silent, now. */
  stop(): void {
    if (this.#playing === null) return;
    const { context, gain } = this.#playing;
    this.#playing = null;
    gain.disconnect();
    void context.close();
  }
}

const nodes: Readonly<Record<SoundName, (context: AudioContext) => AudioNode>> = {
  rain: (context) => {
    const sum = new GainNode(context, { gain: 0.5 });
    const high = new BiquadFilterNode(context, { type: "highpass", frequency: 900 });
    const low = new BiquadFilterNode(context, { type: "lowpass", frequency: 6_500 });
    noise(context, white).connect(high).connect(low).connect(sum);
    // Single drops nearby, over the even rain.
    const drops = new BiquadFilterNode(context, {
      type: "bandpass",
      frequency: 2_200,
      Q: 3,
    });
    noise(context, drip)
      .connect(drops)
      .connect(new GainNode(context, { gain: 1.5 }))
      .connect(sum);
    return sum;
  },
  waves: (context) => {
    const low = new BiquadFilterNode(context, { type: "lowpass", frequency: 700 });
    const swell = new GainNode(context, { gain: 0.9 });
    // Two slow tides that are never quite together: no wave is like the last.
    tide(context, 1 / 9, 0.55).connect(swell.gain);
    tide(context, 1 / 13, 0.25).connect(swell.gain);
    tide(context, 1 / 9, 450).connect(low.frequency);
    return noise(context, brown).connect(low).connect(swell);
  },
  hum: (context) => {
    const sum = new GainNode(context, { gain: 0.22 });
    for (const [frequency, part] of [
      [98, 1],
      [98.4, 0.8],
      [147, 0.35],
      [196.3, 0.2],
    ] as const) {
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(new GainNode(context, { gain: part })).connect(sum);
      tone.start();
    }
    const breath = new GainNode(context, { gain: 0.8 });
    tide(context, 1 / 11, 0.2).connect(breath.gain);
    return sum.connect(breath);
  },
};

/** A slow rise and fall of `depth` to both sides. */
function tide(context: AudioContext, hertz: number, depth: number): AudioNode {
  const tone = new OscillatorNode(context, { frequency: hertz });
  tone.start();
  return tone.connect(new GainNode(context, { gain: depth }));
}

/** Fills samples; `rate` of them are one second. */
type Fill = (samples: Float32Array, rate: number) => void;

function noise(context: AudioContext, fill: Fill): AudioNode {
  const rate = context.sampleRate;
  const buffer = new AudioBuffer({ length: NOISE_SECONDS * rate, sampleRate: rate });
  fill(buffer.getChannelData(0), rate);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.start();
  return source;
}

function white(samples: Float32Array): void {
  for (let at = 0; at < samples.length; at++) samples[at] = Math.random() * 2 - 1;
}

/** Noise that leans to the deep side, as water does. */
function brown(samples: Float32Array): void {
  let level = 0;
  for (let at = 0; at < samples.length; at++) {
    level = (level + 0.02 * (Math.random() * 2 - 1)) / 1.02;
    samples[at] = level * 3.5;
  }
}

/** Some forty short drops a second, each dying away. */
function drip(samples: Float32Array, rate: number): void {
  let level = 0;
  for (let at = 0; at < samples.length; at++) {
    if (Math.random() < 40 / rate) level = Math.random();
    samples[at] = level * (Math.random() * 2 - 1);
    level *= 1 - 180 / rate;
  }
}
