// Finds text on the page that is hard to read, by the formula of WCAG 2.

/** Words in view whose contrast with what is behind them is under 4.5, as "words 3.1". */
export function lowContrast(page) {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

    // Painting each ground over the one behind it lets the browser work out every way of writing a colour.
    function painted(colours) {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }

    function light(rgb) {
      const [red, green, blue] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    const low = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.textContent.trim();
      const node = walker.currentNode.parentElement;
      if (!words || !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || node.closest('.unseen, :disabled, [aria-disabled=true]')) continue;
      const grounds = [];
      for (let one = node; one; one = one.parentElement) grounds.unshift(getComputedStyle(one).backgroundColor);
      const [text, ground] = [painted([...grounds, getComputedStyle(node).color]), painted(grounds)].map(light);
      const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
      if (contrast < 4.5) low.push(`${words.slice(0, 30)} ${contrast.toFixed(2)}`);
    }
    return low;
  });
}
