import { createStore } from './store';

const said = createStore({ id: 0, text: '' });

/** Says a sentence to those who do not see the screen, without taking the focus. */
export const announce = (text: string) => said.set({ id: said.get().id + 1, text });

/** The one polite live region. A new element each time: the same sentence twice is said twice. */
export function LiveRegion() {
  const { id, text } = said.use();
  return (
    <div role="status" aria-live="polite" className="gone">
      <span key={id}>{text}</span>
    </div>
  );
}
