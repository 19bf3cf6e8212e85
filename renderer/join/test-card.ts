/** The synthetic camera: who sends it, its own clock, and a needle that shows dropped frames. Its colours are the only ones of its own. */
export type TestCard = { track: MediaStreamTrack; end: () => void };
export type CardSize = { width: number; height: number; framesPerSecond: number };

const bars = ['#b0b0b0', '#a8a23c', '#3ca3a8', '#3fa05a', '#a04a9a', '#a8433f', '#4650a8'];
const greys = ['#101114', '#2c2f36', '#50545e', '#7b808b', '#a9aeb8', '#d9dce2', '#ffffff'];
/** The drawing's own units, scaled to the picture: 320 × 180. */
const units = { width: 320, height: 180 };

/** What never moves, drawn once. */
function background({ width, height }: CardSize): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const draw = canvas.getContext('2d', { alpha: false });
  if (!draw) return canvas;
  draw.scale(width / units.width, height / units.height);
  draw.fillStyle = '#31353f';
  draw.fillRect(0, 0, units.width, units.height);
  draw.fillStyle = '#454a56';
  for (let x = 20; x < units.width; x += 40) draw.fillRect(x, 0, 1, units.height);
  for (let y = 10; y < units.height; y += 40) draw.fillRect(0, y, units.width, 1);
  draw.fillStyle = '#252932';
  draw.strokeStyle = '#8a8f9b';
  draw.lineWidth = 1.2;
  draw.beginPath();
  draw.arc(160, 82, 66, 0, 2 * Math.PI);
  draw.fill();
  draw.stroke();
  bars.forEach((colour, at) => {
    draw.fillStyle = colour;
    draw.fillRect(at * 46, 162, 46, 10);
    draw.fillStyle = greys[at] ?? '#000';
    draw.fillRect(at * 46, 172, 46, 8);
  });
  return canvas;
}

const clock = (now: Date) => now.toISOString().slice(11, 22);

function drawMoving(draw: CanvasRenderingContext2D, identity: string, { width, height }: CardSize) {
  const now = new Date();
  const angle = (now.getTime() % 4_000) * ((2 * Math.PI) / 4_000);
  draw.save();
  draw.scale(width / units.width, height / units.height);
  draw.strokeStyle = '#f2f3f5';
  draw.lineWidth = 1.6;
  draw.beginPath();
  draw.moveTo(160, 82);
  draw.lineTo(160 + 64 * Math.sin(angle), 82 - 64 * Math.cos(angle));
  draw.stroke();
  draw.fillStyle = '#14161bdd';
  draw.fillRect(88, 62, 144, 42);
  draw.textAlign = 'center';
  draw.fillStyle = '#fff';
  draw.font = '600 13px sans-serif';
  draw.fillText(identity, 160, 80, 136);
  draw.fillStyle = '#c3c7d1';
  draw.font = '500 11px monospace';
  draw.fillText(clock(now), 160, 97, 136);
  draw.restore();
}

/** A moving picture without a camera, until `end`. */
export function startTestCard(identity: string, size: CardSize): TestCard {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: size.width, height: size.height });
  const draw = canvas.getContext('2d', { alpha: false });
  const still = background(size);
  const frame = () => {
    if (!draw) return;
    draw.drawImage(still, 0, 0);
    drawMoving(draw, identity, size);
  };
  frame();
  // Not by animation frames: they stop where the window is covered, and the picture with them.
  const timer = setInterval(frame, 1_000 / size.framesPerSecond);
  const [track] = canvas.captureStream(size.framesPerSecond).getVideoTracks();
  if (!track) throw new Error('the canvas gives no picture');
  return {
    track,
    end() {
      clearInterval(timer);
      track.stop();
    },
  };
}
