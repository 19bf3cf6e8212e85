const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** The largest multiple of 62 in a byte: what lies above would favour the first letters. */
const fair = 248;

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < fair && text.length < length) text += letters[byte % letters.length];
    }
  }
  return text;
}

export type KeyPair = { apiKey: string; apiSecret: string };

/** Shaped as `livekit-server generate-keys` makes them: `API` and 12 characters; 44 characters, 262 bits, of secret. */
export const makeKeyPair = (): KeyPair => ({ apiKey: `API${randomText(12)}`, apiSecret: randomText(44) });

/** The lines of livekit-server's config. Letters and digits alone need no quotes in YAML; the key begins with a letter. */
export const keysYaml = ({ apiKey, apiSecret }: KeyPair): string => `keys:\n  ${apiKey}: ${apiSecret}\n`;
