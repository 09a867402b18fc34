// The page's own behaviour: what a console does that an extension has to live with.
'use strict';

/** Every key that reached the page, for the tests. */
window.seenKeys = [];
const search = document.getElementById('search');
const isTyping = (target) => target instanceof HTMLInputElement;

// The console listens in the capture phase, before anything inside the page could stop it.
window.addEventListener(
  'keydown',
  (event) => {
    window.seenKeys.push(event.key);
    const isShortcut =
      (event.altKey && event.key === 's') || (!isTyping(event.target) && ['/', 's'].includes(event.key));
    if (!isShortcut) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    search.focus();
  },
  true,
);

document.getElementById('help').addEventListener('click', () => {
  const drawer = document.getElementById('drawer');
  drawer.hidden = !drawer.hidden;
});

/** Words of the address that mean something to a reader: the rest is the frame around them. */
function words() {
  const route = decodeURIComponent(location.hash.slice(1) || location.pathname).replace(/[?:].*$/, '');
  return [
    location.pathname.split('/')[1] || 'console',
    ...route.split('/').filter((word) => word && word !== 'home'),
  ].filter((word, at, all) => all.indexOf(word) === at);
}

const tabNames = ['code', 'test', 'monitor', 'configure', 'aliases', 'versions'];

function draw() {
  const parts = words();
  const named = /[?&:]name=([^&;]+)/.exec(location.href);
  document.getElementById('crumbs').textContent = parts.join('  ›  ');
  document.getElementById('title').textContent = named ? decodeURIComponent(named[1]) : (parts.at(-1) ?? '');
  const tab = /[?&]tab=(\w+)/.exec(location.href)?.[1] ?? 'code';
  document.getElementById('section').textContent = tab;
  document.getElementById('tabs').replaceChildren(
    ...tabNames.map((name) => {
      const link = document.createElement('a');
      link.textContent = name[0].toUpperCase() + name.slice(1);
      link.href = location.hash ? `${location.hash.replace(/\?.*/, '')}?tab=${name}` : `?tab=${name}`;
      if (name === tab) link.setAttribute('aria-current', 'true');
      return link;
    }),
  );
}

/** Route changes as the consoles make them; the tests call these. */
window.consoleDemo = {
  push: (url) => {
    history.pushState({}, '', url);
    draw();
  },
  replace: (url) => {
    history.replaceState({}, '', url);
    draw();
  },
  /** A navigation that the page itself calls off before it is committed. */
  cancelled: (url) => {
    navigation.addEventListener('navigate', (event) => event.preventDefault(), { once: true });
    navigation.navigate(url).finished.catch(() => {});
  },
  /** A navigation whose content comes late, though its address is committed at once. */
  slow: (url, wait) => {
    navigation.addEventListener(
      'navigate',
      (event) => event.intercept({ handler: () => new Promise((done) => setTimeout(done, wait)) }),
      {
        once: true,
      },
    );
    navigation.navigate(url);
  },
};

window.addEventListener('hashchange', draw);
window.addEventListener('popstate', draw);
draw();
