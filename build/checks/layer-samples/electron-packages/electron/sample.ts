import 'playwright-core';
