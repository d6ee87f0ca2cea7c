import type { ReplayWarningEvent } from 'portable-replay';

const player = document.createElement('portable-replay');
player.addEventListener('windowchange', (event) => event.warning); // wrong
player.addEventListener('warning', (event) => event.href); // wrong
player.addEventListener('timeupdate', function () {
  this.nothing(); // wrong
});
player.addEventListener('error', (event) => event.message); // wrong
player.removeEventListener('entrychange', (event: ReplayWarningEvent) => event.warning.code); // wrong
player.load(5); // wrong
player.masks = 'sometimes'; // wrong
// Events of the player are no events of the page, and what its parts ask for is nobody's business.
document.addEventListener('windowchange', (event) => event.href); // wrong
document.addEventListener('replay-seek-request', (event) => event.time); // wrong
