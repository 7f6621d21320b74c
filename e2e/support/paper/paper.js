// Shows its own address as a document, a little after it was loaded.
setTimeout(() => {
  const sheet = document.querySelector('.sheet');
  sheet.textContent = decodeURIComponent(location.hash);
  document.documentElement.dataset.paperHeight = sheet.getBoundingClientRect().height;
  document.documentElement.dataset.paper = 'ready';
}, 100);
