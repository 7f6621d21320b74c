// Shows its own address as a document, a little after it was loaded.
setTimeout(() => {
  document.querySelector('.sheet').textContent = decodeURIComponent(location.hash);
  document.documentElement.dataset.paper = 'ready';
}, 100);
