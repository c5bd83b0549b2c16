// Defines <reading-room-chat> on any page that loads this file, as a module or not; widget.html shows how.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="reading-room.js"]');
  import(new URL("modules/widget.js", script.src).href);
})();
