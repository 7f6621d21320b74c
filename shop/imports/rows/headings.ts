import { type SalesField, salesFields } from '../../../contract/api/imports.ts';

/**
 * What columns are called in English and Chinese, the surest name first. Names that mean a whole order's total (`total`, `金额`) are left
 * out: taken for a line's they would be wrong, and a person can still choose them.
 */
const names: Readonly<Record<SalesField, string>> = {
  saleNumber:
    'invoiceno invoicenumber invoice orderno ordernumber orderid order# order salenumber saleno saleid receiptno receiptnumber receipt transactionid billno 销售单号 主订单编号 订单编号 订单号 单据编号 单据号 小票号 流水号 交易号 单号',
  soldAt:
    'soldat invoicedate orderdate saledate transactiondate datetime createdat orderedat date 销售时间 销售日期 下单时间 下单日期 订单创建时间 订单成交时间 成交时间 交易时间 开单时间 单据日期 日期 时间',
  customer:
    'customerid customercode customerno clientid buyerid memberid memberno customer 客户编号 客户编码 客户代码 会员编号 会员卡号 会员号 买家会员名 客户 会员',
  customerName: 'customername clientname buyername buyer 客户姓名 客户名称 会员姓名 收货人 收件人 姓名',
  customerPhone:
    'customerphone phonenumber mobile telephone phone 客户电话 客户手机 联系手机 手机号 手机 联系电话 电话 收件人手机号',
  sku: 'sku stockcode itemcode productcode itemnumber itemno articleno article lineitemsku barcode productid itemid 商品编码 商品编号 商家编码 商品代码 货号 款号 商品条码 条码 编码',
  productName:
    'productname itemname lineitemname description product item title 商品名称 品名 商品标题 宝贝标题 名称 标题 商品',
  spec: 'spec variant variation specification size option 商品规格 规格型号 规格 颜色尺码 商品属性',
  quantity: 'quantity qty lineitemquantity units 数量 商品数量 购买数量 销售数量 订购数量 件数',
  unitPrice: 'unitprice itemprice lineitemprice priceeach price 单价 商品单价 销售单价 商品价格 售价 价格',
  paid: 'paid amountpaid paidamount linetotal netsales 实付金额 实收金额 商品实际成交金额 买家实际支付金额 实付 实收',
  discount: 'discount discountamount lineitemdiscount 优惠 优惠金额 折扣金额',
  tax: 'tax taxamount vat 税额',
  tender: 'tender paymentmethod paidby payment 付款方式 支付方式 结算方式 收款方式',
  channel: 'channel 渠道 销售渠道 订单来源',
  delivery: 'delivery deliveryfee shipping shippingfee postage freight 运费 邮费 运费金额',
  status: 'status orderstatus eventtype 状态 订单状态 退款状态',
};

export type Mapping = Partial<Record<SalesField, string>>;

/** The name of a column as people mean it: no case, no spaces, no unit in brackets. */
function bareName(column: string): string {
  return column
    .normalize('NFKC')
    .replace(/[(【[].*?[)】\]]/g, '')
    .replace(/[\s_\-./:*]/g, '')
    .toLowerCase();
}

/** What the columns of a file mean, as far as their names say; no column means two things. */
export function guessMapping(columns: readonly string[]): Mapping {
  const bare = new Map<string, string>();
  for (const column of columns) if (!bare.has(bareName(column))) bare.set(bareName(column), column);
  const mapping: Mapping = {};
  for (const field of salesFields) {
    const known = [field.toLowerCase(), ...names[field].split(' ')];
    const name = known.find((candidate) => bare.has(candidate));
    if (name === undefined) continue;
    mapping[field] = bare.get(name) as string;
    bare.delete(name);
  }
  return mapping;
}
