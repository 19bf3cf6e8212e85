export type Stay = ReturnType<typeof createStay>;

/**
 * How long the browser host stays: while a page is open, for `patienceMs` after the last has gone (a reload is back by then),
 * and while a link that was asked for waits to be used.
 */
export function createStay(patienceMs: number, linkLapsesMs: number, onLapse: () => 'stay' | 'end') {
  const over = Promise.withResolvers<void>();
  let pages = 0;
  let linkWaits = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const leaveSoon = () => {
    if (pages === 0 && !linkWaits) wait(patienceMs, over.resolve);
  };
  return {
    over: over.promise,
    end: over.resolve,
    linkGiven() {
      linkWaits = true;
      wait(linkLapsesMs, () => {
        linkWaits = false;
        if (pages === 0 && onLapse() === 'end') over.resolve();
      });
    },
    /** A link was used; its page should be here soon. */
    linkUsed() {
      linkWaits = false;
      clearTimeout(timer);
      leaveSoon();
    },
    pageOpened() {
      pages += 1;
      if (!linkWaits) clearTimeout(timer);
    },
    pageClosed() {
      pages -= 1;
      leaveSoon();
    },
  };
}
