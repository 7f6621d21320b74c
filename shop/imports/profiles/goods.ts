import type { Profile } from './profile.ts';

/** The items of a Shopify shop, a row a variant; `kinds/product-platforms.ts` fills in what only the first row says. */
export const shopifyProducts: Profile = {
  name: 'shopify-products',
  kind: 'products',
  knownBy: ['Handle', 'Title', 'Variant SKU', 'Variant Price'],
  columns: {
    sku: 'Variant SKU',
    productName: 'Title',
    spec: 'Option1 Value',
    barcode: 'Variant Barcode',
    category: ['Type', 'Product Category'],
    supplier: 'Vendor',
    unitCost: 'Cost per item',
    unitPrice: 'Variant Price',
  },
};

/** WooCommerce's own export of items; a variation has the name of its variant in its name. */
export const wooProducts: Profile = {
  name: 'woocommerce-products',
  kind: 'products',
  knownBy: ['Type', 'SKU', 'Name', 'Regular price', 'Categories'],
  columns: {
    sku: 'SKU',
    productName: 'Name',
    barcode: 'GTIN, UPC, EAN, or ISBN',
    category: 'Categories',
    unitPrice: 'Regular price',
    minQuantity: 'Low stock amount',
  },
};
